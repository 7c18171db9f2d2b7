import * as v from 'valibot'
import { keys } from '../parse/validate.ts'
import { integer, text } from '../parse/values.ts'
import type { BlockBase, BlockKind, Piece, SheetContext } from './block.ts'
import { row, writing } from './kit/fields.ts'
import { Flow, group } from './kit/flow.ts'
import { blockSpace, headPiece, joined, sectionRule, titled, underRule } from './kit/head.ts'
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
    const space = head.length > 0 ? 8 + sheet.gap(5) : blockSpace
    return [...head, piece(block, sheet, block.rows, space)]
  },
}

/** True for columns without any words above them: their own titles open the block. */
const headless = ({ title, prompt, hint }: ColumnsBlock): boolean => title === undefined && prompt === undefined && hint === undefined

function piece(block: ColumnsBlock, sheet: SheetContext, rows: number, space: number): Piece {
  const count = block.columns.length
  const width = (sheet.width - gutter * (count - 1)) / count
  const opens = headless(block)
  const columnHeads = block.columns.map(({ title, prompt }, index) => {
    const flow = new Flow(sheet)
    const x = index * (width + gutter)
    if (opens && index === 0) flow.shapes(sectionRule(sheet.width))
    flow.text(title, opens ? styles.heading : styles.subheading, headingTag(block.title !== undefined), { x, width, balance: true }, opens ? underRule(sheet) : 0)
    if (prompt !== undefined) {
      const set = setText(prompt, styles.prompt, { x, y: flow.y + 6 + sheet.gap(2), width, tag: 'P' }, sheet)
      flow.push(set.item)
      flow.y = set.bottom
    }
    return { flow, x }
  })
  const y = Math.max(...columnHeads.map(({ flow }) => flow.y)) + 1 + sheet.gap(4)
  const items = columnHeads.map(({ flow, x }, index) => {
    const { title, prompt } = block.columns[index] as ColumnsBlock['columns'][number]
    const label = titled(block, joined([title, ...(prompt === undefined ? [] : [prompt])]))
    return group('Sect', [...flow.items, writing(`${sheet.key}.${index + 1}`, label, { x, y, width }, rows)])
  })
  return {
    height: y + rows * row,
    items,
    space,
    ...(opens ? { ruled: true as const } : {}),
    grow: { unit: row, size: rows * row, most: 22 - rows, to: (more) => piece(block, sheet, rows + more, space) },
  }
}
