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
export const keyOf = (...parts: readonly unknown[]): string => sha256(parts.map(hashOf).join('\n'))

/** A deck's or a sheet's data goes into the keys of several outputs. */
const hashes = new WeakMap<object, string>()

function hashOf(part: unknown): string {
  if (Array.isArray(part)) return sha256(part.map(hashOf).join('\n'))
  if (typeof part !== 'object' || part === null) return JSON.stringify(part) ?? ''
  const hash = hashes.get(part) ?? sha256(JSON.stringify(part, (key, value: unknown) => (placeKeys.has(key) ? undefined : value)))
  hashes.set(part, hash)
  return hash
}

const placeKeys: ReadonlySet<string> = new Set(['place', 'places', 'blockPlaces'])

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
