import { createHash } from 'node:crypto'
import { renameSync, writeFileSync } from 'node:fs'
import { readFile, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { writeAtomic } from './atomic.ts'

/** What is remembered of a file that was made: enough to know it again, and to know that a person changed it. */
interface Entry {
  /** Hash of everything the file was made from. */
  readonly key: string
  /** SHA-256 of its bytes. */
  readonly hash: string
  readonly size: number
  /** Milliseconds, as the file system said right after writing: spares reading the file again. */
  readonly modified: number
}

export type Written =
  | { readonly state: 'written' | 'unchanged' }
  /** A person's version stood there; it was kept under another name. */
  | { readonly state: 'written'; readonly kept: string }

const manifestName = '.saljverkstad.json'

const unsaved = new Set<Outbox>()

// What an interrupted build has written is still known to the next one.
process.on('exit', () => unsaved.forEach((box) => box.saveAtOnce()))

/**
 * A folder of generated files that never loses what a person put there: files are written only when their bytes
 * change, whole or not at all, and a file that is not as it was made is moved aside first.
 */
export class Outbox {
  readonly folder: string
  readonly #entries: Map<string, Entry>
  readonly #manifest: string

  constructor(folder: string, entries: Map<string, Entry>, manifest: string) {
    this.folder = folder
    this.#entries = entries
    this.#manifest = manifest
  }

  /**
   * Opens a folder by its manifest; without a readable one every file in it counts as a person's. Commands that share
   * a folder have a manifest each, so that none removes what another made.
   */
  static async open(folder: string, manifest = manifestName): Promise<Outbox> {
    try {
      const entries = JSON.parse(await readFile(join(folder, manifest), 'utf8')) as Record<string, Entry>
      return new Outbox(folder, new Map(Object.entries(entries)), manifest)
    } catch {
      return new Outbox(folder, new Map(), manifest)
    }
  }

  /** The files that were made here, as far as is remembered. */
  paths(): string[] {
    return [...this.#entries.keys()]
  }

  /** Of the files that were made here, those that are still there. */
  async present(): Promise<Set<string>> {
    const paths = this.paths()
    const found = await Promise.all(paths.map((path) => exists(join(this.folder, path))))
    return new Set(paths.filter((_, index) => found[index]))
  }

  /** True when a file was made from the same inputs; what became of it since is another matter. */
  isKnown(path: string, key: string): boolean {
    return this.#entries.get(path)?.key === key
  }

  /** True when the file stands as it was made from the same inputs. */
  async isCurrent(path: string, key: string): Promise<boolean> {
    const entry = this.#entries.get(path)
    return entry?.key === key && (await this.#isOurs(path, entry))
  }

  /** Puts a file in its place; the same bytes are not written again. */
  async write(path: string, key: string, bytes: Uint8Array | string): Promise<Written> {
    const target = join(this.folder, path)
    const hash = sha256(bytes)
    const current = await readFile(target).catch(() => undefined)
    if (current && sha256(current) === hash) {
      await this.#remember(path, key, hash)
      return { state: 'unchanged' }
    }
    const entry = this.#entries.get(path)
    const isPersons = current !== undefined && sha256(current) !== entry?.hash
    const kept = isPersons ? await this.#moveAside(path) : undefined
    await writeAtomic(target, bytes)
    await this.#remember(path, key, hash)
    return { state: 'written', ...(kept ? { kept } : {}) }
  }

  /** Removes files that were made here and are no longer wanted; one that a person changed stays. */
  async prune(wanted: ReadonlySet<string>): Promise<{ removed: string[]; kept: string[] }> {
    const stale = [...this.#entries].filter(([path]) => !wanted.has(path))
    const removed: string[] = []
    const kept: string[] = []
    for (const [path, entry] of stale) {
      this.#entries.delete(path)
      if (!(await exists(join(this.folder, path)))) continue
      if (await this.#isOurs(path, entry)) {
        await rm(join(this.folder, path))
        await removeIfEmpty(dirname(join(this.folder, path)), this.folder)
        removed.push(path)
      } else kept.push(path)
    }
    return { removed, kept }
  }

  /** Saves what is remembered of the files. */
  async close(): Promise<void> {
    unsaved.delete(this)
    const path = join(this.folder, this.#manifest)
    const text = this.#text()
    if ((await readFile(path, 'utf8').catch(() => undefined)) !== text) await writeAtomic(path, text)
  }

  /** The same when there is no time left to wait. */
  saveAtOnce(): void {
    const path = join(this.folder, this.#manifest)
    try {
      writeFileSync(`${path}.part`, this.#text())
      renameSync(`${path}.part`, path)
    } catch {
      // Then the files count as a person's.
    }
  }

  #text(): string {
    return `${JSON.stringify(Object.fromEntries([...this.#entries].sort(([a], [b]) => (a < b ? -1 : 1))), null, 1)}\n`
  }

  async #remember(path: string, key: string, hash: string): Promise<void> {
    const { size, mtimeMs } = await stat(join(this.folder, path))
    this.#entries.set(path, { key, hash, size, modified: mtimeMs })
    unsaved.add(this)
  }

  async #isOurs(path: string, entry: Entry): Promise<boolean> {
    const target = join(this.folder, path)
    const found = await stat(target).catch(() => undefined)
    if (!found) return false
    if (found.size === entry.size && found.mtimeMs === entry.modified) return true
    if (found.size !== entry.size) return false
    return sha256(await readFile(target)) === entry.hash
  }

  /** Renames a person's file to the first free of `name.saved.pdf`, `name.saved-2.pdf`, … */
  async #moveAside(path: string): Promise<string> {
    const extension = extname(path)
    const stem = path.slice(0, path.length - extension.length)
    for (let number = 1; ; number += 1) {
      const name = `${stem}.saved${number === 1 ? '' : `-${number}`}${extension}`
      if (await exists(join(this.folder, name))) continue
      await rename(join(this.folder, path), join(this.folder, name))
      return name
    }
  }
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false)

/** Removes a folder that nothing is left in, and those around it, up to the root. */
async function removeIfEmpty(folder: string, root: string): Promise<void> {
  if (folder === root) return
  const left = await readdir(folder).catch(() => ['?'])
  if (left.length > 0) return
  await rmdir(folder).catch(() => undefined)
  await removeIfEmpty(dirname(folder), root)
}
