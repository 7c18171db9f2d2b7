import * as v from 'valibot'
import type { Item, Text } from '../model/page.ts'
import { ink, mute, rule } from '../model/palette.ts'
import type { Shape } from '../model/scene.ts'
import { integer, text } from '../parse/values.ts'
import { circleShape, lineShape, polygonShape, rectShape } from '../render/sheet/shape.ts'
import type { BlockBase, BlockKind, Piece, SheetContext } from './block.ts'
import { edge, small } from './kit/fields.ts'
import { Flow, group } from './kit/flow.ts'
import { blockSpace, headPiece, titled } from './kit/head.ts'
import { setText, styles, widthOf } from './kit/type.ts'

export interface RadarBlock extends BlockBase {
  readonly kind: 'radar'
  readonly axes: readonly string[]
  /** Steps from the middle to the edge. */
  readonly levels: number
  /** Whose profiles are drawn, each with a line of its own. */
  readonly series?: readonly string[]
}

/** Lines that are told apart in black and white: how long a dash and its pause are; none for a whole line. */
const dashes: readonly (readonly [number, number] | undefined)[] = [undefined, [7, 3.5], [0.1, 4.2], [13, 3]]

export const radar: BlockKind<RadarBlock> = {
  kind: 'radar',
  entries: {
    axes: v.pipe(v.array(text, 'should be a list of names, each after "- "'), v.minLength(3, 'should be at least three names'), v.maxLength(8, 'should be at most eight names')),
    levels: v.optional(integer(3, 10), '5'),
    series: v.optional(v.pipe(v.array(text, 'should be a list of names, each after "- "'), v.minLength(1, 'is empty'), v.maxLength(4, 'should be at most four names'))),
  },
  layout(block, sheet) {
    const head = headPiece(block, sheet)
    const space = head.length > 0 ? 7 + sheet.gap(9) : blockSpace
    return [...head, growing(block, sheet, space), ...table(block, sheet)]
  },
}

type Point = readonly [number, number]

/** The web: rings, axes with their names, and a point to mark at every crossing. */
function web(block: RadarBlock, sheet: SheetContext, radius: number, space: number): Piece {
  const { axes, levels } = block
  const count = axes.length
  const middle = sheet.width / 2
  const angle = (index: number): number => angleOf(index, count)
  const names = axisNames(block, radius, sheet)
  const top = Math.min(...names.map((name) => name.top), -radius)
  const point = (index: number, level: number): Point => {
    const r = (radius * level) / levels
    return [middle + r * Math.cos(angle(index)), r * Math.sin(angle(index)) - top]
  }
  const ring = (level: number): Point[] => axes.map((_, index) => point(index, level))
  const shapes: Shape[] = []
  for (let level = levels; level >= 1; level -= 1) {
    const outer = level === levels
    const fill = (levels - level) % 2 === 0 ? sheet.palette.tint : '#ffffff'
    shapes.push(polygonShape(ring(level), { fill, stroke: outer ? ink : rule, strokeWidth: outer ? 1 : 0.5, lineJoin: 'round' }))
  }
  for (let index = 0; index < count; index += 1) shapes.push(lineShape(...point(index, 0), ...point(index, levels), rule, 0.5))
  for (let index = 0; index < count; index += 1) {
    for (let level = 1; level <= levels; level += 1) {
      shapes.push(circleShape(...point(index, level), 2.6, { fill: '#ffffff', stroke: edge, strokeWidth: 0.6 }))
    }
  }
  const numbers = Array.from({ length: levels }, (_, index): Item => {
    const [x, y] = point(0, index + 1)
    return setText(String(index + 1), styles.label, { x: x - 20, y: y - 3, width: 14, tag: 'Span', align: 'right' }, sheet).item
  })
  const words = names.map(({ item }): Item => ({ ...item, lines: item.lines.map((line) => ({ ...line, x: line.x + middle, y: line.y - top })) }))
  const bottom = Math.max(...names.map((name) => name.bottom), ...axes.map((_, index) => radius * Math.sin(angle(index)))) - top
  const figure: Item = {
    type: 'group', tag: 'Figure', alt: sheet.words.sheet.radarAlt(axes, levels),
    items: [{ type: 'drawing', shapes }, ...numbers, ...words],
  }
  return { height: bottom + 4, items: [figure], space, keepWithNext: true }
}

