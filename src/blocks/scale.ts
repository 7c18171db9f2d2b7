import * as v from 'valibot'
import type { Item } from '../model/page.ts'
import { line as hairline } from '../model/palette.ts'
import { integer, text } from '../parse/values.ts'
import { lineShape } from '../render/sheet/shape.ts'
import type { BlockBase, BlockKind, Piece, SheetContext } from './block.ts'
import { mark, radio } from './kit/fields.ts'
import { group } from './kit/flow.ts'
import { blockSpace, headPiece, titled } from './kit/head.ts'
import { slug, unique } from './kit/slug.ts'
import { setText, styles, widthOf } from './kit/type.ts'

export interface ScaleBlock extends BlockBase {
  readonly kind: 'scale'
  /** Statements to grade. */
  readonly items: readonly string[]
  /** What the lowest and the highest point mean. */
  readonly labels?: readonly string[]
  readonly points: number
  /** Named grades instead of points. */
  readonly options?: readonly string[]
}

const list = v.array(text, 'should be a list, each item after "- "')

export const scale: BlockKind<ScaleBlock> = {
  kind: 'scale',
  entries: {
    items: v.pipe(list, v.minLength(1, 'is empty'), v.maxLength(20, 'should be at most 20 statements')),
    labels: v.optional(v.pipe(list, v.length(2, 'should be two labels: the lowest and the highest'))),
    points: v.optional(integer(2, 10), '5'),
    options: v.optional(v.pipe(list, v.minLength(2, 'should be at least two options'), v.maxLength(7, 'should be at most seven options'))),
  },
  layout(block, sheet) {
    const head = headPiece(block, sheet)
    const grades = gradesOf(block, sheet)
    const top = header(block, grades, sheet, head.length > 0 ? 7 + sheet.gap(7) : blockSpace)
    return [...head, top.piece, ...block.items.map((item, index) => statement(item, titled(block, item), index, block.items.length, grades, top.again, sheet, 0))]
  },
}

interface Grade {
  readonly name: string
  readonly value: string
  /** What it means, in words. */
  readonly words: string
  /** Middle of its column. */
  readonly x: number
}

function gradesOf(block: ScaleBlock, sheet: SheetContext): Grade[] {
  const names = block.options ?? Array.from({ length: block.points }, (_, index) => String(index + 1))
  const widest = Math.max(...names.map((name) => widthOf(name, styles.column, sheet)))
  // The labels of the ends stand over their own marks alone, a word or two a line.
  const ends = block.options ? [] : (block.labels ?? []).flatMap((label) => label.split(/\s+/u))
  const word = Math.max(0, ...ends.map((one) => widthOf(one, styles.label, sheet)))
  const pitch = Math.min(Math.max(widest + 12, Math.min(word + 5, 64), 30), (sheet.width * 0.62) / names.length)
  const left = sheet.width - pitch * names.length
  const free = unique()
  return names.map((name, index) => {
    const end = index === 0 ? block.labels?.[0] : index === names.length - 1 ? block.labels?.[1] : undefined
    return { name, value: free(slug(name, String(index + 1))), words: end === undefined || block.options ? name : `${name}, ${end}`, x: left + pitch * (index + 0.5) }
  })
}

const leftOf = (grades: readonly Grade[], sheet: SheetContext): number => {
  const first = grades[0] as Grade
  return first.x - (sheet.width - (grades.at(-1) as Grade).x)
}

function header(block: ScaleBlock, grades: readonly Grade[], sheet: SheetContext, space: number): { piece: Piece; again: NonNullable<Piece['again']> } {
  const left = leftOf(grades, sheet)
  const pitch = (sheet.width - left) / grades.length
  const labels = block.options ? [] : (block.labels ?? []).map((label, index) =>
    setText(label, styles.label, { x: index === 0 ? left : sheet.width - pitch, y: 0, width: pitch, tag: 'P', align: 'center', balance: true }, sheet))
  const tall = Math.max(0, ...labels.map((label) => label.bottom))
  const ends = labels.map(({ item, bottom }) => ({ item: { ...item, lines: item.lines.map((one) => ({ ...one, y: one.y + tall - bottom })) } }))
  const y = ends.length > 0 ? tall + 6 : 0
  const names = grades.map(({ name, x }) => setText(name, styles.column, { x: x - pitch / 2 + 1, y, width: pitch - 2, tag: 'P', align: 'center' }, sheet))
  const height = Math.max(...names.map((name) => name.bottom)) + 5
  const under: Item = { type: 'drawing', shapes: [lineShape(0, height, sheet.width, height, hairline, 0.5)] }
  const cells = names.map(({ item }): Item => ({ type: 'group', tag: 'TH', scope: 'Column', items: [item] }))
  const table = group('Table', [group('TR', [group('TD', []), ...cells])], `${sheet.key}.table`)
  const artifacts = [...ends, ...names].map(({ item }): Item => ({ ...item, tag: 'artifact' }))
  return {
    piece: { height, space, keepWithNext: true, items: [...ends.map((end) => end.item), table, under] },
    again: { height, items: [...artifacts, under] },
  }
}

/** A statement with its buttons; `extra` points are added to its height. */
function statement(item: string, label: string, index: number, count: number, grades: readonly Grade[], again: NonNullable<Piece['again']>, sheet: SheetContext, extra: number): Piece {
  const left = leftOf(grades, sheet)
  const set = setText(item, styles.text, { x: 0, y: 0, width: left - 14, tag: 'P' }, sheet)
  const height = Math.max(20 + sheet.gap(6), set.bottom + 10 + sheet.gap(6)) + extra
  const shift = (height - set.bottom) / 2
  const text: Item = { ...set.item, lines: set.item.lines.map((one) => ({ ...one, y: one.y + shift })) }
  const name = `${sheet.key}.${index + 1}`
  const buttons = grades.map((grade) => group('TD', [radio(name, label, grade.x - mark / 2, (height - mark) / 2, grade.value, grade.words)]))
  const row = group('TR', [{ type: 'group', tag: 'TH', scope: 'Row', items: [text] }, ...buttons])
  return {
    height, space: 0, again,
    items: [group('Table', [row], `${sheet.key}.table`), { type: 'drawing', shapes: [lineShape(0, height, sheet.width, height, hairline, 0.5)] }],
    ...(index < count - 1 && (index === 0 || index === count - 2) ? { keepWithNext: true as const } : {}),
    ...(extra > 0 ? {} : { grow: { unit: 3, size: 27, like: 'rows', most: 4, to: (steps) => statement(item, label, index, count, grades, again, sheet, steps * 3) } }),
  }
}
