import type { FontMetrics } from '../model/font.ts'
import { isUnseen, textWidth } from './measure.ts'
import { Ruler } from './ruler.ts'

const softHyphen = '\u00ad'
const hyphen = 0x2d

/** A face at a size, with its tracking: all that a width depends on. */
export interface Face {
  readonly metrics: FontMetrics
  /** Points. */
  readonly size: number
  /** Thousandths of the size between letters. */
  readonly tracking?: number
}

/** Where the units of a text stand in one line, in thousandths of the size. */
export interface Positions {
  /** Where each UTF-16 unit begins. */
  readonly starts: readonly number[]
  /** Where what is before each unit ends: without the kerning and tracking between the two. One entry more than the text is long. */
  readonly ends: readonly number[]
}

/** Measures a text set in one line, kerned and tracked; places where a line may break have no width. */
export function positions(text: string, { metrics, tracking = 0 }: Face): Positions {
  const starts = new Array<number>(text.length + 1).fill(0)
  const ends = new Array<number>(text.length + 1).fill(0)
  const ruler = new Ruler(metrics)
  let x = 0
  let before = -1
  for (let index = 0; index < text.length; ) {
    const code = text.codePointAt(index) as number
    const units = code > 0xffff ? 2 : 1
    const isSeen = !isUnseen(code)
    const space = isSeen && before >= 0 ? ruler.kern(before, code) + tracking : 0
    const start = x + space
    if (isSeen) {
      x = start + ruler.advance(code)
      before = code
    }
    for (let unit = 0; unit < units; unit += 1) {
      starts[index] = start
      ends[(index += 1)] = x
    }
  }
  starts[text.length] = x
  return { starts, ends }
}

/** Width of a text set in one line, in thousandths of the size, as `positions` has it. */
export function naturalWidth(text: string, { metrics, tracking = 0 }: Face): number {
  const ruler = new Ruler(metrics)
  let [x, before] = [0, -1]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) as number
    if (code > 0xffff) index += 1
    if (isUnseen(code)) continue
    if (before >= 0) x += ruler.kern(before, code) + tracking
    x += ruler.advance(code)
    before = code
  }
  return x
}

/** Width of a part of a text that was measured whole, in thousandths of the size. */
export const widthBetween = ({ starts, ends }: Positions, from: number, to: number): number => (ends[to] as number) - (starts[from] as number)

/** Width of a line of text in points, from the left of its first to the right of its last letter. */
export function lineWidth(text: string, { metrics, size, tracking = 0 }: Face): number {
  const shown = shownText(text)
  const beyond = shown === '' ? 0 : tracking / 1000
  return textWidth(shown, metrics, size, tracking / 1000) - beyond * size
}

/** A line as it is painted: a soft hyphen at the end becomes a hyphen, the others vanish. */
export function shownText(line: string): string {
  return (line.endsWith(softHyphen) ? `${line.slice(0, -1)}-` : line).replaceAll(softHyphen, '')
}

/** What a hyphen adds to a line that ends with the given character, in thousandths. */
export function hyphenAdvance(after: number, { metrics, tracking = 0 }: Face): number {
  const ruler = new Ruler(metrics)
  return ruler.advance(hyphen) + ruler.kern(after, hyphen) + tracking
}
