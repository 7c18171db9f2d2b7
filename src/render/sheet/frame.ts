import { setText, styles, widthOf, type KnownLines, type Setting, type Spot, type Style } from '../../blocks/kit/type.ts'
import type { Fonts } from '../../model/font.ts'
import type { Item, Text } from '../../model/page.ts'
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
  readonly known?: KnownLines
}

/** The running foot: what the sheet is at left, which page at right; not read aloud. */
export function pageFoot(words: string, page: string, { paper, fonts, hyphenate }: Frame): Item[] {
  const width = paper.width - paper.margin.left - paper.margin.right
  const y = paper.height - paper.margin.bottom + below - 6
  const at = { x: paper.margin.left, y, tag: 'artifact' as const }
  const right = setText(page, foot, { ...at, width, align: 'right' }, { fonts, hyphenate })
  const left = running(words, foot, { ...at, width: width - widthOf(page, foot, { fonts, hyphenate }) - 20 }, { fonts, hyphenate })
  return [left, right.item]
}

/** Words on the line at a spot, or on that and the one above it; longer ones end in an ellipsis, as they only repeat what stands elsewhere. */
function running(words: string, style: Style, spot: Spot, setting: Setting): Text {
  const parts = words.split(' ')
  let { item } = setText(words, style, spot, setting)
  while (item.lines.length > 2 && parts.length > 1) {
    parts.pop()
    item = setText(`${parts.join(' ')} …`, style, spot, setting).item
  }
  const lines = item.lines.slice(0, 2)
  return { ...item, lines: lines.map((line) => ({ ...line, y: line.y - (lines.length - 1) * style.leading })) }
}

/** Room that the running head of a later page takes from its top, down to its rule. */
export const runningHead = 14
/** From that rule to a piece without a rule of its own. */
export const underRunningHead = 15

/** The small head of a sheet's later pages, on top of the page's room; not read aloud. */
export function pageHead(words: string, { paper, fonts, hyphenate }: Frame): Item[] {
  const { left, top, right } = paper.margin
  const width = paper.width - left - right
  const rule = top + runningHead
  return [
    running(words, styles.column, { x: left, y: top, width, tag: 'artifact' }, { fonts, hyphenate }),
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
