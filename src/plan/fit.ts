import type { FontId, Fonts } from '../model/font.ts'
import { breakableText, linesOf, measured, type Measured } from '../typography/flow.ts'
import { widthBetween } from '../typography/line.ts'
import type { Hyphenate } from '../typography/hyphenate.ts'

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

/** Texts that were measured, as long as the plan they are for. */
const texts = new WeakMap<Ruler, Map<string, Measured>>()

function measure(text: string, { font, letterSpacing }: Setting, ruler: Ruler): Measured {
  const known = texts.get(ruler) ?? new Map<string, Measured>()
  texts.set(ruler, known)
  const key = `${font} ${letterSpacing} ${text}`
  const found = known.get(key) ?? measured(text, { metrics: ruler.fonts[font], letterSpacing, hyphenate: ruler.hyphenate })
  known.set(key, found)
  return found
}

/** Puts soft hyphens into words that are wider than their box, and only there. */
export const breakable = (text: string, box: Setting, size: number, ruler: Ruler): string => breakableText(measure(text, box, ruler), box.width * tolerance, size)

/** Number of lines a text takes in its box. */
export const lineCount = (text: string, box: Setting, size: number, ruler: Ruler): number => linesOf(measure(text, box, ruler), box.width * tolerance, size)

/** Widths of runs of words within a text, in pixels, from the first word to before the second; measured as the text is set. */
export function wordWidths(text: string, box: Setting, size: number, ruler: Ruler): (from: number, to: number) => number {
  const { at, words } = measure(text, box, ruler)
  return (from, to) => {
    const [first, last] = [words[from], words[to - 1]]
    return first && last ? (widthBetween(at, first.start, last.end) / 1000 + box.letterSpacing) * size : 0
  }
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
