import type { FontMetrics } from '../../model/font.ts'
import { textWidth as plainWidth } from '../../typography/measure.ts'

/** A character that no shipped font has is measured as wide as this, in thousandths; checks report it elsewhere. */
const unknownAdvance = 600

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

/**
 * Where each UTF-16 unit of a text begins when it is set in one line, in thousandths of the size, kerned and tracked.
 * One entry more than the text is long: the last is where it ends.
 */
export function positions(text: string, { metrics, tracking = 0 }: Face): Float64Array {
  const at = new Float64Array(text.length + 1)
  let x = 0
  let before = -1
  for (let index = 0; index < text.length; ) {
    const code = text.codePointAt(index) as number
    const units = code > 0xffff ? 2 : 1
    if (before >= 0) x += (metrics.kern[before * 65536 + code] ?? 0) + tracking
    at.fill(x, index, index + units)
    x += metrics.advance[code] ?? unknownAdvance
    index += units
    at[index] = x
    before = code
  }
  return at
}

/** Width of a line of text in points, from the left of its first to the right of its last letter. */
export function textWidth(text: string, { metrics, size, tracking = 0 }: Face): number {
  const shown = shownText(text)
  const beyond = shown === '' ? 0 : tracking / 1000
  return plainWidth(shown, metrics, size, tracking / 1000) - beyond * size
}

/** A line as it is painted: a soft hyphen at the end becomes a hyphen, the others vanish. */
export function shownText(line: string): string {
  return (line.endsWith(softHyphen) ? `${line.slice(0, -1)}-` : line).replaceAll(softHyphen, '')
}

/** What a hyphen adds to a line that ends with the given character, in thousandths. */
export function hyphenAdvance(after: number, { metrics, tracking = 0 }: Face): number {
  return (metrics.advance[hyphen] ?? unknownAdvance) + (metrics.kern[after * 65536 + hyphen] ?? 0) + tracking
}
