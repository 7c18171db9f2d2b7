import * as v from 'valibot'
import type { Item } from '../model/page.ts'
import { mute } from '../model/palette.ts'
import { text } from '../parse/values.ts'
import { lineShape } from '../render/sheet/shape.ts'
import type { BlockBase, BlockKind, Piece, SheetContext } from './block.ts'
import { mark, tick } from './kit/fields.ts'
import { group } from './kit/flow.ts'
import { blockSpace, headPiece, titled } from './kit/head.ts'
import { setText, styles, widthOf, type SetText } from './kit/type.ts'

export interface SpectrumBlock extends BlockBase {
  readonly kind: 'spectrum'
  /** Pairs of opposites. */
  readonly poles: readonly (readonly string[])[]
  /** Who or what is placed between them, each on a line of its own. */
  readonly marks?: readonly string[]
}

/** Places between two poles: odd, so that there is a middle. */
const places = 7

const list = v.array(text, 'should be a list, each item after "- "')

export const spectrum: BlockKind<SpectrumBlock> = {
  kind: 'spectrum',
  entries: {
    poles: v.pipe(v.array(v.pipe(list, v.length(2, 'should be two opposites, as [fast, slow]')), 'should be a list of pairs'), v.minLength(1, 'is empty'), v.maxLength(12, 'should be at most twelve pairs')),
    marks: v.optional(v.pipe(list, v.minLength(1, 'is empty'), v.maxLength(5, 'should be at most five marks'))),
  },
  layout(block, sheet) {
    const head = headPiece(block, sheet)
    return [...head, ...block.poles.map((_, index) => pair(block, index, head.length > 0, sheet, 0))]
  },
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

function pair(block: SpectrumBlock, index: number, headed: boolean, sheet: SheetContext, extra: number): Piece {
  const [left, right] = block.poles[index] as readonly [string, string]
  const marks = block.marks ?? ['']
  const names = Math.min(Math.max(...marks.map((name) => widthOf(capitalised(name), styles.hint, sheet))) + 14, sheet.width * 0.3)
  const x = block.marks === undefined ? 0 : Math.max(names, sheet.width / 8)
  const half = (sheet.width - x - mark - 20) / 2
  const pole = (text: string, at: number, align: 'left' | 'right') => setText(text, styles.strong, { x: at, y: 0, width: half, tag: 'P', align }, sheet)
  const poles = [pole(left, x + mark / 2, 'left'), pole(right, sheet.width - mark / 2 - half, 'right')]
  const items: Item[] = poles.map(({ item }) => item)
  let y = Math.max(...poles.map((one) => one.bottom)) + 2 + sheet.gap(3)
  const tallest = Math.max(...marks.map((name) => markName(name, x, sheet).bottom))
  const pitch = Math.max(14.5 + sheet.gap(4), tallest + 7) + extra
  marks.forEach((name, position) => {
    items.push(...track(block, `${sheet.key}.${index + 1}.${position + 1}`, capitalised(name), [left, right], x, y + (pitch - mark) / 2, sheet))
    y += pitch
  })
  return {
    height: y, items: [group('Div', items)], space: index === 0 ? (headed ? 9 + sheet.gap(5) : blockSpace) : 12 + sheet.gap(4),
    ...(extra > 0 ? {} : { grow: { unit: 2 * marks.length, size: 21 * marks.length, most: 4, to: (steps) => pair(block, index, headed, sheet, steps * 2) } }),
  }
}

const markName = (name: string, x: number, sheet: SheetContext): SetText =>
  setText(capitalised(name), styles.hint, { x: 0, y: 0, width: Math.max(1, x - 8), tag: 'P' }, sheet)

/** One line between two poles with a tick for each place, closed at both ends. */
function track(block: SpectrumBlock, name: string, who: string, [left, right]: readonly [string, string], x: number, y: number, sheet: SheetContext): Item[] {
  const step = (sheet.width - x - mark) / (places - 1)
  const label = titled(block, `${who === '' ? '' : `${who}: `}${left} – ${right}`)
  const middle = y + mark / 2
  const [from, to] = [x + mark / 2, sheet.width - mark / 2]
  const closed = [from, to].map((end) => lineShape(end, middle - 5.5, end, middle + 5.5, mute, 1.25))
  const buttons = Array.from({ length: places }, (_, index) =>
    tick(name, label, x + index * step, y, String(index + 1), sheet.words.sheet.between(index + 1, places, left, right)))
  const named = markName(who, x, sheet)
  const text: Item[] = who === '' ? [] : [{ ...named.item, lines: named.item.lines.map((one) => ({ ...one, y: one.y + middle - named.bottom / 2 })) }]
  return [...text, { type: 'drawing', shapes: [lineShape(from, middle, to, middle, mute, 0.75), ...closed] }, ...buttons]
}