const angleOf = (index: number, count: number): number => (index / count) * 2 * Math.PI - Math.PI / 2

/** The web with room to become larger, in steps of six points of its radius, as long as no name needs more lines for it. */
function growing(block: RadarBlock, sheet: SheetContext, space: number): Piece {
  const [smallest, step, farthest] = [88, 6, 10]
  const linesAt = (steps: number): number => namesAt(block, smallest + steps * step, sheet).reduce((sum, { item }) => sum + item.lines.length, 0)
  const lines = linesAt(0)
  let most = 0
  while (most < farthest && linesAt(most + 1) === lines) most += 1
  const piece = web(block, sheet, smallest, space)
  if (most === 0) return piece
  // Between the two, no web is taller than in proportion: names only ever move outwards.
  const unit = (web(block, sheet, smallest + most * step, space).height - piece.height) / most
  const to = (steps: number): Piece => ({ ...web(block, sheet, smallest + steps * step, space), height: piece.height + steps * unit })
  return { ...piece, grow: { unit, size: piece.height, most, to } }
}

/** A name at the end of its axis; positions count from the middle of the web. */
interface AxisName {
  readonly item: Text
  readonly top: number
  readonly bottom: number
}

const namesAt = ({ axes }: RadarBlock, radius: number, sheet: SheetContext): AxisName[] =>
  axes.map((name, index) => axisName(name, angleOf(index, axes.length), radius, sheet))

/** The names around the web. Those at its sides stay; where long ones would touch, the others move up or down. */
function axisNames(block: RadarBlock, radius: number, sheet: SheetContext): AxisName[] {
  const names = namesAt(block, radius, sheet)
  const sines = names.map((_, index) => Math.sin(angleOf(index, names.length)))
  const order = names.map((_, index) => index).sort((a, b) => Math.abs(sines[a] as number) - Math.abs(sines[b] as number))
  const placed: AxisName[] = []
  for (const index of order) {
    const outwards = Math.sign(sines[index] as number)
    let name = names[index] as AxisName
    for (let other = touching(name, placed, sheet); other; other = touching(name, placed, sheet)) {
      name = lowered(name, outwards < 0 ? other.top - apart - name.bottom : other.bottom + apart - name.top)
    }
    names[index] = name
    placed.push(name)
  }
  return names
}

/** From one name's baseline to the capitals of the next, in points. */
const apart = 7

function touching(name: AxisName, others: readonly AxisName[], sheet: SheetContext): AxisName | undefined {
  const [left, right] = sidesOf(name, sheet)
  return others.find((other) => {
    const [otherLeft, otherRight] = sidesOf(other, sheet)
    return left < otherRight + apart && otherLeft < right + apart && name.top < other.bottom + apart - 0.01 && other.top < name.bottom + apart - 0.01
  })
}

const sidesOf = ({ item }: AxisName, sheet: SheetContext): [number, number] => [
  Math.min(...item.lines.map(({ x }) => x)),
  Math.max(...item.lines.map(({ x, text: words }) => x + widthOf(words, styles.strong, sheet))),
]

const lowered = ({ item, top, bottom }: AxisName, by: number): AxisName => ({
  item: { ...item, lines: item.lines.map((line) => ({ ...line, y: line.y + by })) }, top: top + by, bottom: bottom + by,
})

/** A name beside its axis' end: over the web it ends there, under it it begins there, beside it its middle is there. */
function axisName(name: string, angle: number, radius: number, sheet: SheetContext): AxisName {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const upright = Math.abs(cos) < 0.2
  const away = 9
  const [px, py] = [(radius + away) * cos, (radius + away) * sin]
  const width = upright ? Math.min(220, sheet.width) : sheet.width / 2 - Math.abs(px)
  const align = upright ? 'center' : cos > 0 ? 'left' : 'right'
  const x = upright ? -width / 2 : cos > 0 ? px : px - width
  const { item, bottom } = setText(name, styles.strong, { x, y: 0, width, tag: 'Span', align, balance: true }, sheet)
  return lowered({ item, top: 0, bottom }, py - (bottom * (1 - sin)) / 2)
}

