import * as v from 'valibot'
import { keys } from '../parse/validate.ts'
import { integer, text } from '../parse/values.ts'
import { rectShape } from '../render/sheet/shape.ts'
import type { BlockBase, BlockKind, Piece, SheetContext } from './block.ts'
import { row, writing } from './kit/fields.ts'
import { Flow, group } from './kit/flow.ts'
import { blockSpace, headPiece, joined, titled } from './kit/head.ts'
import { headingTag, setText, styles } from './kit/type.ts'

export interface ColumnsBlock extends BlockBase {
  readonly kind: 'columns'
  readonly columns: readonly { readonly title: string; readonly prompt?: string }[]
  readonly rows: number
}

const gutter = 18

export const columns: BlockKind<ColumnsBlock> = {
  kind: 'columns',
  entries: {
    columns: v.pipe(
      v.array(keys({ title: text, prompt: v.optional(text) }), 'should be a list, each column after "- "'),
      v.minLength(2, 'should be at least two columns'),
      v.maxLength(4, 'should be at most four columns'),
    ),
    rows: v.optional(integer(1, 22), '6'),
  },
  layout(block, sheet) {
    const head = headPiece(block, sheet)
    const space = head.length > 0 ? 7 + sheet.gap(6) : blockSpace(sheet)
    return [...head, piece(block, sheet, block.rows, space)]
  },
}

function piece(block: ColumnsBlock, sheet: SheetContext, rows: number, space: number): Piece {
  const count = block.columns.length
  const width = (sheet.width - gutter * (count - 1)) / count
  const columnHeads = block.columns.map(({ title, prompt }, index) => {
    const flow = new Flow(sheet)
    const x = index * (width + gutter)
    flow.shapes(rectShape(x, 0, width, 2.5, { fill: sheet.palette.ground }))
    flow.y = 2.5
    flow.text(title, styles.subheading, headingTag(block.title !== undefined), { x, width, balance: true }, 5 + sheet.gap(4))
    if (prompt !== undefined) {
      const set = setText(prompt, styles.prompt, { x, y: flow.y + 8, width, tag: 'P' }, sheet)
      flow.push(set.item)
      flow.y = set.bottom
    }
    return { flow, x }
  })
  const y = Math.max(...columnHeads.map(({ flow }) => flow.y)) + 5
  const items = columnHeads.map(({ flow, x }, index) => {
    const { title, prompt } = block.columns[index] as ColumnsBlock['columns'][number]
    const label = titled(block, joined([title, ...(prompt === undefined ? [] : [prompt])]))
    return group('Sect', [...flow.items, writing(`${sheet.key}.${index + 1}`, label, { x, y, width }, rows)])
  })
  return {
    height: y + rows * row,
    items,
    space,
    grow: { unit: row, size: rows * row, most: 22 - rows, to: (more) => piece(block, sheet, rows + more, space) },
  }
}
