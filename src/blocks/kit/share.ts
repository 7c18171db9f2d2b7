import type { Item } from '../../model/page.ts'
import type { SheetContext } from '../block.ts'
import { check, mark } from './fields.ts'
import { group, type Flow } from './flow.ts'
import { joined } from './head.ts'
import { capHeight, setText, styles, widthOf, type SetText } from './type.ts'

type Sharing = Pick<SheetContext, 'words' | 'key' | 'fonts' | 'hyphenate'>

const beside = 7

/** The name of a block's box to tick for sharing its answer with the group. */
export const shareName = (key: string): string => `${key}.share`

/** How wide the box and its words are on one line, in points. */
const shareWidth = (sheet: Sharing): number => mark + beside + widthOf(sheet.words.share, styles.hint, sheet) + 0.5

/** What the box and its words take of a title's line, with the white space before them. */
export const besideTitle = (sheet: Sharing): number => shareWidth(sheet) + 16

/** Draws the box beside a title's first line, up to the right edge; returns where it ends, a little below the title's baseline. */
export function drawShare(title: string, set: SetText, right: number, flow: Flow, sheet: Sharing): number {
  const middle = set.first - capHeight(styles.heading, sheet) / 2
  flow.push(shareBox(title, right - shareWidth(sheet), middle, sheet))
  return middle + mark / 2
}

/** The box to tick for sharing an answer, with its words, from `x` on; `middle` is the height of its middle. */
export function shareBox(about: string, x: number, middle: number, sheet: Sharing): Item {
  const left = x + mark + beside
  const { item, bottom } = setText(sheet.words.share, styles.hint, { x: left, y: 0, width: shareWidth(sheet), tag: 'P' }, sheet)
  const words = { ...item, lines: item.lines.map((line) => ({ ...line, y: line.y + middle - bottom / 2 })) }
  const label = joined([sheet.words.share, ...(about === '' ? [] : [about])])
  return group('Div', [words, check(shareName(sheet.key), label, x, middle - mark / 2)])
}

/** True when one of the items is the box to share the block's answer. */
export const hasShare = (items: readonly Item[], key: string): boolean =>
  items.some((item) => (item.type === 'group' ? hasShare(item.items, key) : item.type === 'field' && item.field.name === shareName(key)))
