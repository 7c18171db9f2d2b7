import { diagnostic, fileStart, type Diagnostic } from '../model/diagnostic.ts'
import type { SharedAnswer, SharedBars } from '../model/shared-answer.ts'
import { columnsOf } from './answer-table.ts'
import type { ReadField } from './read-fields.ts'
import type { Answer, AnsweredSheet } from './sort-out.ts'

/** With fewer answers than this one could guess whose they are. */
export const fewest = 5

/**
 * What may be shown to everybody: only of blocks that offer a box for sharing, only of people who ticked it, and only
 * where at least five did. Texts are sorted, so that their order tells nothing.
 */
export function sharedAnswers({ id, lang, answers }: AnsweredSheet): { shared: SharedAnswer[]; diagnostics: Diagnostic[] } {
  const columns = columnsOf(answers)
  const shared: SharedAnswer[] = []
  const diagnostics: Diagnostic[] = []
  const place = fileStart(answers[0]?.path ?? id)
  const keys = columns.filter(({ name, type }) => type === 'check' && name.endsWith('.share')).map(({ name }) => name.slice(0, -'share'.length))
  if (keys.length === 0) {
    diagnostics.push(diagnostic('too-few-answers', place, `the sheet ${id} has no block that is shareable, so there is nothing to sum up`, 'write shareable: true in the blocks of its exercise whose answers people may share'))
  }
  for (const key of keys) {
    const willing = answers.filter((answer) => valueOf(answer, `${key}share`) === 'x')
    const fields = columns.filter(({ name }) => name.startsWith(key) && name !== `${key}share`)
    const found = groupsOf(fields, key, areNumbers(fields, willing)).flatMap((group) => answersTo(group, willing, lang))
    const enough = found.filter(({ people }) => people >= fewest)
    if (enough.length === 0) {
      const most = Math.max(0, ...found.map(({ people }) => people))
      const question = fields[0]?.label ?? key
      diagnostics.push(diagnostic('too-few-answers', place, `only ${most} shared what they answered to "${question}", so it is not shown`, `at least ${fewest} are needed for nobody to be recognised`))
    }
    shared.push(...enough)
  }
  return { shared, diagnostics }
}

const valueOf = ({ fields }: Answer, name: string): string => fields.find((field) => field.name === name)?.value ?? ''

/** Whether all that was written in fields of text are small numbers, as grades and ranks are. */
function areNumbers(fields: readonly ReadField[], willing: readonly Answer[]): boolean {
  const values = fields.filter(({ type }) => type === 'text').flatMap(({ name }) => willing.map((answer) => valueOf(answer, name))).filter((value) => value !== '')
  return values.length > 0 && values.every((value) => /^\d{1,2}$/.test(value))
}

/** Fields that are shown together: items of a list, numbers in a row, texts in a column of a table; else each alone. */
function groupsOf(fields: readonly ReadField[], key: string, isNumeric: boolean): ReadField[][] {
  const groups = new Map<string, ReadField[]>()
  for (const field of fields) {
    const [row = '', column] = field.name.slice(key.length).split('.')
    const group = field.type === 'check' ? 'checks' : field.type === 'radio' ? field.name : column === undefined ? `${/^\d+$/.test(row) ? 'items' : row}` : isNumeric ? `row ${row}` : `column ${column}`
    groups.set(group, [...(groups.get(group) ?? []), field])
  }
  return [...groups.values()]
}

function answersTo(fields: readonly ReadField[], willing: readonly Answer[], lang: string): SharedAnswer[] {
  const [first] = fields
  if (!first) return []
  if (first.type === 'radio') return [chosen(first, willing)]
  if (first.type === 'check') return [ticked(fields, willing)]
  const written = willing.map((answer) => fields.map(({ name }) => valueOf(answer, name)).filter((value) => value !== ''))
  const all = written.flat()
  if (fields.length > 1 && areNumbers(fields, willing)) return [averages(fields, willing)]
  // Items of a list are questions of their own; cells of a column are all answers to the same one.
  const isColumn = fields.every(({ name }) => /\.\d+\.\d+$/.test(name))
  if (fields.length > 1 && !isColumn) return fields.flatMap((field) => answersTo([field], willing, lang))
  const people = written.filter((values) => values.length > 0).length
  const question = isColumn ? first.label.replace(/,[^,]*$/, '') : first.label
  return [{ type: 'texts', question, people, texts: all.map((text) => text.replace(/\n+/g, ' ')).sort(new Intl.Collator(lang || 'sv').compare) }]
}

/** How many chose each option; of numbers from one end to another only the ends are in words, as on the sheet. */
function chosen({ name, label, options = [] }: ReadField, willing: readonly Answer[]): SharedBars {
  const values = willing.map((answer) => valueOf(answer, name)).filter((value) => value !== '')
  const counts = options.map(({ value }) => values.filter((one) => one === value).length)
  const most = Math.max(1, ...counts)
  const areSteps = options.length > 2 && options.every(({ value }, index) => value === String(index + 1))
  const labels = options.map(({ value, label: words }, index) => (areSteps && index > 0 && index < options.length - 1 ? value : words))
  const bars = labels.map((words, index) => ({ label: words, share: (counts[index] as number) / most, figure: counts[index] as number, isAverage: false }))
  return { type: 'bars', question: label, people: values.length, bars }
}

/** How many ticked each item. */
function ticked(fields: readonly ReadField[], willing: readonly Answer[]): SharedBars {
  const { question, items } = split(fields)
  const bars = fields.map(({ name }, index) => {
    const count = willing.filter((answer) => valueOf(answer, name) === 'x').length
    return { label: items[index] as string, share: count / Math.max(1, willing.length), figure: count, isAverage: false }
  })
  return { type: 'bars', question, people: willing.length, bars }
}

/** What was written in numbers, on average. */
function averages(fields: readonly ReadField[], willing: readonly Answer[]): SharedBars {
  const { question, items } = split(fields)
  const numbers = fields.map(({ name }) => willing.map((answer) => valueOf(answer, name)).filter((value) => value !== '').map(Number))
  // The question says how far its scale goes: “1 till 5”.
  const stated = fields.flatMap(({ label }) => [...label.matchAll(/\b1 (?:till|to) (\d+)/g)].map(([, end]) => Number(end)))
  const most = Math.max(1, ...stated, ...numbers.flat())
  const bars = numbers.map((values, index) => {
    const average = values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
    return { label: items[index] as string, share: average / most, figure: Math.round(average * 10) / 10, isAverage: true }
  })
  return { type: 'bars', question, people: Math.max(0, ...numbers.map((values) => values.length)), bars }
}

/** What the labels of several fields have in common, up to a colon, is the question; the rest are its items. */
function split(fields: readonly ReadField[]): { question: string; items: string[] } {
  const labels = fields.map(({ label }) => label)
  const [first = ''] = labels
  let at = first.lastIndexOf(': ')
  while (at > 0 && !labels.every((label) => label.startsWith(first.slice(0, at + 2)))) at = first.lastIndexOf(': ', at - 1)
  return at > 0 ? { question: first.slice(0, at), items: labels.map((label) => label.slice(at + 2)) } : { question: first, items: labels }
}
