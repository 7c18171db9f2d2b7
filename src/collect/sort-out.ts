import { diagnostic, fileStart, type Diagnostic } from '../model/diagnostic.ts'
import type { ReadField } from './read-fields.ts'
import { UnreadableSheet, type ReadSheet } from './read-sheet.ts'

/** A file that came back: what could be read of it, or why nothing could. */
export interface ReturnedFile {
  readonly path: string
  readonly content: ReadSheet | UnreadableSheet
  /** Hash of its bytes. */
  readonly hash: string
}

/** What one person wrote on a sheet. */
export interface Answer {
  readonly path: string
  readonly version?: string
  readonly fields: readonly ReadField[]
}

/** All answers to one sheet. */
export interface AnsweredSheet {
  readonly id: string
  readonly lang: string
  readonly answers: readonly Answer[]
}

/** Sorts files that came back by the sheets in them; what is none of ours, empty or from another version is reported. */
export function sortOut(files: readonly ReturnedFile[]): { sheets: AnsweredSheet[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const sheets = new Map<string, { lang: string; answers: Answer[] }>()
  const known = knownForms(files)
  const seen = new Map<string, string>()
  for (const { path, content, hash } of files) {
    const problem = problemOf(path, content, hash, seen, known)
    if (problem) diagnostics.push(problem)
    if (content instanceof UnreadableSheet || problem) continue
    for (const form of formsOf(content, known)) {
      if (form.fields.every(({ value }) => value === '')) continue
      const sheet = sheets.get(form.id) ?? { lang: content.lang, answers: [] }
      sheets.set(form.id, sheet)
      sheet.answers.push({ path, ...(form.version === undefined ? {} : { version: form.version }), fields: withOwner(form.fields, content.fields) })
    }
  }
  for (const { answers } of sheets.values()) diagnostics.push(...otherVersions(answers))
  return { sheets: [...sheets].map(([id, sheet]) => ({ id, ...sheet })).sort((a, b) => (a.id < b.id ? -1 : 1)), diagnostics }
}

/** The forms of other files by the names of their fields: a program that drops all metadata still keeps those. */
type Known = ReadonlyMap<string, { readonly id: string; readonly version?: string }>

const namesOf = (fields: readonly ReadField[]): string => fields.map(({ name }) => name).sort().join('\n')

function knownForms(files: readonly ReturnedFile[]): Known {
  const whole = files.flatMap(({ content }) => (content instanceof UnreadableSheet ? [] : content.forms.filter(({ fields }) => fields.length === content.fields.length)))
  return new Map(whole.filter(({ fields }) => fields.length > 0).map(({ id, version, fields }) => [namesOf(fields), { id, ...(version === undefined ? {} : { version }) }]))
}

function formsOf({ forms, fields }: ReadSheet, known: Known): ReadSheet['forms'] {
  if (forms.length > 0) return forms
  const same = known.get(namesOf(fields))
  return same ? [{ ...same, fields }] : []
}

/** In a workbook the owner writes their name once, on its cover. */
function withOwner(fields: readonly ReadField[], all: readonly ReadField[]): ReadField[] {
  const owner = all.find(({ name }) => name === 'owner')?.value ?? ''
  return fields.map((field, index) => (index === 0 && field.name.startsWith('head.') && field.value === '' ? { ...field, value: owner } : field))
}

const reasons: Readonly<Record<UnreadableSheet['reason'], readonly [string, string]>> = {
  'not-pdf': ['the file is no PDF', 'ask for the sheet as the program saved it, not as a picture or a document'],
  protected: ['the file is protected with a password', 'ask for a copy without one'],
  damaged: ['the file is damaged and cannot be read', 'ask for it again; it may have been cut off on the way'],
}

function problemOf(path: string, content: ReturnedFile['content'], hash: string, seen: Map<string, string>, known: Known): Diagnostic | undefined {
  const place = fileStart(path)
  if (content instanceof UnreadableSheet) return diagnostic(content.reason === 'not-pdf' ? 'not-a-sheet' : 'damaged-sheet', place, ...reasons[content.reason])
  const first = seen.get(hash)
  seen.set(hash, first ?? path)
  if (first !== undefined) return diagnostic('repeated-sheet', place, `the file is the same as ${first}, so it is counted once`, 'take one of them away')
  if (content.forms.length > 0 && content.fields.length === 0) {
    return diagnostic('flattened-sheet', place, 'the sheet has no fields any more: it was printed to a new PDF, or flattened', 'ask for the file as it was saved; the answers can be read in it, but not collected')
  }
  if (content.fields.length === 0) return diagnostic('not-a-sheet', place, 'the PDF has nothing to fill in', 'if it is a sheet that was scanned or printed to PDF, ask for the saved file')
  const forms = formsOf(content, known)
  if (forms.length === 0) return diagnostic('not-a-sheet', place, 'the PDF is a form, but not one of these sheets', 'take it away from the returned sheets')
  if (forms.every(({ fields }) => fields.every(({ value }) => value === ''))) {
    return diagnostic('blank-sheet', place, 'nothing is filled in', 'if somebody did fill it in, ask them to save it and to send that file')
  }
  return undefined
}

/** Names the answers to another version than most were given to. */
function otherVersions(answers: readonly Answer[]): Diagnostic[] {
  const usual = usualVersion(answers)
  return answers
    .filter(({ version }) => version !== undefined && version !== usual)
    .map(({ path, version }) => diagnostic('other-version', fileStart(path), `the sheet is of another version (${version}) than most (${usual}): its questions may differ`, 'its answers are in the table, with the version beside them; look whether they answer the same questions'))
}

/** The version that most answers were given to; of several as common the first. */
export function usualVersion(answers: readonly Answer[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { version } of answers) if (version !== undefined) counts.set(version, (counts.get(version) ?? 0) + 1)
  return [...counts].reduce<[string, number] | undefined>((best, one) => (best && best[1] >= one[1] ? best : one), undefined)?.[0]
}
