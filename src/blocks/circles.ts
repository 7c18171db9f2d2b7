import * as v from 'valibot'
import { diagnostic } from '../model/diagnostic.ts'
import type { Item } from '../model/page.ts'
import { ink } from '../model/palette.ts'
import { integer, text } from '../parse/values.ts'
import { circleShape } from '../render/sheet/shape.ts'
import type { BlockBase, BlockKind, Piece, SheetContext } from './block.ts'
import { row, writing } from './kit/fields.ts'
import { group } from './kit/flow.ts'
import { blockSpace, headPiece, titled } from './kit/head.ts'
import { setText, styles, type SetText } from './kit/type.ts'

export interface CirclesBlock extends BlockBase {
  readonly kind: 'circles'
  /** Names of the rings, the innermost first. */
  readonly rings: readonly string[]
  /** Writing lines in each ring. */
  readonly rows: number
}

export const circles: BlockKind<CirclesBlock> = {
  kind: 'circles',
  entries: {
    rings: v.pipe(v.array(text, 'should be a list of names, the innermost first'), v.minLength(2, 'should be at least two rings'), v.maxLength(5, 'should be at most five rings')),
    rows: v.optional(integer(1, 3), '2'),
  },
  layout(block, sheet) {
    const head = headPiece(block, sheet)
    return [...head, rings(block, sheet, 0, head.length > 0 ? 7 + sheet.gap(8) : blockSpace(sheet))]
  },
}

interface Ring {
  readonly name: string
  readonly radius: number
  /** Top of the circle. */
  readonly top: number
}

/** Above a ring's name, and from it to its lines. */
const above = 11
const between = 5
/** How wide a name may be: no wider than the top of the smallest circle. */
const nameWidth = 94
/** How much of a ring's breadth above the middle it keeps below: the circles hang low, so that there is room to write. */
const low = 0.3

function rings(block: CirclesBlock, sheet: SheetContext, extra: number, space: number): Piece {
  const count = block.rings.length
  const named = Math.max(...block.rings.map((name) => nameOf(name, 0, 0, sheet).bottom)) + between
  const lines = block.rows * row
  const breadth = above + named + lines + 1 + sheet.gap(6)
  const innermost = Math.hypot(nameWidth + 16, lines + named + 7) + 16
  const needed = innermost + (count - 1) * breadth * (1 + low)
  const widest = Math.min(sheet.width - 1, sheet.pageHeight - 60)
  const spread = Math.max(0, Math.min(widest, needed + extra) - needed) / count
  if (innermost + (count - 1) * breadth > widest && block.rows > 1) {
    sheet.report(diagnostic('does-not-fit', sheet.place, `${count} rings with ${block.rows} rows each are wider than the sheet`, 'give the block fewer rings or rows'))
    return rings({ ...block, rows: block.rows - 1 }, sheet, extra, space)
  }
  const squeezed = needed > widest ? Math.max(0, (widest - innermost - (count - 1) * breadth) / ((count - 1) * breadth)) : low
  const thick = breadth + spread / (1 + low)
  const sizes = block.rings.map((_, index) => innermost + spread + index * thick * (1 + squeezed))
  const outermost = sizes.at(-1) as number
  const all = block.rings.map((name, index): Ring => ({ name, radius: (sizes[index] as number) / 2, top: 0.5 + (count - 1 - index) * thick }))
  const middle = sheet.width / 2
  const shapes = [...all].reverse().map(({ radius, top }, index) =>
    circleShape(middle, top + radius, radius, { fill: index % 2 === 0 ? '#ffffff' : sheet.palette.tint, stroke: ink, strokeWidth: index === count - 1 ? 1.25 : 0.75 }))
  const figure: Item = { type: 'group', tag: 'Figure', alt: sheet.words.sheet.circlesAlt(block.rings), items: [{ type: 'drawing', shapes }] }
  const fields = all.map((ring, index) => ringField(ring, index, middle, block, sheet))
  return {
    height: outermost + 1, items: [figure, ...fields], space,
    grow: { unit: 12, size: outermost, most: Math.floor((widest - outermost) / 12), to: (steps) => rings(block, sheet, extra + steps * 12, space) },
  }
}

const nameOf = (name: string, middle: number, y: number, sheet: SheetContext): SetText =>
  setText(name, styles.strong, { x: middle - nameWidth / 2, y, width: nameWidth, tag: 'P', align: 'center', balance: true }, sheet)

/** A ring's name and lines, as wide as the circle allows at that height. */
function ringField({ radius, top, name }: Ring, index: number, middle: number, block: CirclesBlock, sheet: SheetContext): Item {
  const lines = block.rows * row
  const named = nameOf(name, 0, 0, sheet).bottom + between
  const start = index === 0 ? radius - (lines + named) / 2 : above
  const chord = (depth: number): number => 2 * Math.sqrt(Math.max(0, depth * (2 * radius - depth)))
  const set = nameOf(name, middle, top + start, sheet)
  const width = Math.min(chord(start + named) - 16, chord(start + named + lines) - 16, 240)
  return group('Div', [set.item, writing(`${sheet.key}.${index + 1}`, titled(block, name), { x: middle - width / 2, y: set.bottom + between, width }, block.rows)])
}
