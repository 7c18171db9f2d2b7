import { lstat, open, readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { diagnostic, fileStart, type Diagnostic } from '../model/diagnostic.ts'

/** A file as it lies on the disk, with nothing assumed about what its bytes mean. */
export interface RawFile {
  /** As messages show it. */
  readonly path: string
  /** From the source's own folder, with forward slashes. */
  readonly inside: string
  readonly bytes: Uint8Array
}

export interface RawSource {
  /** The folder everything lies in: the source itself, or that of a single file. */
  readonly folder: string
  readonly isFolder: boolean
  /** Paths from that folder, sorted. */
  readonly names: readonly string[]
}

/** What may be read: larger files and fuller folders are refused with a message, not read in part. */
export const limits = { fileBytes: 64 * 2 ** 20, files: 20_000, depth: 16, pictureBytes: 32 * 2 ** 20 } as const

/** Finds what a source consists of, without reading it; links are not followed. Undefined when there is none. */
export async function findRaw(source: string): Promise<RawSource | undefined> {
  const kind = await stat(source).catch(() => undefined)
  if (kind?.isFile()) return { folder: dirname(resolve(source)), isFolder: false, names: [basename(source)] }
  if (!kind?.isDirectory()) return undefined
  const names: string[] = []
  const visit = async (folder: string, depth: number): Promise<void> => {
    if (depth > limits.depth) return
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (names.length >= limits.files || entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const path = join(folder, entry.name)
      if (entry.isDirectory()) await visit(path, depth + 1)
      else if (entry.isFile()) names.push(relative(source, path).replaceAll(sep, '/'))
    }
  }
  await visit(source, 0)
  return { folder: resolve(source), isFolder: true, names: names.sort() }
}

/** Reads one file of a source whole, or says why not. Never reads more than the limit, even of a file that grows. */
export async function readRaw(source: RawSource, name: string, show: (path: string) => string): Promise<RawFile | Diagnostic> {
  const full = join(source.folder, name)
  const path = show(full)
  const file = await open(full, 'r')
  try {
    const { size } = await file.stat()
    if (size > limits.fileBytes) {
      const megabytes = Math.round(size / 2 ** 20)
      return diagnostic(
        'bad-source',
        fileStart(path),
        `the file is ${megabytes} MB; more than ${limits.fileBytes / 2 ** 20} MB is not read`,
        'export it in parts (WordPress offers a range of dates under Tools › Export), and import each',
      )
    }
    const bytes = new Uint8Array(size)
    let filled = 0
    while (filled < size) {
      const { bytesRead } = await file.read(bytes, filled, size - filled, filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return { path, inside: name, bytes: bytes.subarray(0, filled) }
  } finally {
    await file.close()
  }
}

/** A picture that lies inside the source's folder, by the first of the paths that leads to one; never outside of it. */
export async function readPicture(folder: string, candidates: readonly string[]): Promise<Uint8Array | undefined> {
  const home = await realpath(folder).catch(() => folder)
  for (const candidate of candidates) {
    const path = resolve(folder, candidate)
    const real = await realpath(path).catch(() => undefined)
    if (!real?.startsWith(home + sep)) continue
    const kind = await lstat(real)
    if (!kind.isFile() || kind.size > limits.pictureBytes || kind.size === 0) continue
    const file = await open(real, 'r')
    try {
      return new Uint8Array(await file.readFile())
    } finally {
      await file.close()
    }
  }
  return undefined
}