/** Where the same values are typed: a row for each profile, a column for each axis. */
function table(block: RadarBlock, sheet: SheetContext): Piece[] {
  const { axes, levels } = block
  const series = block.series ?? ['']
  const sample = 44
  const labels = series.map((name) => widthOf(name, styles.strong, sheet))
  const first = Math.min(Math.max(...labels) + sample + 14, sheet.width * 0.36)
  const columns = axisColumns(axes.length, first, sheet)
  const box = { width: Math.min(...columns.map((column) => column.width), 44), height: 20 }
  const heads = axes.map((axis, index) => setText(axis, styles.label, { ...(columns[index] as Column), y: 0, tag: 'P', align: 'center', balance: true }, sheet))
  // What an author wrote about the boxes stands above the web already.
  const said = block.prompt !== undefined || block.hint !== undefined
  const hint = setText(said ? '' : sheet.words.sheet.radarHint(levels), styles.hint, { x: 0, y: 0, width: sheet.width, tag: 'P' }, sheet)
  const above = said ? 0 : hint.bottom + 8 + sheet.gap(4)
  const tall = above + Math.max(...heads.map((head) => head.bottom))
  const cells = heads.map((head): Item => ({
    type: 'group', tag: 'TH', scope: 'Column',
    items: [{ ...head.item, lines: head.item.lines.map((line) => ({ ...line, y: line.y + tall - head.bottom })) }],
  }))
  const id = `${sheet.key}.table`
  const header: Piece = {
    height: tall + 3 + sheet.gap(2), space: 7 + sheet.gap(7), keepWithNext: true,
    items: [...(said ? [] : [hint.item]), group('Table', [group('TR', [group('TD', []), ...cells])], id)],
  }
  const rows = series.map((name, index): Piece => {
    const flow = new Flow(sheet)
    const height = 23 + sheet.gap(3)
    const set = setText(name, styles.strong, { x: sample + 6, y: 0, width: first - sample - 14, tag: 'P' }, sheet)
    const middle = Math.max(height, set.bottom + 8) / 2
    const shift = middle - set.bottom / 2
    const named = { ...set.item, lines: set.item.lines.map((line) => ({ ...line, y: line.y + shift })) }
    const rowHead: Item = { type: 'group', tag: 'TH', scope: 'Row', items: [{ type: 'drawing', shapes: strokes(0, middle, sample, index, sheet) }, named] }
    const fields = axes.map((axis, column): Item => {
      const { x: left, width } = columns[column] as Column
      const x = left + (width - box.width) / 2
      const label = titled(block, sheet.words.sheet.radarLabel(name, axis, levels))
      return group('TD', [
        { type: 'drawing', shapes: [rectShape(x, middle - box.height / 2, box.width, box.height, { stroke: edge, strokeWidth: 0.6 })] },
        small(`${sheet.key}.${index + 1}.${column + 1}`, label, { x, y: middle - box.height / 2, width: box.width }, box.height),
      ])
    })
    flow.push(group('Table', [group('TR', [rowHead, ...fields])], id))
    return { height: middle * 2, items: flow.items, space: 0, ...(index < series.length - 1 ? { keepWithNext: true as const } : {}) }
  })
  return [header, ...rows]
}

interface Column {
  readonly x: number
  readonly width: number
}

/** A column for each axis, all alike. */
function axisColumns(count: number, first: number, sheet: SheetContext): Column[] {
  const gutter = 8
  const pitch = (sheet.width - first + gutter) / count
  return Array.from({ length: count }, (_, index) => ({ x: first + index * pitch, width: pitch - gutter }))
}

/** A sample of the line a profile is drawn with; none where there is only one. */
function strokes(x: number, y: number, length: number, index: number, sheet: SheetContext): Shape[] {
  const dash = dashes[index]
  const paint = sheet.palette.text === ink ? mute : sheet.palette.text
  if (!dash) return [lineShape(x, y, x + length, y, paint, 1.75)]
  const [on, off] = dash
  const shapes: Shape[] = []
  // A dot is round and as wide as it is high: it begins within the sample.
  const first = on < 1 ? 1.25 : 0
  for (let at = first; at + on <= length; at += on + off) shapes.push({ ...lineShape(x + at, y, x + at + on, y, paint, on < 1 ? 2.5 : 1.75), ...(on < 1 ? { lineCap: 'round' } : {}) })
  return shapes
}
