import type { FontMetrics } from '../../model/font.ts'
import { textWidth } from '../../typography/measure.ts'

/** Distance of lines and of the first baseline from the top, in sizes of the text, as viewers set what is typed. */
const leading = 1.25
const smallest = 4
/** White space between a field's edge and its text, in points. */
export const inset = 2

interface FittedText {
  readonly size: number
  readonly lines: readonly string[]
  /** Distance of baselines in points. */
  readonly leading: number
}

/** Breaks a prefilled value into lines and shrinks it until it fits a field of this size, in points. */
export function fitText(
  value: string,
  metrics: FontMetrics,
  startSize: number,
  width: number,
  height: number,
  isMultiline: boolean,
): FittedText {
  const room = width - 2 * inset
  for (let size = startSize; ; size -= 0.5) {
    const lines = isMultiline
      ? value.split('\n').flatMap((paragraph) => wrap(paragraph, metrics, size, room))
      : [value.replaceAll('\n', ' ')]
    const isFitting = isMultiline
      ? lines.length * size * leading <= height - inset
      : textWidth(lines[0] ?? '', metrics, size) <= room && size <= height
    if (isFitting || size <= smallest) return { size, lines, leading: size * leading }
  }
}

function wrap(paragraph: string, metrics: FontMetrics, size: number, room: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(/ +/).flatMap((whole) => cutToFit(whole, metrics, size, room))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer, metrics, size) > room) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return [...lines, line]
}

/** A word that is wider than the field goes on the next line with what is left of it. */
function cutToFit(word: string, metrics: FontMetrics, size: number, room: number): string[] {
  if (textWidth(word, metrics, size) <= room) return [word]
  const parts: string[] = []
  let part = ''
  for (const character of word) {
    if (part !== '' && textWidth(part + character, metrics, size) > room) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part]
}
