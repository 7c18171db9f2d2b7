import * as v from 'valibot'
import { integer } from '../parse/values.ts'
import type { BlockBase, BlockKind, Piece, SheetContext } from './block.ts'
import { row, writing } from './kit/fields.ts'
import { Flow } from './kit/flow.ts'
import { blockSpace, drawHead, question, ruledBy } from './kit/head.ts'

export interface LinesBlock extends BlockBase {
  readonly kind: 'lines'
  readonly rows: number
}

/** From a prompt's baseline to the top of its field. */
export const underPrompt = (sheet: SheetContext): number => 1 + sheet.gap(4)

/** More rows than this are cut into several fields, so that they can go on on the next page. */
const whole = 24

export const lines: BlockKind<LinesBlock> = {
  kind: 'lines',
  entries: { rows: v.optional(integer(1, 60), '3') },
  layout(block, sheet) {
    const first = piece(block, sheet, Math.min(block.rows, whole), 'text', true)
    const more: Piece[] = []
    for (let left = block.rows - whole; left > 0; left -= whole) {
      more.push(piece(block, sheet, Math.min(left, whole), `more-${more.length + 1}`, false))
    }
    return [first, ...more]
  },
}

function piece(block: LinesBlock, sheet: SheetContext, rows: number, name: string, head: boolean): Piece {
  const flow = new Flow(sheet)
  const headed = head && drawHead(block, flow, sheet)
  const y = headed ? flow.y + underPrompt(sheet) : 0
  flow.push(writing(`${sheet.key}.${name}`, question(block) || sheet.words.sheet.write, { x: 0, y, width: sheet.width }, rows))
  return {
    height: y + rows * row,
    items: flow.items,
    space: head ? blockSpace : 0,
    ...(head ? ruledBy(block) : {}),
    grow: { unit: row, size: rows * row, most: whole - rows, to: (steps) => piece(block, sheet, rows + steps, name, head) },
  }
}
