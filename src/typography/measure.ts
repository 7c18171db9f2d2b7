import type { FontMetrics } from '../model/font.ts'

/** Soft hyphen and zero width space: where a line may break. */
export const unseen: ReadonlySet<number> = new Set([0xad, 0x200b])

/** Width of one line of text in units of its size (points or pixels), kerned; places where it may break have none. */
export function textWidth(text: string, font: FontMetrics, size: number, letterSpacing = 0): number {
  let thousandths = 0
  let characters = 0
  let previous = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (unseen.has(code)) continue
    thousandths += (font.advance[code] ?? 600) + (font.kern[previous * 65536 + code] ?? 0)
    characters += 1
    previous = code
  }
  return (thousandths / 1000 + characters * letterSpacing) * size
}
