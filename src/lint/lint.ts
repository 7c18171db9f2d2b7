import { diagnostic, type Place } from '../model/diagnostic.ts'
import type { Source } from '../model/source.ts'
import { parseExercise } from '../parse/exercise.ts'
import { parsePost } from '../parse/post.ts'
import type { Edit, LintFile, Reported } from './file.ts'
import { ignores } from './ignores.ts'
import { postProse, yamlRuns } from './prose.ts'
import { rules } from './rules.ts'

export type Kind = LintFile['kind']

/** Reads one file as a second pair of eyes would; what cannot be parsed is left to the parser to report. */
export function lint(source: Source, kind: Kind, exists: (path: string) => boolean = () => true): Reported[] {
  const file = fileOf(source, kind, exists)
  const inAddress = addressesIn(source.text)
  const found = rules.flatMap((rule) => [...rule(file)]).filter(({ code, at }) => !(print.has(code) && inAddress(at)))
  return found
    .filter(({ code }, index) => found.findIndex((one) => one.code === code && one.at === found[index]?.at) === index)
    .sort((a, b) => a.at - b.at)
    .map(({ code, at, message, hint, edit }) => ({ diagnostic: diagnostic(code, placeOf(source, at), message, hint), ...(edit ? { edit } : {}) }))
}

/** What is about how a text looks in print, and so never about an address in it. */
const print: ReadonlySet<string> = new Set(['quote-mark', 'hyphen-for-dash', 'double-space'])

/** True for an offset inside an address that stands in the text as such. */
function addressesIn(text: string): (at: number) => boolean {
  const ranges = [...text.matchAll(/https?:\/\/\S+/g)].map(({ index, 0: address }) => [index, index + address.length] as const)
  return (at) => ranges.some(([from, to]) => at > from && at < to)
}

function fileOf(source: Source, kind: Kind, exists: (path: string) => boolean): LintFile {
  if (kind === 'post') {
    const { post } = parsePost(source)
    return { source, kind, lang: post?.lang ?? 'sv', ...postProse(source.text), exists, ...(post ? { post } : {}) }
  }
  const exercise = kind === 'exercise' ? parseExercise(source).exercise : undefined
  return { source, kind, lang: 'sv', runs: yamlRuns(source.text, 0), links: [], pictures: [], exists, ...(exercise ? { exercise } : {}) }
}

function placeOf({ path, text }: Source, at: number): Place {
  const before = text.slice(0, at).split('\n')
  return { path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** A repair, as it is shown: the line before and after. */
export interface Repair {
  readonly line: number
  readonly before: string
  readonly after: string
}

export interface Fixed {
  readonly text: string
  readonly repairs: readonly Repair[]
}

/**
 * Mends what can be mended without changing what is said, and says what it did. What the file asks to be ignored
 * stays, and a repair after which the file would no longer parse as before is not made.
 */
export function fix(source: Source, kind: Kind, exists?: (path: string) => boolean): Fixed {
  let text = source.text
  // Mending one thing may bring out another: two rounds are enough for all rules, three leave no doubt.
  for (let round = 0; round < 3; round += 1) {
    const edits = lint({ ...source, text }, kind, exists).flatMap(({ edit, diagnostic: { code } }) => (edit && !ignores(source, code) ? [edit] : []))
    const next = apply(text, edits)
    if (next === text || !parsesLike(source, text, next, kind)) break
    text = next
  }
  const [before, after] = [source.text.split('\n'), text.split('\n')]
  return {
    text,
    repairs: before.flatMap((line, index) => (line === after[index] ? [] : [{ line: index + 1, before: line.trim(), after: (after[index] ?? '').trim() }])),
  }
}

/** Edits in their places; of two that overlap the first is made. */
function apply(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let from = 0
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    if (edit.from < from) continue
    parts.push(text.slice(from, edit.from), edit.text)
    from = edit.to
  }
  return parts.join('') + text.slice(from)
}

function parsesLike(source: Source, before: string, after: string, kind: Kind): boolean {
  const problems = (text: string): string => {
    const one = { ...source, text }
    const { diagnostics } = kind === 'post' ? parsePost(one) : kind === 'exercise' ? parseExercise(one) : { diagnostics: [] }
    return diagnostics
      .map(({ code }) => code)
      .sort()
      .join()
  }
  return problems(before) === problems(after) && before.split('\n').length === after.split('\n').length
}
