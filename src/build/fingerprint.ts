import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { toolkit } from '../toolkit.ts'
import { toolkitParts } from './places.ts'

/** A hash of the toolkit's own files, part of every output's key. */
export async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const part of toolkitParts) {
    for (const path of await filesIn(part)) {
      hash.update(path.slice(toolkit.length).replaceAll('\\', '/')).update('\0').update(await readFile(path))
    }
  }
  return hash.digest('hex')
}

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined)
  if (!entries) return [path]
  const sorted = entries.filter(({ name }) => name !== 'node_modules' && name !== 'illustrations').sort((a, b) => (a.name < b.name ? -1 : 1))
  const nested = await Promise.all(sorted.map((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : Promise.resolve([join(path, entry.name)]))))
  return nested.flat()
}

/** A key for what an output is made from, as plain data; where a text stands in its source does not count. */
export function keyOf(...parts: readonly unknown[]): string {
  const text = JSON.stringify(parts, (key, value: unknown) => (key === 'place' || key === 'places' || key === 'blockPlaces' ? undefined : value))
  return createHash('sha256').update(text).digest('hex')
}
