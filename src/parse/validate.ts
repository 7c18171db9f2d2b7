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
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const result = v.safeParse(schema, value)
    if (result.success) return { value: result.output, diagnostics }
    const unknown = result.issues.filter(isUnknownKey)
    for (const issue of unknown) {
      const path = pathOf(issue)
      diagnostics.push(unknownKey(path, issue, file))
      removeAt(value, path)
    }
    if (unknown.length > 0) continue
    diagnostics.push(...result.issues.map((issue) => problem(issue, file)))
    const wrong = new Set(result.issues.map((issue) => pathOf(issue)[0]))
    const missing = result.issues.some((issue) => issue.received === 'undefined' && pathOf(issue).length <= 1)
    if (missing || wrong.has(undefined)) return { diagnostics }
    for (const key of wrong) removeAt(value, [key as string])
  }
  return { diagnostics }
}

type Issue = v.BaseIssue<unknown>

const pathOf = (issue: Issue): Path => (issue.path ?? []).map((item) => item.key as string | number)

const isUnknownKey = (issue: Issue): boolean => issue.type === 'strict_object' && issue.expected === 'never'

function unknownKey(path: Path, issue: Issue, file: YamlFile): Diagnostic {
  const key = String(path.at(-1))
  const known = knownKeys(issue)
  return diagnostic('unknown-key', file.placeOfKey(path), `"${key}" is not a key here, so it is ignored`, suggestionHint(key, known))
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
  const code = issue.message.includes('date') ? 'bad-date' : 'bad-value'
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

function removeAt(value: unknown, path: Path): void {
  const parent = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value)
  delete (parent as Record<string | number, unknown>)[path.at(-1) as string | number]
}

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
