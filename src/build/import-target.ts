import { createHash } from 'node:crypto'
import { lstat, mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeAtomic } from '../export/files/atomic.ts'
import type { Existing, Ledger, Remembered } from '../import/ledger.ts'
import type { Ready } from '../import/render.ts'
import { readSources } from '../load/sources.ts'
import { splitFrontMatter } from '../parse/front-matter.ts'
import { parsePost, slugOf } from '../parse/post.ts'

/** What is remembered of earlier imports; beside the posts, so that it is kept with them. */
const ledgerName = '.import.json'

/** A folder that posts are imported to, with what is there already. Nothing is ever written outside of it. */
export class ImportTarget {
  readonly folder: string
  readonly ledger: Ledger
  /** Lines that the posts there close with. */
  readonly signoffs: readonly string[]
  /** Slugs that are in use, in lower case. */
  readonly taken: Set<string>
  readonly #existing = new Map<string, Existing>()

  constructor(folder: string, ledger: Ledger, posts: readonly { existing: Existing; signoff?: string }[], slugs: readonly string[]) {
    this.folder = folder
    this.ledger = ledger
    this.signoffs = posts.flatMap(({ signoff }) => signoff ?? [])
    this.taken = new Set(slugs.map((slug) => slug.toLowerCase()))
    for (const { existing } of posts) {
      for (const key of [`file ${existing.file}`, existing.guid, existing.url]) if (key !== undefined) this.#existing.set(key, existing)
    }
  }

  /** Looks at a folder; one that does not exist is empty. */
  static async open(folder: string): Promise<ImportTarget> {
    const { sources, paths } = await readSources(folder, ['.md'], (path) => path)
    const posts = sources.map(async (source) => {
      const { post } = parsePost(source)
      const existing: Existing = {
        file: source.path.slice(folder.length + 1),
        hash: sha256(await readFile(source.path)),
        body: splitFrontMatter(source.text).body.text,
        ...(post?.source?.guid ? { guid: post.source.guid } : {}),
        ...(post?.source?.url ? { url: post.source.url } : {}),
      }
      return { existing, ...(post?.signoff ? { signoff: post.signoff } : {}) }
    })
    return new ImportTarget(folder, await readLedger(folder), await Promise.all(posts), paths.map(slugOf))
  }

  /** The file that a post was imported to before, by its identifier or address, wherever somebody has moved it in the folder. */
  find({ guid, url }: Pick<Ready, 'guid' | 'url'>, remembered: Remembered | undefined): Existing | undefined {
    const byName = [guid, url].flatMap((key) => (key === undefined ? [] : (this.#existing.get(key) ?? [])))
    return byName[0] ?? (remembered && this.#existing.get(`file ${remembered.file}`))
  }

  /** Writes a post: a new one only where no file is, one that was imported before whole or not at all. */
  async write(file: string, text: string, replace: boolean): Promise<void> {
    const path = join(this.folder, file)
    if (replace) return writeAtomic(path, text)
    await mkdir(this.folder, { recursive: true })
    const handle = await open(path, 'wx')
    try {
      await handle.writeFile(text)
    } finally {
      await handle.close()
    }
  }

  /** Writes a picture where none is. False when a folder on the way is none: a link there would lead out of the target. */
  async writePicture(name: string, bytes: Uint8Array): Promise<boolean> {
    const parts = name.split('/')
    for (let count = 1; count < parts.length; count += 1) {
      const kind = await lstat(join(this.folder, ...parts.slice(0, count))).catch(() => undefined)
      if (kind && !kind.isDirectory()) return false
    }
    const path = join(this.folder, name)
    await mkdir(dirname(path), { recursive: true })
    const handle = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => (error.code === 'EEXIST' ? undefined : Promise.reject(error)))
    try {
      await handle?.writeFile(bytes)
    } finally {
      await handle?.close()
    }
    return true
  }

  /** Remembers what was imported, when that is more than before. */
  async remember(ledger: Ledger): Promise<void> {
    if (JSON.stringify(this.ledger) === JSON.stringify(ledger)) return
    const posts = Object.fromEntries(Object.entries(ledger).sort(([a], [b]) => (a < b ? -1 : 1)))
    const note = 'What was imported, so that importing again changes nothing you edited.'
    await writeAtomic(join(this.folder, ledgerName), `${JSON.stringify({ note, posts }, null, 1)}\n`)
  }
}

async function readLedger(folder: string): Promise<Ledger> {
  try {
    const file = JSON.parse(await readFile(join(folder, ledgerName), 'utf8')) as { posts?: Ledger }
    return file.posts ?? {}
  } catch {
    return {}
  }
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')
