import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
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

interface Line {
  readonly line: string
  readonly time: number
}

async function linesOf(path: string): Promise<Line[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return [{ line: `${path} missing\n`, time: 0 }]
  // A folder's own time tells of names that came and went.
  const own = { line: `${path} ${found.isDirectory() ? 'folder' : found.size} ${found.mtimeMs}\n`, time: found.mtimeMs }
  if (!found.isDirectory()) return [own]
  const names = (await readdir(path)).filter((name) => name !== 'node_modules').sort()
  return [own, ...(await Promise.all(names.map((name) => linesOf(join(path, name))))).flat()]
}
