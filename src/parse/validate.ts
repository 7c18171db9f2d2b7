import * as v from 'valibot'
import { diagnostic, fileStart, type Diagnostic, type Place } from '../model/diagnostic.ts'
import { suggestionHint } from '../model/suggest.ts'
import type { Path, YamlFile } from './yaml.ts'

export interface Validated<T> {
  /** Without the keys that were wrong, so that the others can be looked at further; absent when one is missing that must be there. */
  readonly value?: T
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Checks a YAML file's value against a schema of strict objects.
 * An unknown key is reported, with the nearest known one, and then ignored; everything else is an error at its place,
 * after which the other keys are still checked.
 */
export function validate<T>(schema: v.GenericSchema<unknown, T>, file: YamlFile): Validated<T> {
  const diagnostics: Diagnostic[] = []
  const value = structuredClone(file.value)
  const reported = new Set<string | number | undefined>()
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const result = v.safeParse(schema, value)
    if (result.success) return { value: result.output, diagnostics }
    const unknown = result.issues.filter(isUnknownKey)
    for (const issue of unknown) {
      const path = pathOf(issue)
      diagnostics.push(unknownKey(path, issue, file))
      // The group it stood in stays, so that what is missing there is noticed.
      deleteAt(value, path)
    }
    // A key without a value counts as left out.
    const empty = result.issues.filter((issue) => !isUnknownKey(issue) && isEmpty(valueOf(issue)))
    // From the end, so that what is taken out of a list does not move what still has to go.
    for (const issue of empty.reverse()) removeAt(value, pathOf(issue))
    if (unknown.length + empty.length > 0) continue
    // What was taken out because it was wrong is not missing as well.
    const fresh = result.issues.filter((issue) => issue.received !== 'undefined' || !reported.has(pathOf(issue)[0]))
    diagnostics.push(...fresh.map((issue) => problem(issue, file)))
    for (const issue of fresh) reported.add(pathOf(issue)[0])
    const wrong = new Set(result.issues.map((issue) => pathOf(issue)[0]))
    const missing = result.issues.some((issue) => issue.received === 'undefined' && pathOf(issue).length <= 1)
    if (missing || wrong.has(undefined)) return { diagnostics }
    for (const key of wrong) removeAt(value, [key as string])
  }
  return { diagnostics }
}

type Issue = v.BaseIssue<unknown>

const pathOf = (issue: Issue): Path => (issue.path ?? []).map((item) => item.key as string | number)

/** What stands where the issue is. */
const valueOf = (issue: Issue): unknown => issue.path?.at(-1)?.value

const isUnknownKey = (issue: Issue): boolean => issue.type === 'strict_object' && issue.expected === 'never'

function unknownKey(path: Path, issue: Issue, file: YamlFile): Diagnostic {
  const key = String(path.at(-1))
  const message = `"${key}" is not a key here, so it is ignored`
  // Between braces a comma ends a value: { question: Why, and how? } has a key "and how?".
  const hint = isEmpty(valueOf(issue)) ? 'if it belongs to the text before it, put that whole text in "quotation marks"' : suggestionHint(key, knownKeys(issue))
  return diagnostic('unknown-key', file.placeOfKey(path), message, hint)
}

/** Strict objects carry their keys in the message, put there by `keys()`. */
function knownKeys(issue: Issue): string[] {
  return issue.message.startsWith(knownPrefix) ? issue.message.slice(knownPrefix.length).split(' ') : []
}

const knownPrefix = 'known keys: '

/** A strict object whose issues know its keys. */
export function keys<const Entries extends v.ObjectEntries>(entries: Entries): v.StrictObjectSchema<Entries, (issue: v.StrictObjectIssue) => string> {
  const names = Object.keys(entries)
  return v.strictObject(entries, (issue: v.StrictObjectIssue) =>
    issue.expected === 'never' ? knownPrefix + names.join(' ') : issue.received === 'undefined' ? 'is missing' : 'should be a group of keys with values',
  )
}

function problem(issue: Issue, file: YamlFile): Diagnostic {
  const path = pathOf(issue)
  const name = nameOf(path)
  if (issue.received === 'undefined') {
    return diagnostic('missing-key', file.placeOf(path.slice(0, -1)), `${name} is missing`, 'add it, or run "npm run new" to see all keys explained')
  }
  const message = issue.message.startsWith(knownPrefix) || issue.message.startsWith('Invalid') ? `should be ${article(issue.expected)}, not ${issue.received}` : issue.message
  const code = issue.message.includes('date') ? 'bad-date' : issue.message.includes('time of day') ? 'bad-time' : 'bad-value'
  return diagnostic(code, file.placeOf(path), `${name} ${message}`)
}

const article = (expected: string | null): string => {
  if (expected === 'string') return 'text'
  if (expected === 'number') return 'a number'
  if (expected === 'boolean') return 'true or false'
  if (expected === 'Array') return 'a list'
  if (expected === 'Object') return 'a group of keys with values'
  return expected ?? 'something else'
}

/** `story.2` as a person would say it: "story, item 3". */
function nameOf(path: Path): string {
  if (path.length === 0) return 'the file'
  return path.map((key, index) => (typeof key === 'number' ? `item ${key + 1}` : index === 0 ? `"${key}"` : key)).join(', ')
}

/** Takes a value out, and what has nothing else in it then. */
function removeAt(value: unknown, path: Path): void {
  const parent = deleteAt(value, path)
  if (parent && Object.keys(parent).length === 0 && path.length > 1) removeAt(value, path.slice(0, -1))
}

/** Takes a value out; gives what it stood in. */
function deleteAt(value: unknown, path: Path): object | undefined {
  const parent = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value)
  if (typeof parent !== 'object' || parent === null) return undefined
  if (Array.isArray(parent)) parent.splice(Number(path.at(-1)), 1)
  else delete (parent as Record<string | number, unknown>)[path.at(-1) as string | number]
  return parent
}

const isEmpty = (value: unknown): boolean => value === '' || value === null

/** Where each value of a checked file stands, by its path joined with dots; the empty path is the file. */
export function placesOf(value: object, file: YamlFile, path: string): Record<string, Place> {
  const places: Record<string, Place> = { '': fileStart(path) }
  const visit = (inner: unknown, at: Path): void => {
    if (at.length > 0) places[at.join('.')] = file.placeOf(at)
    if (Array.isArray(inner)) inner.forEach((item, index) => visit(item, [...at, index]))
    else if (typeof inner === 'object' && inner !== null) Object.entries(inner).forEach(([key, item]) => visit(item, [...at, key]))
  }
  visit(value, [])
  return places
}
