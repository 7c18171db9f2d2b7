import * as v from 'valibot'
import { mm } from '../model/worksheet.ts'
import { number } from '../parse/values.ts'
import { roundedShape } from '../render/sheet/shape.ts'
import type { BlockBase, BlockKind, Piece, SheetContext } from './block.ts'
import { edge, open } from './kit/fields.ts'
import { Flow } from './kit/flow.ts'
import { blockSpace, drawHead, question, ruledBy } from './kit/head.ts'

export interface BoxBlock extends BlockBase {
  readonly kind: 'box'
  /** Millimetres. */
  readonly height: number
}

const unit = 12
/** The share of the height asked for that is left where the page would otherwise not hold everything. */
const least = 0.85

export const box: BlockKind<BoxBlock> = {
  kind: 'box',
  entries: { height: v.optional(number(10, 220), '40') },
  layout: (block, sheet) => [piece(block, sheet, block.height * mm * least + sheet.gap(block.height * mm * (1 - least)))],
}

function piece(block: BoxBlock, sheet: SheetContext, height: number): Piece {
  const flow = new Flow(sheet)
  const y = drawHead(block, flow, sheet) ? flow.y + 6 + sheet.gap(3) : 0
  const inset = 4
  flow.shapes(roundedShape(0.5, y, sheet.width - 1, height, 4, { stroke: edge, strokeWidth: 0.75 }))
  flow.push(open(`${sheet.key}.text`, question(block) || sheet.words.sheet.write, { x: inset, y: y + inset, width: sheet.width - 2 * inset }, height - 2 * inset))
  return {
    height: y + height,
    items: flow.items,
    space: blockSpace,
    ...ruledBy(block),
    grow: { unit, size: height, most: 24, to: (steps) => piece(block, sheet, height + steps * unit) },
  }
}
