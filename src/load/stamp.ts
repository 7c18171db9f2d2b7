import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What files and folders are like: the same stamp means the same names, sizes and times. */
export interface Stamp {
  readonly hash: string
  /** When the youngest of them was changed, in milliseconds; 0 when there is none. */
  readonly changed: number
}

/** The stamp of files, and of folders with all that is in them; nothing is read but the file system's own notes. */
export async function stampOf(paths: readonly string[]): Promise<Stamp> {
  const lines = (await Promise.all(paths.map(linesOf))).flat()
  const hash = createHash('sha256')
  for (const { line } of lines) hash.update(line)
  return { hash: hash.digest('hex'), changed: Math.max(0, ...lines.map(({ time }) => time)) }
}

/** A hash of what is in files, and in all files of folders; slower than a stamp, but times do not count. */
export async function contentHash(paths: readonly string[]): Promise<string> {
  const files = (await Promise.all(paths.map(linesOf))).flat().filter(({ isFile }) => isFile)
  const contents = await Promise.all(files.map(({ path }) => readFile(path)))
  const hash = createHash('sha256')
  files.forEach(({ path }, index) => hash.update(`${path}\0`).update(contents[index] ?? ''))
  return hash.digest('hex')
}

interface Line {
  readonly path: string
  readonly isFile: boolean
  readonly line: string
  readonly time: number
}

async function linesOf(path: string): Promise<Line[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return [{ path, isFile: false, line: `${path} missing\n`, time: 0 }]
  // A folder's own time tells of names that came and went.
  const own = { path, isFile: found.isFile(), line: `${path} ${found.isDirectory() ? 'folder' : found.size} ${found.mtimeMs}\n`, time: found.mtimeMs }
  if (!found.isDirectory()) return [own]
  const names = (await readdir(path)).filter((name) => name !== 'node_modules').sort()
  return [own, ...(await Promise.all(names.map((name) => linesOf(join(path, name))))).flat()]
}
