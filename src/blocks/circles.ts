import * as v from 'valibot'
import { diagnostic } from '../model/diagnostic.ts'
import type { Item } from '../model/page.ts'
import { ink } from '../model/palette.ts'
import { integer, text } from '../parse/values.ts'
import { circleShape, rectShape, roundedShape } from '../render/sheet/shape.ts'
import type { BlockBase, BlockKind, Piece, SheetContext } from './block.ts'
import { row, writing } from './kit/fields.ts'
import { group } from './kit/flow.ts'
import { blockSpace, headPiece, titled } from './kit/head.ts'
import { setText, styles, type SetText } from './kit/type.ts'

export interface CirclesBlock extends BlockBase {
  readonly kind: 'circles'
  /** Names of the rings, the innermost first. */
  readonly rings: readonly string[]
  /** Writing lines in each ring, at least. */
  readonly rows: number
}

const mostRows = 8

export const circles: BlockKind<CirclesBlock> = {
  kind: 'circles',
  entries: {
    rings: v.pipe(v.array(text, 'should be a list of names, the innermost first'), v.minLength(2, 'should be at least two rings'), v.maxLength(5, 'should be at most five rings')),
    rows: v.optional(integer(1, mostRows), '5'),
  },
  layout(block, sheet) {
    const head = headPiece(block, sheet)
    const room = roomFor(block, block.rows, sheet)
    if (room.width < narrowest) {
      sheet.report(diagnostic('does-not-fit', sheet.place, `${block.rings.length} rings leave lines of ${Math.floor(room.width)} points each`, 'give the block fewer rings, or shorter names'))
    }
    let most = 0
    while (block.rows + most < mostRows && roomFor(block, block.rows + most + 1, sheet).named === room.named) most += 1
    return [...head, rings(block, sheet, block.rows, room.named, most, head.length > 0 ? 8 + sheet.gap(4) : blockSpace)]
  },
}

/** Room inside the panel above the names and under the lowest lines. */
const pad = 12
/** From a name to its lines. */
const between = 2
/** From a circle to the words beside it. */
const clear = 9
/** The one in the middle, whose circles these are. */
const self = 13
/** Lines that are shorter than this, in points, have no room for a name or a word. */
const narrowest = 40

/**
 * Rings as wide as a page: circles around the middle of the left edge, so large that their rings become bands side by
 * side, each with a name and lines. What a panel shows of them leaves no corner that one cannot write in.
 */
function rings(block: CirclesBlock, sheet: SheetContext, rows: number, named: number, most: number, space: number): Piece {
  const count = block.rings.length
  const lines = rows * row
  const { width, starts, radii } = bands(count, (named + lines) / 2, sheet.width)
  const height = 2 * pad + named + lines
  const panel = { x: 0.5, y: 0.5, width: sheet.width - 1, height: height - 1, radius: 5 }
  const tints = ['#ffffff', sheet.palette.tint] as const
  const around = [...radii].reverse().map((radius, index) =>
    circleShape(0, height / 2, radius, { fill: tints[(index + count) % 2 === 0 ? 0 : 1], stroke: ink, strokeWidth: 0.9 }))
  const ground = rectShape(0, 0, sheet.width, height, { fill: tints[(count - 1) % 2 === 0 ? 0 : 1] })
  const figure: Item = {
    type: 'group', tag: 'Figure', alt: sheet.words.sheet.circlesAlt(block.rings),
    items: [
      { type: 'drawing', shapes: [ground, ...around, circleShape(0, height / 2, self, { fill: sheet.palette.ground })], clip: panel },
      { type: 'drawing', shapes: [roundedShape(panel.x, panel.y, panel.width, panel.height, panel.radius, { stroke: ink, strokeWidth: 0.9 })] },
    ],
  }
  const fields = block.rings.map((name, index): Item => {
    const x = starts[index] as number
    const set = nameOf(name, x, 0, width, sheet)
    const down = pad + named - between - set.bottom
    const item = { ...set.item, lines: set.item.lines.map((line) => ({ ...line, y: line.y + down })) }
    return group('Div', [item, writing(`${sheet.key}.${index + 1}`, titled(block, name), { x, y: pad + named, width }, rows)])
  })
  return {
    height, items: [figure, ...fields], space,
    // Rings are filled before anything else on their page.
    grow: { unit: row, size: 3 * rows * row, most, to: (steps) => rings(block, sheet, rows + steps, named, 0, space) },
  }
}

/** The height of the names with so many lines under them, and how wide both are. Every line more makes the panel higher and its bands narrower, and may break a name. */
function roomFor({ rings: names }: CirclesBlock, rows: number, sheet: SheetContext): { named: number; width: number } {
  let named = 0
  for (;;) {
    const { width } = bands(names.length, (named + rows * row) / 2, sheet.width)
    const needed = Math.max(...names.map((name) => nameOf(name, 0, 0, width, sheet).bottom)) + between
    if (needed <= named || width < narrowest) return { named, width }
    named = needed
  }
}

const nameOf = (name: string, x: number, y: number, width: number, sheet: SheetContext): SetText =>
  setText(name, styles.strong, { x, y, width, tag: 'P', balance: true }, sheet)

interface Bands {
  /** How wide the lines of each ring are. */
  readonly width: number
  /** Where they begin. */
  readonly starts: readonly number[]
  /** Of the circles between the rings, the smallest first. */
  readonly radii: readonly number[]
}

/** Circles that give each ring lines of the same width, as far up and down from the middle as `reach`. */
function bands(count: number, reach: number, room: number): Bands {
  let [width, tooWide] = [1, room]
  for (let turn = 0; turn < 30; turn += 1) {
    const tried = (width + tooWide) / 2
    if (endOf(tried, count, reach) <= room) width = tried
    else tooWide = tried
  }
  const starts = [self + clear]
  const radii: number[] = []
  for (let index = 1; index < count; index += 1) {
    radii.push(around(starts[index - 1] as number, width, reach))
    starts.push((radii[index - 1] as number) + clear)
  }
  return { width, starts, radii }
}

/** The radius of the circle around lines that begin at `start`. */
const around = (start: number, width: number, reach: number): number => Math.sqrt((start + width + clear) ** 2 + reach ** 2)

/** Where the last ring ends when all lines are so wide. */
function endOf(width: number, count: number, reach: number): number {
  let start = self + clear
  for (let index = 1; index < count; index += 1) start = around(start, width, reach) + clear
  return start + width + clear
}
