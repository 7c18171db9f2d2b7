import * as v from 'valibot'
import type { Item } from '../model/page.ts'
import { ink } from '../model/palette.ts'
import type { Shape } from '../model/scene.ts'
import { keys } from '../parse/validate.ts'
import { integer, text } from '../parse/values.ts'
import { circleShape, lineShape, rectShape } from '../render/sheet/shape.ts'
import type { BlockBase, BlockKind, Piece, SheetContext } from './block.ts'
import { row, writing } from './kit/fields.ts'
import { Flow } from './kit/flow.ts'
import { blockSpace, titled } from './kit/head.ts'
import { styles, type Style } from './kit/type.ts'

export interface CardBlock extends BlockBase {
  readonly kind: 'card'
  readonly style: 'museum' | 'recipe' | 'report'
  readonly fields: readonly { readonly label: string; readonly rows: number }[]
}

export const card: BlockKind<CardBlock> = {
  kind: 'card',
  entries: {
    style: v.optional(v.picklist(['museum', 'recipe', 'report'], 'should be museum, recipe or report'), 'museum'),
    fields: v.pipe(
      v.array(keys({ label: text, rows: v.optional(integer(1, 16), '1') }), 'should be a list, each field after "- "'),
      v.minLength(1, 'is empty'),
      v.maxLength(12, 'should be at most twelve fields'),
    ),
  },
  takenOut: (block) => block.style === 'museum',
  layout: (block, sheet) => [piece(block, sheet, 0)],
}

interface Look {
  readonly inset: number
  readonly top: number
  /** How much of the top may be drawn in. */
  readonly loose: number
  readonly title: Style
  readonly centred: boolean
  /** The frame, once the height is known. */
  readonly frame: (sheet: SheetContext, height: number, titled: number) => Shape[]
}

const looks: Readonly<Record<CardBlock['style'], Look>> = {
  museum: { inset: 40, top: 38, loose: 10, title: { ...styles.heading, size: 22, leading: 24 }, centred: true, frame: plaque },
  recipe: { inset: 24, top: 17, loose: 0, title: { ...styles.heading, size: 19, leading: 21 }, centred: false, frame: indexCard },
  report: { inset: 22, top: 23, loose: 6, title: { ...styles.heading, size: 19, leading: 21 }, centred: false, frame: reportCard },
}

/** A card with its fields; `steps` rows more than asked for, given to the largest fields in turn. */
function piece(block: CardBlock, sheet: SheetContext, steps: number): Piece {
  const look = looks[block.style]
  const rows = shared(block.fields.map((field) => field.rows), steps)
  const flow = new Flow(sheet)
  const column = { x: look.inset, width: sheet.width - 2 * look.inset }
  const centre = look.centred ? ({ align: 'center', balance: true } as const) : {}
  const top = look.top - look.loose + sheet.gap(look.loose)
  flow.y = top
  if (block.title !== undefined) flow.text(block.title, look.title, 'H2', { ...column, ...centre })
  const underTitle = flow.y
  if (block.prompt !== undefined) flow.text(block.prompt, styles.prompt, 'P', { ...column, ...centre }, block.style === 'recipe' ? 22 : 10)
  if (block.hint !== undefined) flow.text(block.hint, styles.hint, 'P', { ...column, ...centre }, 8)
  const first = block.prompt === undefined && block.hint === undefined && block.style === 'recipe' ? 20 + sheet.gap(3) : 11 + sheet.gap(5)
  block.fields.forEach((field, index) => {
    const count = rows[index] as number
    const label = titled(block, field.label)
    flow.text(field.label, styles.column, 'P', column, index === 0 ? first : 7 + sheet.gap(7))
    flow.push(writing(`${sheet.key}.${index + 1}`, label, { ...column, y: flow.y + 1 }, count))
    flow.y += 1 + count * row
  })
  const height = flow.y + top - (look.centred ? 0 : 4)
  const frame: Item = { type: 'drawing', shapes: look.frame(sheet, height, underTitle) }
  return {
    height, items: [frame, ...flow.items], space: blockSpace,
    ...(steps > 0 ? {} : { grow: { unit: row, size: rows.reduce((sum, one) => sum + one, 0) * row, most: 8, to: (more) => piece(block, sheet, more) } }),
  }
}

/** Further rows, one at a time to the field that the author gave most in proportion to what it has. */
function shared(rows: readonly number[], steps: number): number[] {
  const now = [...rows]
  for (let step = 0; step < steps; step += 1) {
    const wants = now.map((count, index) => (rows[index] as number) / count + (rows[index] as number) / 100)
    const index = wants.indexOf(Math.max(...wants))
    now[index] = (now[index] as number) + 1
  }
  return now
}

/** A brass plate: two frames and a screw in each corner. */
function plaque(sheet: SheetContext, height: number): Shape[] {
  const screws = [[13, 13, 1], [sheet.width - 13, 13, -0.4], [13, height - 13, 0.2], [sheet.width - 13, height - 13, 1]] as const
  return [
    rectShape(1, 1, sheet.width - 2, height - 2, { stroke: ink, strokeWidth: 2 }),
    rectShape(20, 20, sheet.width - 40, height - 40, { stroke: ink, strokeWidth: 0.5 }),
    ...screws.flatMap(([x, y, tilt]) => [circleShape(x, y, 4, { stroke: ink, strokeWidth: 0.75 }), lineShape(x - 2.6, y + tilt * 2.6, x + 2.6, y - tilt * 2.6, ink, 0.75)]),
  ]
}

/** A card from a recipe box: rounded, with a notch for the rod of the box in its upper edge and a coloured rule under its title. */
function indexCard(sheet: SheetContext, height: number, titled: number): Shape[] {
  const under = titled + 11
  return [
    { d: notched(0.5, 0.5, sheet.width - 0.5, height - 0.5), stroke: ink, strokeWidth: 1, lineJoin: 'round' },
    rectShape(1, under, sheet.width - 2, 2.5, { fill: sheet.palette.ground }),
  ]
}

/** The outline of a card with round corners and half a hole in the middle of its upper edge. */
function notched(left: number, top: number, right: number, bottom: number): string {
  const [corner, hole] = [9, 8]
  const [c, h] = [corner * 0.4477, hole * 0.5523]
  const middle = (left + right) / 2
  return `M${left + corner} ${top}L${middle - hole} ${top}C${middle - hole} ${top + h} ${middle - h} ${top + hole} ${middle} ${top + hole}` +
    `C${middle + h} ${top + hole} ${middle + hole} ${top + h} ${middle + hole} ${top}L${right - corner} ${top}` +
    `C${right - c} ${top} ${right} ${top + c} ${right} ${top + corner}L${right} ${bottom - corner}C${right} ${bottom - c} ${right - c} ${bottom} ${right - corner} ${bottom}` +
    `L${left + corner} ${bottom}C${left + c} ${bottom} ${left} ${bottom - c} ${left} ${bottom - corner}L${left} ${top + corner}C${left} ${top + c} ${left + c} ${top} ${left + corner} ${top}Z`
}

/** A school report: a frame with a heavy head. */
function reportCard(sheet: SheetContext, height: number): Shape[] {
  return [rectShape(0.5, 0.5, sheet.width - 1, height - 1, { stroke: ink, strokeWidth: 1 }), rectShape(0, 0, sheet.width, 7, { fill: sheet.palette.ground })]
}
