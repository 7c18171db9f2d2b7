import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { writeAtomic } from '../export/files/atomic.ts'
import { Outbox } from '../export/files/outbox.ts'
import { contentHash, stampOf } from '../load/stamp.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Exporter, Product } from './exporter.ts'
import type { Options } from './options.ts'
import { customFolder, entriesFolder, folders, toolkitParts } from './places.ts'

/** What a build gave, and what it was made from, to tell the next one that nothing has changed. */
export interface LastBuild {
  /** Files it looked at outside of the folders that every build looks at, absolute. */
  readonly others: readonly string[]
  readonly products: readonly (Product & Pick<Exporter, 'folder'>)[]
  readonly posts: number
  readonly workshops: number
  readonly diagnostics: readonly Diagnostic[]
}

interface Kept extends LastBuild {
  readonly stamp: string
  /** Hash of what the trainer wrote. */
  readonly texts: string
}

/** A file younger than this may change again unseen, in milliseconds: some file systems count time in steps of two seconds. */
const tooYoung = (changed: number): number => (changed % 1000 === 0 ? 2_000 : 20)

/** The last build with these options, if neither what it was made from nor what it made has changed since. */
export async function recall(options: Options): Promise<LastBuild | undefined> {
  if (options.force) return undefined
  try {
    const kept = JSON.parse(await readFile(fileOf(options), 'utf8')) as Kept
    const [{ hash }, out, entries] = await Promise.all([stampOf(inputs(options, kept)), Outbox.open(options.out), Outbox.open(entriesFolder(options))])
    if (hash !== kept.stamp) return undefined
    const boxes = { out, entries }
    const current = await Promise.all(kept.products.map(({ folder, path, key }) => boxes[folder].isCurrent(path, key)))
    return current.every(Boolean) ? kept : undefined
  } catch {
    return undefined
  }
}

/** Whether it is certain that there is something to make: the trainer's texts are not those of the last build. */
export async function isChanged(options: Options): Promise<boolean> {
  try {
    const kept = JSON.parse(await readFile(fileOf(options), 'utf8')) as Kept
    return kept.texts !== (await contentHash(textsOf(options)))
  } catch {
    return false
  }
}

const textsOf = ({ content, exercises }: Options): string[] => [content, exercises]

/** Keeps a build for `recall`, unless something that it was made from may have changed since it began, at `start` in milliseconds. */
export async function remember(options: Options, built: LastBuild, start: number): Promise<void> {
  const { hash, changed } = await stampOf(inputs(options, built))
  if (changed > start - tooYoung(changed)) return
  const kept: Kept = { ...built, stamp: hash, texts: await contentHash(textsOf(options)) }
  // Without it the next build only takes longer.
  await writeAtomic(fileOf(options), JSON.stringify(kept)).catch(() => undefined)
}

const inputs = (options: Options, { others }: Pick<LastBuild, 'others'>): string[] => [...toolkitParts, options.content, options.exercises, customFolder(options), folders.illustrations, ...others]

/** Messages show paths from the folder one stands in, so that is part of what was asked for. */
function fileOf({ quiet: _quiet, json: _json, force: _force, ...asked }: Options): string {
  const hash = createHash('sha256').update(JSON.stringify([resolve('.'), asked])).digest('hex')
  return join(folders.cache, 'builds', `${hash.slice(0, 32)}.json`)
}
