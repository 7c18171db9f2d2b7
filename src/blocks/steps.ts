import * as v from 'valibot'
import type { Exercise } from '../model/exercise.ts'
import { keys } from '../parse/validate.ts'
import { integer, text } from '../parse/values.ts'
import type { BlockBase, BlockKind, Piece, SheetContext } from './block.ts'
import { row, writing } from './kit/fields.ts'
import { Flow, group } from './kit/flow.ts'
import { blockSpace, headPiece, joined, sectionRule, underRule } from './kit/head.ts'
import { letterStyle, setText, styles, headingTag, widthOf } from './kit/type.ts'

export interface StepItem {
  /** The big letter or numeral; default: its number. */
  readonly letter?: string
  readonly title: string
  readonly prompt?: string
  /** Writing lines; 0 for a step that is only read. */
  readonly rows?: number
  readonly minutes?: number
}

export interface StepsBlock extends BlockBase {
  readonly kind: 'steps'
  /** Default: the exercise's own steps that have something to write or to read. */
  readonly items?: readonly StepItem[]
}

/** Where text begins beside the letters: an eighth of the column. */
export const hanging = (sheet: SheetContext): number => sheet.width / 8

const item = keys({
  letter: v.optional(v.pipe(text, v.maxLength(2, 'should be one letter or a number'))),
  title: text,
  prompt: v.optional(text),
  rows: v.optional(integer(0, 20), '2'),
  minutes: v.optional(integer(1, 480)),
})

export const steps: BlockKind<StepsBlock> = {
  kind: 'steps',
  entries: { items: v.optional(v.pipe(v.array(item, 'should be a list, each item after "- "'), v.minLength(1, 'is empty'))) },
  bind: (block, exercise) => (block.items ? block : { ...block, items: itemsOf(exercise) }),
  layout(block, sheet) {
    const items = (block.items ?? []).map((one, index) => ({ ...one, letter: one.letter ?? String(index + 1) }))
    return [...headPiece(block, sheet), ...items.map((one, index) => piece(block, one, index, sheet, one.rows ?? 2))]
  },
}

/** The steps to write on; a step's number counts those that are left out too, as on the slides. */
function itemsOf(exercise: Exercise): StepItem[] {
  return exercise.steps.flatMap((step, index): StepItem[] => {
    const rows = step.rows ?? 0
    if (rows === 0 && step.prompt === undefined) return []
    const prompt = step.prompt ?? step.do
    return [{ letter: step.letter ?? String(index + 1), title: step.title, rows, minutes: step.minutes, ...(prompt === undefined ? {} : { prompt }) }]
  })
}

function piece(block: StepsBlock, one: StepItem & { readonly letter: string }, index: number, sheet: SheetContext, rows: number): Piece {
  const flow = new Flow(sheet)
  const x = hanging(sheet)
  const width = sheet.width - x
  const top = underRule(sheet)
  flow.shapes(sectionRule(sheet.width))
  const minutes = one.minutes === undefined ? undefined : sheet.words.minutes(one.minutes)
  const aside = minutes === undefined ? 0 : widthOf(minutes, styles.minutes, sheet) + 12
  const letter = setText(one.letter, fitted(one.letter, x - 8, sheet), { x: 0, y: top, width: x, tag: 'Span' }, sheet)
  const title = setText(one.title, styles.heading, { x, y: top, width: width - aside, tag: 'Span' }, sheet)
  flow.push(group(headingTag(block.title !== undefined), [letter.item, title.item]))
  if (minutes !== undefined) {
    const { item: text } = setText(minutes, styles.minutes, { x, y: 0, width, tag: 'P', align: 'right' }, sheet)
    flow.push({ ...text, lines: text.lines.map((line) => ({ ...line, y: title.first })) })
  }
  flow.y = title.bottom
  if (one.prompt !== undefined) flow.text(one.prompt, styles.prompt, 'P', { x, width: width - Math.min(aside, 24) }, 6 + sheet.gap(2))
  const under = 1 + sheet.gap(4)
  const bottom = Math.max(flow.y, rows === 0 ? letter.bottom : 0)
  if (rows > 0) {
    const label = joined([one.title, ...(one.prompt === undefined ? [] : [one.prompt])])
    flow.push(writing(`${sheet.key}.${index + 1}`, label, { x, y: bottom + under, width }, rows))
  }
  const height = Math.max(letter.bottom, rows > 0 ? bottom + under + rows * row : bottom)
  return {
    height,
    items: flow.items,
    space: blockSpace,
    ruled: true,
    ...(rows === 0 ? {} : { grow: { unit: row, size: rows * row, most: 6, to: (more) => piece(block, one, index, sheet, rows + more) } }),
  }
}

/** The letter's style, smaller where two figures would not fit its column. */
function fitted(letter: string, width: number, sheet: SheetContext): ReturnType<typeof letterStyle> {
  const style = letterStyle(sheet.palette)
  const wide = widthOf(letter, style, sheet)
  return wide <= width ? style : letterStyle(sheet.palette, Math.floor((style.size * width) / wide))
}
