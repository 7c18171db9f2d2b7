import * as v from 'valibot'
import { flag, integer, text } from '../parse/values.ts'
import { ink, mute } from '../model/palette.ts'
import type { Shape } from '../model/scene.ts'
import { sceneDrawing } from '../render/sheet/crop.ts'
import { rectShape, roundedShape } from '../render/sheet/shape.ts'
import type { BlockBase, BlockKind, Piece, SheetContext } from './block.ts'
import { row, writing } from './kit/fields.ts'
import { Flow } from './kit/flow.ts'
import { blockSpace, drawHead, question, ruledBy } from './kit/head.ts'
import { styles, type Style } from './kit/type.ts'

export interface LetterBlock extends BlockBase {
  readonly kind: 'letter'
  readonly salutation?: string
  readonly rows: number
  /** Marks at the paper's edge where the letter is folded in three. */
  readonly fold?: boolean
  /** What is written on the envelope. */
  readonly opens?: string
}

const salutation: Style = { font: 'quote', size: 19, leading: 22, color: ink }
const address: Style = { font: 'display', size: 21, leading: 23, color: ink, tracking: -12 }

export const letter: BlockKind<LetterBlock> = {
  kind: 'letter',
  entries: { salutation: v.optional(text), rows: v.optional(integer(1, 22), '8'), fold: v.optional(flag), opens: v.optional(text) },
  takenOut: (block) => block.fold !== false,
  layout(block, sheet) {
    const pieces = [body(block, sheet, block.rows)]
    return block.opens === undefined ? pieces : [...pieces, envelope(block.opens, sheet)]
  },
}

function body(block: LetterBlock, sheet: SheetContext, rows: number): Piece {
  const flow = new Flow(sheet)
  const headed = drawHead(block, flow, sheet)
  if (block.salutation !== undefined) flow.text(block.salutation, salutation, 'P', { x: 0, width: sheet.width }, headed ? 14 : 0)
  const y = flow.y === 0 ? 0 : flow.y + 2 + sheet.gap(4)
  const label = question(block, block.salutation) || sheet.words.sheet.letter
  flow.push(writing(`${sheet.key}.text`, label, { x: 0, y, width: sheet.width }, rows))
  return {
    height: y + rows * row,
    items: flow.items,
    space: blockSpace,
    ...ruledBy(block),
    ...(block.fold === false ? {} : { fold: true as const }),
    grow: { unit: row, size: rows * row, most: 22 - rows, to: (more) => body(block, sheet, rows + more) },
  }
}

/** One wavy line of a postmark. */
function wave(x: number, y: number): Shape {
  const bend = [0, 1, 2, 3].map((part) => {
    const [from, sign] = [x + part * 12, part % 2 === 0 ? -1 : 1]
    return `C${from + 4} ${y + sign * 4} ${from + 8} ${y + sign * 4} ${from + 12} ${y}`
  })
  return { d: `M${x} ${y}${bend.join('')}`, stroke: mute, strokeWidth: 0.75 }
}

/** The front of an envelope, with the words to write on it and a stamp. */
function envelope(opens: string, sheet: SheetContext): Piece {
  const height = 66
  const stamp = { width: 40, height: 46 }
  const flow = new Flow(sheet)
  const x = 18
  const width = sheet.width - x - stamp.width - 32
  flow.shapes(roundedShape(0.6, 0.6, sheet.width - 1.2, height - 1.2, 4, { stroke: ink, strokeWidth: 1.2 }))
  flow.y = 16
  flow.text(sheet.words.sheet.onEnvelope, { ...styles.label, color: mute }, 'P', { x, width })
  const set = flow.text(opens, address, 'P', { x, width }, 9)
  const tall = Math.max(height, set.bottom + 18)
  if (tall > height) flow.items[0] = { type: 'drawing', shapes: [roundedShape(0.6, 0.6, sheet.width - 1.2, tall - 1.2, 4, { stroke: ink, strokeWidth: 1.2 })] }
  const left = sheet.width - stamp.width - 10
  const edge = 3
  flow.shapes(rectShape(left, 10, stamp.width, stamp.height, { fill: '#ffffff', stroke: ink, strokeWidth: 0.75 }))
  flow.push(sceneDrawing(sheet.scene, { x: left + edge, y: 10 + edge, width: stamp.width - 2 * edge, height: stamp.height - 2 * edge }, 0))
  flow.shapes(...[0, 5.5, 11].map((down) => wave(left - 52, 22 + down)))
  return { height: tall, items: flow.items, space: blockSpace }
}
