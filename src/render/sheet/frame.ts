import { setText, styles, widthOf, type Style } from '../../blocks/kit/type.ts'
import type { Fonts } from '../../model/font.ts'
import type { Item } from '../../model/page.ts'
import { ink, mute } from '../../model/palette.ts'
import { mm, type Paper } from '../../model/worksheet.ts'
import { lineShape } from './shape.ts'

const foot: Style = { font: 'text', size: 8.5, leading: 10, color: mute }

/** Baseline of the running foot, from the bottom margin downwards. */
const below = 9 * mm

/** What the running foot and head need. */
export interface Frame {
  readonly paper: Paper
  readonly fonts: Fonts
  readonly hyphenate: (word: string) => string
}

/** The running foot: what the sheet is at left, which page at right; not read aloud. */
export function pageFoot(words: string, page: string, { paper, fonts, hyphenate }: Frame): Item[] {
  const width = paper.width - paper.margin.left - paper.margin.right
  const y = paper.height - paper.margin.bottom + below - 6
  const at = { x: paper.margin.left, y, tag: 'artifact' as const }
  const right = setText(page, foot, { ...at, width, align: 'right' }, { fonts, hyphenate })
  const left = setText(words, foot, { ...at, width: width - widthOf(page, foot, { fonts, hyphenate }) - 20 }, { fonts, hyphenate })
  return [{ ...left.item, lines: left.item.lines.slice(0, 1) }, right.item]
}

/** Room that the running head of a later page takes from its top, down to its rule. */
export const runningHead = 14
/** From that rule to a piece without a rule of its own. */
export const underRunningHead = 15

/** The small head of a sheet's later pages, on top of the page's room; not read aloud. */
export function pageHead(words: string, { paper, fonts, hyphenate }: Frame): Item[] {
  const { left, top, right } = paper.margin
  const width = paper.width - left - right
  const set = setText(words, { ...styles.column, size: 9.5 }, { x: left, y: top, width, tag: 'artifact' }, { fonts, hyphenate })
  const rule = top + runningHead
  return [
    { ...set.item, lines: set.item.lines.slice(0, 1) },
    { type: 'drawing', shapes: [lineShape(left, rule, left + width, rule, ink, 2)] },
  ]
}

/** Short ticks at both edges where the paper is folded in three; clear of text and of what printers cannot reach. */
export function foldMarks(paper: Paper): Item {
  const [from, to] = [5 * mm, 9.5 * mm]
  const shapes = [1, 2].flatMap((third) => {
    const y = (paper.height * third) / 3
    return [lineShape(from, y, to, y, mute, 0.5), lineShape(paper.width - to, y, paper.width - from, y, mute, 0.5)]
  })
  return { type: 'drawing', shapes }
}
