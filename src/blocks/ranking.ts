import * as v from 'valibot'
import type { Item } from '../model/page.ts'
import { text } from '../parse/values.ts'
import { roundedShape } from '../render/sheet/shape.ts'
import type { BlockBase, BlockKind, Piece, SheetContext } from './block.ts'
import { edge, small } from './kit/fields.ts'
import { group } from './kit/flow.ts'
import { blockSpace, headPiece, titled } from './kit/head.ts'
import { setText, styles } from './kit/type.ts'

export interface RankingBlock extends BlockBase {
  readonly kind: 'ranking'
  readonly items: readonly string[]
  /** What else is to be known about the order, above the list. */
  readonly note?: string
}

const box = { width: 34, height: 20 }
/** From the left edge to the words beside a box. */
const beside = box.width + 13

export const ranking: BlockKind<RankingBlock> = {
  kind: 'ranking',
  entries: {
    items: v.pipe(v.array(text, 'should be a list, each item after "- "'), v.minLength(2, 'should be at least two items'), v.maxLength(20, 'should be at most 20 items')),
    note: v.optional(text),
  },
  layout(block, sheet) {
    const head = [...headPiece(block, sheet), ...note(block, sheet)]
    return [...head, ...block.items.map((item, index) => place(block, item, index, sheet, head.length > 0, 0))]
  },
}

function note(block: RankingBlock, sheet: SheetContext): Piece[] {
  if (block.note === undefined) return []
  const { item, bottom } = setText(block.note, styles.hint, { x: 0, y: 0, width: Math.min(sheet.width, 430), tag: 'P' }, sheet)
  const opens = block.title === undefined && block.prompt === undefined && block.hint === undefined
  return [{ height: bottom, items: [item], space: opens ? blockSpace : 7, keepWithNext: true }]
}

function place(block: RankingBlock, item: string, index: number, sheet: SheetContext, headed: boolean, extra: number): Piece {
  const x = beside
  const set = setText(item, styles.text, { x, y: 0, width: Math.min(sheet.width - x, 400), tag: 'P' }, sheet)
  const height = Math.max(box.height + 3 + sheet.gap(6), set.bottom + 10 + sheet.gap(5)) + extra
  const shift = (height - set.bottom) / 2
  const text: Item = { ...set.item, lines: set.item.lines.map((one) => ({ ...one, y: one.y + shift })) }
  const y = (height - box.height) / 2
  const frame: Item = { type: 'drawing', shapes: [roundedShape(0.5, y, box.width, box.height, 3, { stroke: edge, strokeWidth: 0.75 })] }
  const field = small(`${sheet.key}.${index + 1}`, titled(block, sheet.words.sheet.rankOf(item, block.items.length)), { x: 2, y: y + 1, width: box.width - 3 }, box.height - 2)
  const last = index === block.items.length - 1
  return {
    height, space: index > 0 ? 0 : headed ? 5 + sheet.gap(3) : blockSpace,
    items: [group('L', [group('LI', [group('LBody', [text, frame, field])])], `${sheet.key}.list`)],
    ...(!last && (index === 0 || index === block.items.length - 2) ? { keepWithNext: true as const } : {}),
    ...(extra > 0 ? {} : { grow: { unit: 3, size: 27, like: 'rows', most: 4, to: (steps) => place(block, item, index, sheet, headed, steps * 3) } }),
  }
}
