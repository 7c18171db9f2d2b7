import { join } from 'node:path'
import type { FontId } from '../../model/font.ts'
import { toolkit } from '../../toolkit.ts'

/** Where the committed fonts are: the same files on slides and sheets. */
export const fontFolder = join(toolkit, 'slides/theme/fonts')

/** The files of each face; a character is shown by the first file that has it. */
export const chains: Readonly<Record<FontId, readonly string[]>> = {
  display: ['bricolage-latin', 'bricolage-latin-ext', 'source-sans-semibold'],
  text: ['source-sans-regular'],
  bold: ['source-sans-semibold'],
  quote: ['newsreader-latin', 'newsreader-latin-ext', 'source-sans-regular'],
}

/** Characters whose glyph in a file is broken: the next file of the chain shows them. Newsreader's tilde is a speck. */
export const broken: Readonly<Record<string, readonly number[]>> = { 'newsreader-latin': [0x7e] }

export const fontIds = Object.keys(chains) as readonly FontId[]

/** Files that begin a chain: these get kerning and a simple font. */
export const firstFiles: ReadonlySet<string> = new Set(fontIds.flatMap((id) => chains[id].slice(0, 1)))

export const softHyphen = 0xad
export const hyphen = 0x2d

/**
 * Whether a character shows nothing by itself: control characters, joiners, marks of direction, variation selectors.
 * Text may hold them; they have no width, and the writer leaves them out.
 */
export const isInvisible = (codePoint: number): boolean =>
  invisibleRanges.some(([first, last]) => codePoint >= first && codePoint <= last)

export const invisibleRanges: readonly (readonly [number, number])[] = [
  [0, 0x1f],
  [0x7f, 0x9f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x2060],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
]
