import type { FontId, Fonts } from '../model/font.ts'
import type { Hyphenate } from '../typography/hyphenate.ts'
import { textWidth } from '../typography/measure.ts'

/** How a text is set in its box; see `boxes.ts`. */
export interface Setting {
  readonly font: FontId
  readonly width: number
  readonly lineHeight: number
  readonly letterSpacing: number
}

/** Measures texts as the browser will set them, with the same fonts. */
export interface Ruler {
  readonly fonts: Fonts
  readonly hyphenate: Hyphenate
}

/** A little less than the box is wide, for the rounding of a browser's layout. */
const tolerance = 0.985

/** Puts soft hyphens into words that are wider than their box, and only there. */
export function breakable(text: string, box: Setting, size: number, ruler: Ruler): string {
  const width = (part: string): number => textWidth(part, ruler.fonts[box.font], size, box.letterSpacing)
  if (width(text) <= box.width * tolerance) return text
  return text.replace(/\S+/gu, (word) => {
    if (width(word) <= box.width * tolerance) return word
    return partsOf(word, ruler).map((part) => (width(part) > box.width * tolerance ? everywhere(part) : part)).join('')
  })
}

/** A hyphen in one of these would be taken for a part of it. */
const isAddress = /^\p{L}+:\/\/|^www\.|\S@\S+\.|\S\/\S+\//u

/** A word at the places where it may break, each marked by a soft hyphen or a space of no width. */
function partsOf(word: string, { hyphenate }: Ruler): string[] {
  const marked = /[\u00ad\u200b]/u.test(word) ? word : isAddress.test(word) ? word.replace(/(?<=[/.?&=_@-])(?=.)/gu, '\u200b') : hyphenate(word)
  return marked.split(/(?<=[\u00ad\u200b])/u)
}

/** A part that no rule divides (an address, a row of signs) may break between any two characters. */
const everywhere = (part: string): string => [...part].join('\u200b')

/** Number of lines a text takes in its box. */
export function lineCount(text: string, box: Setting, size: number, ruler: Ruler): number {
  const width = (part: string): number => textWidth(part, ruler.fonts[box.font], size, box.letterSpacing)
  const room = box.width * tolerance
  let lines = 1
  let line = ''
  for (const word of breakable(text, box, size, ruler).split(/(?<=[\s\u200b\u00ad])/u)) {
    // A line that ends within a word shows a hyphen.
    const hyphen = word.endsWith('\u00ad') ? '-' : ''
    if (width((line + word).trimEnd() + hyphen) <= room) line += word
    else {
      if (line !== '') lines += 1
      line = word
    }
  }
  return lines
}

/** True when a word is wider than its box, so that it must be broken. */
export const breaksWords = (text: string, box: Setting, size: number, ruler: Ruler): boolean =>
  breakable(text, box, size, ruler) !== text

/** Height of a text in its box, in pixels. */
export const textHeight = (text: string, box: Setting, size: number, ruler: Ruler): number =>
  lineCount(text, box, size, ruler) * size * box.lineHeight

/** The largest of the sizes at which a height holds; the smallest, marked, when none does. */
export function largestFit(sizes: readonly number[], height: number, heightAt: (size: number) => number): { size: number; fits: boolean } {
  const size = sizes.find((candidate) => heightAt(candidate) <= height)
  return size === undefined ? { size: sizes.at(-1) ?? 24, fits: false } : { size, fits: true }
}

/** Divides a list over as few slides as hold it, in parts that are about equally high. */
export function divide<T>(items: readonly T[], room: number, heightOf: (item: T) => number, gap: number): T[][] {
  const parts = filled(items, room, heightOf, gap)
  let [low, high] = [0, room]
  for (let step = 0; step < 12; step += 1) {
    const limit = (low + high) / 2
    if (filled(items, limit, heightOf, gap).length > parts.length) low = limit
    else high = limit
  }
  return filled(items, high, heightOf, gap)
}

/** The list in parts that are each as long as the room allows; a part has at least one item. */
function filled<T>(items: readonly T[], room: number, heightOf: (item: T) => number, gap: number): T[][] {
  const parts: T[][] = []
  let left = 0
  for (const item of items) {
    const height = heightOf(item)
    const part = parts.at(-1)
    if (part && height + gap <= left) {
      part.push(item)
      left -= height + gap
    } else {
      parts.push([item])
      left = room - height
    }
  }
  return parts
}
