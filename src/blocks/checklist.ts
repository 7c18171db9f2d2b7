import * as v from 'valibot'
import type { Item } from '../model/page.ts'
import { text } from '../parse/values.ts'
import type { BlockBase, BlockKind, Piece, SheetContext } from './block.ts'
import { check, mark } from './kit/fields.ts'
import { group } from './kit/flow.ts'
import { blockSpace, headPiece, titled } from './kit/head.ts'
import { setText, styles } from './kit/type.ts'

export interface ChecklistBlock extends BlockBase {
  readonly kind: 'checklist'
  readonly items: readonly string[]
}

export const checklist: BlockKind<ChecklistBlock> = {
  kind: 'checklist',
  entries: {
    items: v.pipe(v.array(text, 'should be a list, each item after "- "'), v.minLength(1, 'is empty'), v.maxLength(30, 'should be at most 30 items')),
  },
  layout(block, sheet) {
    const head = headPiece(block, sheet)
    return [...head, ...block.items.map((item, index) => point(block, item, index, sheet, head.length > 0, 0))]
  },
}

function point(block: ChecklistBlock, item: string, index: number, sheet: SheetContext, headed: boolean, extra: number): Piece {
  const x = mark + 11
  const set = setText(item, styles.text, { x, y: 0, width: Math.min(sheet.width - x, 440), tag: 'P' }, sheet)
  const height = Math.max(19 + sheet.gap(6), set.bottom + 10 + sheet.gap(5)) + extra
  const shift = (height - set.bottom) / 2
  const text: Item = { ...set.item, lines: set.item.lines.map((one) => ({ ...one, y: one.y + shift })) }
  const box = check(`${sheet.key}.${index + 1}`, titled(block, item), 0, shift + (set.first - mark) / 2)
  const body = group('LBody', [text, box])
  const last = index === block.items.length - 1
  return {
    height, space: index > 0 ? 0 : headed ? 4 + sheet.gap(2) : blockSpace,
    items: [group('L', [group('LI', [body])], `${sheet.key}.list`)],
    ...(!last && (index === 0 || index === block.items.length - 2) ? { keepWithNext: true as const } : {}),
    ...(extra > 0 ? {} : { grow: { unit: 3, size: 27, like: 'rows', most: 4, to: (steps) => point(block, item, index, sheet, headed, steps * 3) } }),
  }
}
