import { slug, unique } from '../../blocks/kit/slug.ts'
import type { LocalDate } from '../../model/post.ts'
import type { Worksheet } from '../../model/worksheet.ts'
import type { Words } from '../../words/index.ts'

/** What is known of a person beforehand. */
export interface Known {
  readonly name: string
  readonly company?: string
  readonly date?: LocalDate
}

/** Labels of a date that is the day of the workshop. */
const dayLabel = /^(?:datum|date|skrivet den|written on)$/i

/**
 * A sheet for a named person: their company gets a field where the sheet has none, and their name stands in the foot,
 * so that pages which came apart can be put together again.
 */
export function personal(worksheet: Worksheet, { name, company }: Known, words: Words): Worksheet {
  const { head, foot } = worksheet
  const lacks = company !== undefined && !head.includes(words.company)
  return { ...worksheet, head: lacks ? [...head.slice(0, 1), words.company, ...head.slice(1)] : head, foot: `${foot} · ${name}` }
}

/** What goes into the fields of a sheet's head, by their names. The first label of a head is the person's own name. */
export function knownValues({ head }: Pick<Worksheet, 'head'>, { name, company, date }: Known, words: Words, prefix?: string): Map<string, string> {
  const values = new Map<string, string>()
  const names = headNames(head, prefix)
  const person = head.includes(words.name) ? words.name : head[0]
  for (const [label, field] of names) {
    if (label === person && !dayLabel.test(label)) values.set(field, name)
    else if (label === words.company && company !== undefined) values.set(field, company)
    else if (dayLabel.test(label) && date !== undefined) values.set(field, date)
  }
  return values
}

/** The names that a sheet's head gives its fields, by their labels. */
function headNames(labels: readonly string[], prefix?: string): Map<string, string> {
  const free = unique()
  const start = prefix === undefined ? 'head' : `${prefix}.head`
  return new Map(labels.map((label) => [label, `${start}.${free(slug(label))}`]))
}
