import * as v from 'valibot'
import { blockKinds, type WorksheetBlock } from '../blocks/index.ts'
import { diagnostic, fileStart, type Diagnostic, type Place } from '../model/diagnostic.ts'
import { minutesOf, type Exercise } from '../model/exercise.ts'
import type { Source } from '../model/source.ts'
import { suggestionHint } from '../model/suggest.ts'
import { keys, placesOf, validate } from './validate.ts'
import { flag, integer, minutes, number, text, texts } from './values.ts'
import { parseYaml, type YamlFile } from './yaml.ts'

export interface ParsedExercise {
  readonly id: string
  /** Absent when the exercise has an error; posts that use it are then not built either. */
  readonly exercise?: Exercise
  readonly diagnostics: readonly Diagnostic[]
}

const mode = v.picklist(['alone', 'pairs', 'fours', 'everyone'], 'should be alone, pairs, fours or everyone')
const list = <T extends v.GenericSchema>(item: T) => v.optional(v.array(item, 'should be a list, each item after "- "'), [])

const step = keys({
  letter: v.optional(v.pipe(text, v.maxLength(2, 'should be one letter or a number'))),
  title: text,
  minutes,
  mode: v.optional(mode, 'alone'),
  say: v.optional(text),
  do: v.optional(text),
  prompt: v.optional(text),
  rows: v.optional(integer(0, 25)),
})

const block = v.variant(
  'kind',
  blockKinds.map((kind) =>
    keys({
      kind: v.literal(kind.kind),
      title: v.optional(text),
      prompt: v.optional(text),
      hint: v.optional(text),
      key: v.optional(v.pipe(text, v.regex(/^[a-z][a-z0-9-]*$/, 'should be lower-case letters a-z, digits and hyphens'))),
      shareable: v.optional(flag),
      ...kind.entries,
    }),
  ) as unknown as [ReturnType<typeof keys<{ kind: v.LiteralSchema<string, undefined> }>>],
) as unknown as v.GenericSchema<unknown, WorksheetBlock>

/** An exercise file; see `docs` for what each key means. */
export const exerciseSchema = keys({
  id: v.optional(text),
  title: text,
  purpose: v.optional(text),
  outcome: v.optional(text),
  timing: v.optional(minutes),
  group: v.optional(keys({ min: v.optional(integer(1, 1000)), max: v.optional(integer(1, 1000)), mode: v.optional(mode) })),
  materials: list(keys({ item: text, per: v.optional(v.picklist(['person', 'group', 'room'], 'should be person, group or room'), 'person'), quantity: v.optional(number(0, 1000), '1') })),
  invitation: v.optional(text),
  lead: v.optional(text),
  head: v.optional(v.pipe(texts, v.maxLength(4, 'should be at most four labels'))),
  steps: list(step),
  worksheet: list(block),
  debrief: list(keys({ question: text, minutes: v.optional(minutes, '1') })),
  tips: v.optional(texts, []),
  pitfalls: v.optional(texts, []),
  variants: list(keys({ title: text, minutes: v.optional(minutes), text, steps: v.optional(v.array(integer(0, 480))), debrief: v.optional(v.array(integer(0, 480))) })),
  followUp: list(keys({ after: v.optional(v.pipe(text, v.regex(/^P(\d+[DWM])$/, 'should be a time such as P14D, P2W or P1M'))), on: v.optional(text), text })),
  parameters: v.optional(v.record(v.string(), text), {}),
})

/** Reads one exercise; its problems are returned with it, never thrown. */
export function parseExercise(source: Source): ParsedExercise {
  const id = source.path.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '')
  const file = parseYaml(source.text, source.path)
  if (file.diagnostics.length > 0) return { id, diagnostics: file.diagnostics }
  const kinds = checkKinds(file)
  const { value, diagnostics } = kinds.length > 0 ? { value: undefined, diagnostics: kinds } : validate(exerciseSchema, file)
  if (!value) return { id, diagnostics }
  const exercise = { ...value, id, path: source.path, places: placesOf(value, file, source.path) } as Exercise
  const found = [...diagnostics, ...checkId(id, value.id, file), ...checkMinutes(exercise), ...checkVariants(exercise)]
  return { id, diagnostics: found, ...(found.some((one) => one.severity === 'error') ? {} : { exercise }) }
}

/** An unknown kind of block gets a message of its own: the schema could only say that nothing fits. */
function checkKinds(file: YamlFile): Diagnostic[] {
  const blocks = (file.value as { worksheet?: unknown } | undefined)?.worksheet
  if (!Array.isArray(blocks)) return []
  const known = blockKinds.map((kind) => kind.kind as string)
  return blocks.flatMap((one: unknown, index) => {
    const kind = typeof one === 'object' && one !== null ? (one as { kind?: unknown }).kind : undefined
    if (typeof kind === 'string' && known.includes(kind)) return []
    const place = file.placeOf(['worksheet', index, 'kind'])
    if (typeof kind !== 'string') return [diagnostic('missing-key', place, '"kind" is missing in a block of the worksheet', suggestionHint('', known))]
    return [diagnostic('bad-value', place, `there is no kind of block called "${kind}"`, suggestionHint(kind, known))]
  })
}

function checkId(id: string, stated: string | undefined, file: YamlFile): Diagnostic[] {
  if (stated === undefined || stated === id) return []
  return [diagnostic('bad-value', file.placeOf(['id']), `"id" is ${stated}, but the file is called ${id}`, 'a post finds its exercise by the name of the file: make the two the same, or leave "id" out')]
}

/** Timing is steps plus debrief (design: Files). */
function checkMinutes(exercise: Exercise): Diagnostic[] {
  const sum = minutesOf(exercise)
  if (exercise.timing === undefined || exercise.timing === sum || exercise.steps.length === 0) return []
  const place: Place = exercise.places['timing'] ?? fileStart(exercise.path)
  return [diagnostic('minutes-do-not-add-up', place, `"timing" says ${exercise.timing} minutes, but steps and debrief add up to ${sum}`, `change "timing" to ${sum}, or the minutes of a step`)]
}

/** A variant that says how long each of its parts takes must say it of every part, and add up. */
function checkVariants({ variants, steps, debrief, places, path }: Exercise): Diagnostic[] {
  return variants.flatMap((variant, index) => {
    if (!variant.steps) return []
    const place = places[`variants.${index}.steps`] ?? fileStart(path)
    const sum = [...variant.steps, ...(variant.debrief ?? [])].reduce((total, one) => total + one, 0)
    const lengths = variant.steps.length === steps.length && (variant.debrief ?? []).length <= debrief.length
    if (!lengths) return [diagnostic('bad-value', place, `"steps" of "${variant.title}" has ${variant.steps.length} numbers, but the exercise has ${steps.length} steps`, 'write a number for each, 0 for one that is left out')]
    if (variant.minutes === undefined || variant.minutes === sum) return []
    return [diagnostic('minutes-do-not-add-up', place, `"${variant.title}" takes ${variant.minutes} minutes, but its steps and debrief add up to ${sum}`, `change its "minutes" to ${sum}, or a step`)]
  })
}
