import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Options } from '../build/options.ts'
import { shown } from '../build/places.ts'
import { writeAtomic } from '../export/files/atomic.ts'
import { applyIgnores } from '../lint/ignores.ts'
import { fix, lint, type Kind } from '../lint/lint.ts'
import { readSources } from '../load/sources.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Source } from '../model/source.ts'
import { slugOf } from '../parse/post.ts'
import type { Reporter } from './reporter.ts'

interface Text {
  readonly source: Source
  readonly kind: Kind
}

/** Everything a trainer wrote, or the posts asked for. */
async function textsOf({ content, exercises }: Pick<Options, 'content' | 'exercises'>, only: readonly string[]): Promise<Text[]> {
  const [posts, library, workshops] = await Promise.all([
    readSources(resolve(content, 'posts'), ['.md'], shown),
    readSources(exercises, ['.yaml', '.yml'], shown),
    readSources(resolve(content, 'workshops'), ['.yaml', '.yml'], shown),
  ])
  const wanted = posts.sources.filter(({ path }) => only.length === 0 || only.includes(slugOf(path)))
  const others =
    only.length > 0
      ? []
      : [
          ...library.sources.map((source) => ({ source, kind: 'exercise' as const })),
          ...workshops.sources.map((source) => ({ source, kind: 'workshop' as const })),
        ]
  return [...wanted.map((source) => ({ source, kind: 'post' as const })), ...others]
}

const existsBeside =
  (source: Source) =>
  (path: string): boolean =>
    existsSync(resolve(dirname(source.path), path))

/** What the second reader finds, added to what is known already; what a file asks to be ignored is left out. */
export async function readAgain(options: Pick<Options, 'content' | 'exercises'>, only: readonly string[], known: readonly Diagnostic[]): Promise<Diagnostic[]> {
  const texts = await textsOf(options, only)
  const found = texts.flatMap(({ source, kind }) => lint(source, kind, existsBeside(source)).map(({ diagnostic }) => diagnostic))
  const dead = new Set(found.filter(({ code }) => code === 'dead-link').map(placeOf))
  // A link to a file that is not there is said once, and of other posts than those asked for nothing.
  const wanted = new Set(texts.map(({ source }) => source.path))
  const others = only.length === 0 ? [] : (await readSources(resolve(options.content, 'posts'), ['.md'], shown)).sources.filter(({ path }) => !wanted.has(path))
  const aside = new Set(others.map(({ path }) => path))
  const left = known.filter((one) => !aside.has(one.path) && !(one.code === 'bad-link' && dead.has(placeOf(one))))
  return texts.reduce<Diagnostic[]>((rest, { source }) => applyIgnores(source, rest), [...left, ...found])
}

const placeOf = ({ path, line, column }: Diagnostic): string => `${path}:${line}:${column}`

/** Mends what can be mended safely, and shows each line before and after. Returns how many lines were changed. */
export async function mend(options: Pick<Options, 'content' | 'exercises'>, only: readonly string[], report: Reporter): Promise<number> {
  let count = 0
  for (const { source, kind } of await textsOf(options, only)) {
    const { text, repairs } = fix(source, kind, existsBeside(source))
    if (repairs.length === 0) continue
    const path = resolve(source.path)
    await writeAtomic(path, changedLines(await readFile(path, 'utf8'), source.text, text))
    count += repairs.length
    for (const { line, before, after } of repairs) {
      report.say(`${source.path}:${line}\n  - ${before}\n  + ${after}`)
      report.result({ path: source.path, state: 'mended', note: `line ${line}: ${before} → ${after}` })
    }
  }
  return count
}

/** The file as it lies on the disk, with only the changed lines replaced: its line ends and its other letters stay as they are. */
function changedLines(raw: string, before: string, after: string): string {
  const parts = raw.split(/(\r\n|\r|\n)/)
  const [old, mended] = [before.split('\n'), after.split('\n')]
  return parts.map((part, index) => (index % 2 === 1 || old[index / 2] === mended[index / 2] ? part : (mended[index / 2] ?? part))).join('')
}
