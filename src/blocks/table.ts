import * as v from 'valibot'
import type { Item } from '../model/page.ts'
import type { Shape } from '../model/scene.ts'
import { keys } from '../parse/validate.ts'
import { integer, number, text } from '../parse/values.ts'
import { moved } from '../render/sheet/move.ts'
import type { BlockBase, BlockKind, Piece, SheetContext } from './block.ts'
import { check, mark, open, row, single, writingLine } from './kit/fields.ts'
import { group } from './kit/flow.ts'
import { blockSpace, headPiece, titled } from './kit/head.ts'
import { setText, styles, widthOf } from './kit/type.ts'

export interface TableColumn {
  readonly title: string
  /** Share of the table's width. */
  readonly width?: number
  readonly type: 'text' | 'check' | 'number'
}

export interface TableBlock extends BlockBase {
  readonly kind: 'table'
  readonly columns: readonly TableColumn[]
  /** How many, or a label for each; labels stand in a column of their own in front. */
  readonly rows: number | readonly string[]
}

const gutter = 9
/** A cell no wider than this, in points, is for one line of text in a size of its own. */
const narrow = 150
const cellSize = 10.5
/** Points; a box to tick, or some words. */
const leastWidth = { text: 24, number: 24, check: mark + 1 }
const shares = { text: 3, number: 1.4, check: 1 }

export const table: BlockKind<TableBlock> = {
  kind: 'table',
  entries: {
    columns: v.pipe(
      v.array(
        keys({
          title: text,
          width: v.optional(number(0.2, 20)),
          type: v.optional(v.picklist(['text', 'check', 'number'], 'should be text, check or number'), 'text'),
        }),
        'should be a list, each column after "- "',
      ),
      v.minLength(1, 'is empty'),
      v.maxLength(8, 'should be at most eight columns'),
    ),
    rows: v.optional(v.union([integer(1, 30), v.pipe(v.array(text), v.minLength(1, 'is empty'), v.maxLength(30, 'should be at most 30 labels'))], 'should be a number of rows or a list of labels'), '6'),
  },
  layout(block, sheet) {
    const head = headPiece(block, sheet)
    const columns = placed(block, sheet)
    const top = header(block, columns, sheet, head.length > 0 ? 8 + sheet.gap(5) : blockSpace)
    const again = { height: top.height, items: top.repeated }
    const rows = typeof block.rows === 'number' ? Array.from({ length: block.rows }, () => undefined) : block.rows
    const pieces = rows.map((label, index) => line(block, columns, label, index, again, sheet, 0))
    return [...head, top.piece, ...pieces.map((piece, index) => growing(piece, block, columns, rows, index, again, sheet))]
  },
}

interface Placed extends TableColumn {
  readonly x: number
  readonly wide: number
}

type Again = NonNullable<Piece['again']>

const labelled = (block: TableBlock): boolean => typeof block.rows !== 'number'

/** The columns with their places; labels of rows take what they need, up to a third. */
function placed(block: TableBlock, sheet: SheetContext): Placed[] {
  const labels = typeof block.rows === 'number' ? [] : block.rows
  const first = labelled(block) ? Math.min(Math.max(...labels.map((label) => widthOf(label, styles.strong, sheet)), 40) + gutter, sheet.width / 3) : -gutter
  const shareOf = (column: TableColumn): number => column.width ?? shares[column.type]
  const widths = shared(block.columns.map((column) => ({ share: shareOf(column), least: leastWidth[column.type] })), sheet.width - first - gutter * block.columns.length)
  let x = first + gutter
  return block.columns.map((column, index) => {
    const wide = widths[index] as number
    const at = { ...column, x, wide }
    x += wide + gutter
    return at
  })
}

/** Shares out a width; what would get less than it needs gets that, and the others share the rest. */
function shared(parts: readonly { share: number; least: number }[], width: number): number[] {
  const narrow = new Set<number>()
  for (;;) {
    const fixed = parts.reduce((sum, { least }, index) => sum + (narrow.has(index) ? least : 0), 0)
    const total = parts.reduce((sum, { share }, index) => sum + (narrow.has(index) ? 0 : share), 0)
    const widths = parts.map(({ share, least }, index) => (narrow.has(index) ? least : ((width - fixed) * share) / total))
    const found = widths.findIndex((one, index) => !narrow.has(index) && one < (parts[index]?.least ?? 0))
    if (found < 0 || narrow.size === parts.length - 1) return widths
    narrow.add(found)
  }
}

