import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { answerTable } from '../collect/answer-table.ts'
import { answerCsv } from '../collect/csv.ts'
import { readSheet, UnreadableSheet } from '../collect/read-sheet.ts'
import { sortOut, type AnsweredSheet, type ReturnedFile } from '../collect/sort-out.ts'
import { Outbox } from '../export/files/outbox.ts'
import { findRaw, readRaw, type RawSource } from '../load/bytes.ts'
import { diagnostic, fileStart, type Diagnostic } from '../model/diagnostic.ts'
import type { Lang } from '../model/post.ts'
import { UsageError } from '../model/usage-error.ts'
import { wordsFor } from '../words/index.ts'
import type { Events } from './build.ts'
import { shown } from './places.ts'

export interface WantedAnswers {
  /** Files and folders, as they were given. */
  readonly paths: readonly string[]
  /** The table to write; several sheets get one each, with the sheet's name in its own. */
  readonly to?: string
  /** Where tables go that have no other place. */
  readonly folder: string
  /** A second row with the stable names of the fields. */
  readonly withNames: boolean
}

export interface CollectedAnswers {
  readonly sheets: readonly AnsweredSheet[]
  readonly files: number
  readonly tables: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Tables lie beside other people's files, so what was made there is remembered under a name of its own. */
const manifest = '.saljverkstad-svar.json'

/**
 * Reads sheets that came back and writes a table of answers for each. A file that cannot be read is reported and the
 * others are still read; a table that somebody changed is set aside.
 * @throws {UsageError} for a path that leads nowhere
 */
export async function collectAnswers({ paths, to, folder, withNames }: WantedAnswers, events: Events): Promise<CollectedAnswers> {
  const found: Diagnostic[] = []
  const files = await readAll(paths, found)
  if (files.length === 0 && found.length === 0) throw new UsageError(`There is no PDF in ${paths.map((path) => shown(resolve(path))).join(', ')}.`, 'name the returned PDFs, or the folder that they lie in')
  const { sheets, diagnostics } = sortOut(files)
  const all = [...found, ...diagnostics]
  events.diagnostics(all)
  const tables: string[] = []
  for (const sheet of sheets) {
    const path = tablePath(sheet.id, sheets.length, to, folder)
    const text = answerCsv(answerTable(sheet, wordsFor(langOf(sheet))), { withNames })
    all.push(...(await writeAnswer(path, text, events)))
    tables.push(shown(path))
  }
  return { sheets, files: files.length, tables, diagnostics: all }
}

export const langOf = ({ lang }: AnsweredSheet): Lang => (lang.startsWith('en') ? 'en' : 'sv')

function tablePath(id: string, count: number, to: string | undefined, folder: string): string {
  if (to === undefined) return resolve(folder, `${id}.csv`)
  return resolve(count === 1 ? to : `${to.replace(/\.csv$/i, '')}-${id}.csv`)
}

/** Writes what was made of answers; a person's version of it is set aside and reported. */
export async function writeAnswer(path: string, content: string | Uint8Array, events: Events): Promise<Diagnostic[]> {
  const box = await Outbox.open(dirname(path), manifest)
  const result = await box.write(basename(path), createHash('sha256').update(content).digest('hex'), content)
  await box.close()
  events.result({ path: shown(path), state: result.state })
  if (!('kept' in result)) return []
  const kept = shown(join(dirname(path), result.kept))
  const problem = diagnostic('changed-by-hand', fileStart(shown(path)), `somebody changed this file since it was made; that version is now ${kept}`, 'move it out of the folder if you want to keep it elsewhere')
  events.diagnostics([problem])
  return [problem]
}

async function readAll(paths: readonly string[], found: Diagnostic[]): Promise<ReturnedFile[]> {
  const files = new Map<string, ReturnedFile>()
  for (const source of (await Promise.all(paths.map(sourcesAt))).flat()) {
    // In a folder other files may lie beside the sheets; one that was named is meant.
    const names = source.isFolder ? source.names.filter((name) => /\.pdf$/i.test(name)) : source.names
    for (const name of names) {
      const raw = await readRaw(source, name, shown)
      if ('code' in raw) found.push(raw)
      else if (!files.has(raw.path)) files.set(raw.path, await returned(raw.path, raw.bytes))
    }
  }
  const order = new Intl.Collator('sv', { numeric: true })
  return [...files.values()].sort((a, b) => order.compare(a.path, b.path))
}

async function returned(path: string, bytes: Uint8Array): Promise<ReturnedFile> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  try {
    return { path, hash, content: await readSheet(bytes) }
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error
    return { path, hash, content: error }
  }
}

/** What a path means: a file, a folder, or files by a pattern that the shell left as it was (as on Windows). */
async function sourcesAt(path: string): Promise<RawSource[]> {
  const source = await findRaw(path)
  if (source) return [source]
  const pattern = basename(path)
  if (!/[*?]/.test(pattern)) throw new UsageError(`There is no file or folder ${path}.`, 'name the returned PDFs, or the folder that they lie in')
  const like = new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 'i')
  const names = (await readdir(dirname(path)).catch(() => [])).filter((name) => like.test(name)).sort()
  if (names.length === 0) throw new UsageError(`No file is called ${path}.`, 'name the returned PDFs, or the folder that they lie in')
  return [{ folder: resolve(dirname(path)), isFolder: false, names }]
}
