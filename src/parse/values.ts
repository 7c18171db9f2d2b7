import * as v from 'valibot'

/** What a value is for an editor, which reads `3` as a number where we read text (see `parseYaml`): a JSON Schema. */
const forEditors = <T extends string>(json: object) => v.metadata<T, { readonly json: object }>({ json })

/** Text, trimmed. All scalars arrive as text (see `parseYaml`). */
export const text = v.pipe(v.string('should be text'), forEditors({ type: ['string', 'number'] }), v.trim(), v.minLength(1, 'is empty'))

/** A list of texts; a single text counts as a list of one. */
export const texts = v.union(
  [v.array(text), v.pipe(text, v.transform((one) => [one]))],
  'should be a list of texts, each after "- "',
)

const numeric = (type: 'number' | 'integer', min: number, max: number) =>
  v.pipe(
    v.string('should be a number'),
    forEditors({ type, minimum: min, maximum: max }),
    v.trim(),
    v.regex(/^-?\d+([.]\d+)?$/, 'should be a number'),
    v.transform(Number),
    v.minValue(min, `should be at least ${min}`),
    v.maxValue(max, `should be at most ${max}`),
  )

/** A number between two bounds. */
export const number = (min: number, max: number) => numeric('number', min, max)

/** A whole number between two bounds. */
export const integer = (min: number, max: number) => v.pipe(numeric('integer', min, max), v.integer('should be a whole number'))

/** Minutes of a step or a section: 1 to 480. */
export const minutes = number(1, 480)

/** `true` or `false`. */
export const flag = v.pipe(v.picklist(['true', 'false'], 'should be true or false'), forEditors<'true' | 'false'>({ type: 'boolean' }), v.transform((value) => value === 'true'))

/** A calendar date that exists, `YYYY-MM-DD` (ISO 8601). */
export const date = v.pipe(
  v.string('should be a date written YYYY-MM-DD, as 2011-12-24'),
  v.trim(),
  v.check(isDate, 'is not a date that exists; write it YYYY-MM-DD, as 2011-12-24'),
)

/** True for a calendar date of the Gregorian calendar written `YYYY-MM-DD`. */
export function isDate(value: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)
  if (!match) return false
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const made = new Date(Date.UTC(year, month - 1, day))
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day
}

/** A time of day, `9:00` or `09.00` as well as `09:00`; always given as `HH:MM`. */
export const clockTime = v.pipe(
  v.string('should be a time of day written HH:MM, as 09:30'),
  v.trim(),
  v.check((value) => /^([01]?\d|2[0-3])[:.][0-5]\d$/.test(value), 'is not a time of day; write it HH:MM, as 09:30'),
  v.transform((value) => value.replace('.', ':').padStart(5, '0')),
)