function header(block: TableBlock, columns: readonly Placed[], sheet: SheetContext, space: number) {
  const sets = columns.map(({ title, x, wide }) => setText(title, styles.column, { x, y: 0, width: wide, tag: 'P' }, sheet))
  const tall = Math.max(...sets.map((set) => set.bottom))
  const texts = sets.map((set) => ({ ...set.item, lines: set.item.lines.map((one) => ({ ...one, y: one.y + tall - set.bottom })) }))
  const height = tall + 3
  const cells = texts.map((item): Item => ({ type: 'group', tag: 'TH', scope: 'Column', items: [item] }))
  const corner = labelled(block) ? [group('TD', [])] : []
  const piece: Piece = { height, space, keepWithNext: true, items: [group('Table', [group('TR', [...corner, ...cells])], `${sheet.key}.table`)] }
  return { piece, height, repeated: [...texts.map((item): Item => ({ ...item, tag: 'artifact' }))] }
}

/** One row of the table; `extra` points are added to its height. */
function line(block: TableBlock, columns: readonly Placed[], label: string | undefined, index: number, again: Again, sheet: SheetContext, extra: number): Piece {
  const shapes: Shape[] = []
  const cells: Item[] = []
  let height = row
  if (label !== undefined) {
    const set = setText(label, styles.strong, { x: 0, y: 0, width: (columns[0] as Placed).x - gutter, tag: 'P' }, sheet)
    height = Math.max(row, set.bottom + 11) + extra
    const shift = (height - set.bottom) / 2
    const item = { ...set.item, lines: set.item.lines.map((one) => ({ ...one, y: one.y + shift })) }
    cells.push({ type: 'group', tag: 'TH', scope: 'Row', items: [item] })
  }
  for (const [position, column] of columns.entries()) {
    cells.push(group('TD', [cell(block, column, `${sheet.key}.${index + 1}.${position + 1}`, label ?? sheet.words.row(index + 1), height)]))
    if (column.type !== 'check') shapes.push(writingLine(column.x, height, column.wide))
  }
  return {
    height, space: 0, again,
    items: [group('Table', [group('TR', cells)], `${sheet.key}.table`), { type: 'drawing', shapes }],
  }
}

function cell(block: TableBlock, { title, type, x, wide }: Placed, name: string, label: string, height: number): Item {
  const words = titled(block, `${title}, ${label}`)
  if (type === 'check') return check(name, words, x, (height - mark) / 2)
  if (type === 'number' || (wide <= narrow && height < row * 1.7)) return single(name, words, { x, y: height - 20, width: wide }, 20, cellSize)
  return open(name, words, { x, y: 1, width: wide }, height - 1.5)
}

/** Numbered rows grow in number, at the end; labelled ones in height, all alike. */
function growing(piece: Piece, block: TableBlock, columns: readonly Placed[], rows: readonly (string | undefined)[], index: number, again: Again, sheet: SheetContext): Piece {
  const label = rows[index]
  if (label !== undefined) {
    const unit = 6
    return { ...piece, grow: { unit, size: row, most: 6, to: (steps) => line(block, columns, label, index, again, sheet, steps * unit) } }
  }
  if (index < rows.length - 1 || block.columns.every((column) => column.type === 'check')) return piece
  return { ...piece, grow: { unit: row, size: rows.length * row, most: 20, to: (steps) => more(piece, steps) } }

  function more(last: Piece, steps: number): Piece {
    const added = Array.from({ length: steps }, (_, step) => line(block, columns, undefined, index + 1 + step, again, sheet, 0))
    return { ...last, height: last.height + steps * row, items: [...last.items, ...added.flatMap((one, step) => moved(one.items, 0, last.height + step * row))] }
  }
}
