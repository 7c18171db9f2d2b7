import * as v from 'valibot'
import type { Item } from '../model/page.ts'
import { ink, rule } from '../model/palette.ts'
import type { Shape } from '../model/scene.ts'
import { text } from '../parse/values.ts'
import { lineShape, polygonShape } from '../render/sheet/shape.ts'
import type { BlockBase, BlockKind, Piece, SheetContext } from './block.ts'
import { open } from './kit/fields.ts'
import { group } from './kit/flow.ts'
import { blockSpace, headPiece, titled } from './kit/head.ts'
import { headingTag, setText, styles } from './kit/type.ts'

export interface MatrixBlock extends BlockBase {
  readonly kind: 'matrix'
  /** The lowest and the highest of the lying axis. */
  readonly x: readonly string[]
  /** The lowest and the highest of the standing axis. */
  readonly y: readonly string[]
  /** Top left, top right, bottom left, bottom right. */
  readonly quadrants?: readonly string[]
}

const ends = v.pipe(v.array(text, 'should be a list of two labels'), v.length(2, 'should be two labels: the lowest and the highest'))
const pad = 9

export const matrix: BlockKind<MatrixBlock> = {
  kind: 'matrix',
  entries: {
    x: ends,
    y: ends,
    quadrants: v.optional(v.pipe(v.array(text, 'should be a list of four titles'), v.length(4, 'should be four titles: top left, top right, bottom left, bottom right'))),
  },
  layout(block, sheet) {
    const head = headPiece(block, sheet)
    // The labels of the standing axis stand over one another in a narrow column.
    const labels = block.y.reduce((sum, label) => sum + axisLabel(label, sheet).bottom, 12)
    return [...head, field(block, sheet, Math.max(104, labels / 2), head.length > 0 ? 8 + sheet.gap(6) : blockSpace)]
  },
}

function field(block: MatrixBlock, sheet: SheetContext, tall: number, space: number): Piece {
  const left = sheet.width / 8
  const wide = (sheet.width - left) / 2
  const bottom = tall * 2
  const axisY = axisTexts(block.y as [string, string], (label, low) => {
    const set = axisLabel(label, sheet)
    return { set, down: low ? bottom - set.bottom : 0, right: 0 }
  })
  const axisX = axisTexts(block.x as [string, string], (label, low) => {
    const set = setText(label, styles.column, { x: low ? left : left + wide + 8, y: 0, width: wide - 8, tag: 'P', align: low ? 'left' : 'right' }, sheet)
    return { set, down: bottom + 9, right: 0 }
  })
  const below = Math.max(...axisX.map((item) => Math.max(...item.lines.map((line) => line.y))))
  const frame: Item = {
    type: 'group', tag: 'Figure', alt: sheet.words.sheet.matrixAlt(block.x, block.y),
    items: [{ type: 'drawing', shapes: frameShapes(left, wide, tall, sheet) }],
  }
  const quadrants = [0, 1, 2, 3].map((index): Item => quadrant(block, index, left, wide, tall, sheet))
  return {
    height: below + 2, items: [frame, ...axisY, ...axisX, ...quadrants], space,
    grow: { unit: 12, size: tall * 2, most: 14, to: (steps) => field(block, sheet, tall + steps * 6, space) },
  }
}

const axisLabel = (label: string, sheet: SheetContext) => setText(label, styles.column, { x: 0, y: 0, width: sheet.width / 8 - 12, tag: 'P' }, sheet)

type SetAt = { readonly set: ReturnType<typeof setText>; readonly down: number; readonly right: number }

function axisTexts([low, high]: readonly [string, string], place: (label: string, low: boolean) => SetAt) {
  return [place(low, true), place(high, false)].map(({ set, down, right }) => ({
    ...set.item, lines: set.item.lines.map((line) => ({ ...line, x: line.x + right, y: line.y + down })),
  }))
}

/** Two axes with arrow heads and the lines between the four parts. */
function frameShapes(left: number, wide: number, tall: number, sheet: SheetContext): Shape[] {
  const [right, bottom] = [sheet.width, tall * 2]
  return [
    lineShape(left, 0, right, 0, rule, 0.5),
    lineShape(right, 0, right, bottom, rule, 0.5),
    lineShape(left + wide, 0, left + wide, bottom, rule, 0.5),
    lineShape(left, tall, right, tall, rule, 0.5),
    lineShape(left, 6, left, bottom, ink, 1.25),
    lineShape(left, bottom, right - 6, bottom, ink, 1.25),
    polygonShape([[left, -1], [left + 3.5, 8], [left - 3.5, 8]], { fill: ink }),
    polygonShape([[right + 0, bottom], [right - 9, bottom - 3.5], [right - 9, bottom + 3.5]], { fill: ink }),
  ]
}

function quadrant(block: MatrixBlock, index: number, left: number, wide: number, tall: number, sheet: SheetContext): Item {
  const [column, line] = [index % 2, Math.floor(index / 2)]
  const x = left + column * wide + pad
  const y = line * tall + pad
  const width = wide - 2 * pad
  const title = block.quadrants?.[index]
  const label = sheet.words.sheet.quadrant(block.y[1 - line] as string, block.x[column] as string)
  if (title === undefined) return group('Div', [open(`${sheet.key}.${index + 1}`, titled(block, label), { x, y, width }, tall - 2 * pad)])
  const set = setText(title, styles.subheading, { x, y, width, tag: headingTag(block.title !== undefined), balance: true }, sheet)
  const top = set.bottom + 5
  return group('Sect', [set.item, open(`${sheet.key}.${index + 1}`, titled(block, `${title}: ${label}`), { x, y: top, width }, line * tall + tall - pad - top)])
}
