import type { ReadField } from './read-fields.ts'
import { usualVersion, type Answer, type AnsweredSheet } from './sort-out.ts'
import type { Words } from '../words/index.ts'

/** A table of answers: a row for each sheet that came back. */
export interface AnswerTable {
  /** The questions, each only once. */
  readonly header: readonly string[]
  /** The stable names of the fields, empty above what is none. */
  readonly names: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Puts answers into columns by the names of their fields, in the order of the version that most have. */
export function answerTable({ answers }: AnsweredSheet, words: Words): AnswerTable {
  const columns = columnsOf(answers)
  const hasVersions = new Set(answers.map(({ version }) => version)).size > 1
  const extra = [words.collect.file, ...(hasVersions ? [words.collect.version] : [])]
  const rows = answers.map(({ path, version, fields }) => {
    const values = new Map(fields.map((field) => [field.name, shownValue(field)]))
    const own = [path.replace(/^.*\//, ''), ...(hasVersions ? [version ?? ''] : [])]
    return [...own, ...columns.map(({ name }) => values.get(name) ?? '')]
  })
  return { header: unique([...extra, ...columns.map(({ label }) => label)]), names: [...extra.map(() => ''), ...columns.map(({ name }) => name)], rows }
}

/** Every field that any answer has, once. */
export function columnsOf(answers: readonly Answer[]): ReadField[] {
  const usual = usualVersion(answers)
  const sorted = [...answers].sort((a, b) => Number(b.version === usual) - Number(a.version === usual) || b.fields.length - a.fields.length)
  const columns = new Map<string, ReadField>()
  for (const { fields } of sorted) {
    let before = ''
    for (const field of fields) {
      if (!columns.has(field.name)) insertAfter(columns, before, field)
      before = field.name
    }
  }
  return [...columns.values()]
}

/** A column that only some have goes where they have it. */
function insertAfter(columns: Map<string, ReadField>, before: string, field: ReadField): void {
  const later = [...columns]
  const index = before === '' && columns.size === 0 ? 0 : later.findIndex(([name]) => name === before) + 1
  columns.clear()
  for (const [name, one] of [...later.slice(0, index), [field.name, field] as const, ...later.slice(index)]) columns.set(name, one)
}

/** A chosen option as a number where it is one, else in the words of the sheet. */
export function shownValue({ type, value, options = [] }: ReadField): string {
  if (type !== 'radio' || value === '' || /^\d+$/.test(value)) return value
  return options.find((option) => option.value === value)?.label ?? value
}

/** Questions that are asked twice are numbered, so that each column has a name of its own. */
function unique(labels: readonly string[]): string[] {
  const taken = new Set<string>()
  return labels.map((label) => {
    let free = label
    for (let number = 2; taken.has(free); number += 1) free = `${label} (${number})`
    taken.add(free)
    return free
  })
}
