import type { FontMetrics } from '../model/font.ts'
import { Ruler } from './ruler.ts'

/** Soft hyphen and zero width space: where a line may break. */
export const isUnseen = (code: number): boolean => code === 0xad || code === 0x200b

/** Width of one line of text in units of its size (points or pixels), kerned; places where it may break have none. */
export function textWidth(text: string, font: FontMetrics, size: number, letterSpacing = 0): number {
  const ruler = new Ruler(font)
  let thousandths = 0
  let characters = 0
  let previous = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (isUnseen(code)) continue
    thousandths += ruler.advance(code) + ruler.kern(previous, code)
    characters += 1
    previous = code
  }
  return (thousandths / 1000 + characters * letterSpacing) * size
}
