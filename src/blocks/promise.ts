import * as v from 'valibot'
import { flag, integer } from '../parse/values.ts'
import { rectShape } from '../render/sheet/shape.ts'
import type { BlockBase, BlockKind, Piece, SheetContext } from './block.ts'
import { row, single, writing, writingLine } from './kit/fields.ts'
import { Flow } from './kit/flow.ts'
import { blockSpace, joined } from './kit/head.ts'
import { besideTitle, drawShare } from './kit/share.ts'
import { styles } from './kit/type.ts'

export interface PromiseBlock extends BlockBase {
  readonly kind: 'promise'
  readonly rows: number
  readonly signature?: boolean
  readonly date?: boolean
}

const bar = 5
const inset = 18

export const promise: BlockKind<PromiseBlock> = {
  kind: 'promise',
  entries: { rows: v.optional(integer(1, 12), '2'), signature: v.optional(flag), date: v.optional(flag) },
  layout: (block, sheet) => [piece(block, sheet, block.rows)],
}

function piece(block: PromiseBlock, sheet: SheetContext, rows: number): Piece {
  const flow = new Flow(sheet)
  const width = sheet.width - inset - 14
  const title = block.title ?? sheet.words.sheet.promise
  const aside = block.shareable ? besideTitle(sheet) : 0
  const set = flow.text(title, styles.heading, 'H2', { x: inset, width: width - aside }, 9 + sheet.gap(4))
  const clear = aside > 0 ? drawShare(title, set, inset + width, flow, sheet) : 0
  if (block.prompt !== undefined) flow.text(block.prompt, styles.prompt, 'P', { x: inset, width }, 6 + sheet.gap(2))
  if (block.hint !== undefined) flow.text(block.hint, styles.hint, 'P', { x: inset, width }, 7)
  flow.y = Math.max(flow.y, clear)
  const label = joined([title, ...(block.prompt === undefined ? [] : [block.prompt])])
  flow.push(writing(`${sheet.key}.text`, label, { x: inset, y: flow.y + 1 + sheet.gap(3), width }, rows))
  flow.y += 1 + sheet.gap(3) + rows * row
  const below = [block.date ? 'date' : '', block.signature ? 'signature' : ''].filter((one) => one !== '') as ('date' | 'signature')[]
  drawSigning(below, flow, sheet, width)
  const height = flow.y + 8 + sheet.gap(6)
  const field = { type: 'drawing' as const, shapes: [rectShape(0, 0, sheet.width, height, { fill: sheet.palette.tint }), rectShape(0, 0, bar, height, { fill: sheet.palette.ground })] }
  return {
    height,
    items: [field, ...flow.items],
    space: blockSpace,
    grow: { unit: row, size: rows * row, most: 2, to: (more) => piece(block, sheet, rows + more) },
  }
}

/** Date and signature side by side, each a short line with its label before it. */
function drawSigning(fields: readonly ('date' | 'signature')[], flow: Flow, sheet: SheetContext, width: number): void {
  if (fields.length === 0) return
  const gutter = 18
  const height = 17
  const shares = fields.map((field) => (field === 'date' && fields.length > 1 ? 1 : 2))
  const unit = (width - gutter * (fields.length - 1)) / (fields.length > 1 ? shares.reduce((sum, share) => sum + share, 0) : 3)
  const top = flow.y + 12
  let x = inset
  fields.forEach((field, index) => {
    const wide = unit * (shares[index] as number)
    const words = sheet.words.sheet[field]
    flow.y = top
    flow.text(words, styles.label, 'P', { x, width: wide })
    flow.push(single(`${sheet.key}.${field}`, words, { x, y: flow.y + 3, width: wide }, height))
    flow.shapes(writingLine(x, flow.y + 3 + height, wide))
    flow.y += 3 + height
    x += wide + gutter
  })
}
