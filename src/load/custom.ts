import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type * as Slidev from '@slidev/parser/fs'
import { diagnostic, fileStart, type Diagnostic, type Place } from '../model/diagnostic.ts'

/** A section that a trainer has taken over: a Slidev file, as Slidev reads it. */
export interface CustomFile {
  /** The name of the section's post. */
  readonly slug: string
  /** Absolute. */
  readonly path: string
  /** Of the file, and of all that lies beside it for it to show. */
  readonly hash: string
  readonly slides: readonly CustomSource[]
  /** What the taking over wrote, as far as that is still there. */
  readonly origin?: string
  readonly diagnostics: readonly Diagnostic[]
}

export interface CustomSource {
  readonly frontmatter: Readonly<Record<string, unknown>>
  readonly content: string
  /** Markdown. */
  readonly note: string
  /** The first heading of its content. */
  readonly title?: string
  readonly place: Place
}

/** Where what was written first is kept, to tell later what has changed since. */
export const originFolder = '.origin'

/** Reads the sections that were taken over; a missing folder holds none. */
export async function readCustom(folder: string, show: (path: string) => string): Promise<CustomFile[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const names = files.map((file) => relative(folder, file).split(sep).join('/')).sort()
  const beside = await hashOf(folder, names.filter((name) => !name.endsWith('.md') && !name.startsWith('.')))
  const own = names.filter((name) => /^[^._/][^/]*\.md$/.test(name) && name !== 'README.md')
  return Promise.all(own.map((name) => readFileOf(folder, name, beside, show)))
}

async function readFileOf(folder: string, name: string, beside: string, show: (path: string) => string): Promise<CustomFile> {
  const path = join(folder, name)
  const slug = name.replace(/\.md$/, '')
  const text = await readFile(path, 'utf8')
  const origin = await readFile(join(folder, originFolder, name), 'utf8').catch(() => undefined)
  const hash = createHash('sha256').update(text).update(beside).digest('hex')
  const file = { slug, path, hash, ...(origin === undefined ? {} : { origin }) }
  try {
    // Most builds have nothing for it to read.
    const { load } = await import('@slidev/parser/fs')
    const { slides, markdownFiles } = await load({ roots: [], userRoot: dirname(path) }, path)
    const problems = Object.entries(markdownFiles).flatMap(([from, { errors = [] }]) =>
      errors.map(({ row, message }) => badSlides({ path: show(from), line: row + 1, column: 1 }, message)),
    )
    return { ...file, slides: slides.map((slide) => sourceOf(slide, show)), diagnostics: problems }
  } catch (error) {
    return { ...file, slides: [], diagnostics: [badSlides(fileStart(show(path)), error instanceof Error ? error.message : String(error))] }
  }
}

type Loaded = Awaited<ReturnType<typeof Slidev.load>>['slides'][number]

function sourceOf({ frontmatter, content, note = '', title, source }: Loaded, show: (path: string) => string): CustomSource {
  const place = { path: show(source.filepath), line: source.start + 1, column: 1 }
  return { frontmatter, content, note, place, ...(title === undefined ? {} : { title }) }
}

const badSlides = (place: Place, message: string): Diagnostic =>
  diagnostic('bad-slides', place, message.split('\n', 1)[0] ?? message, 'mend the file, or delete it to have the section made from its post again')

async function hashOf(folder: string, names: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const name of names) hash.update(`${name}\0`).update(await readFile(join(folder, name)))
  return hash.digest('hex')
}
