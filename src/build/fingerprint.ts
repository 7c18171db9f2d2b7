import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filesIn } from '../export/shell/key.ts'
import { programHash } from '../program.ts'
import { folders } from './places.ts'

/** A hash of the toolkit itself, part of every output's key: its program and packages, and the theme. */
export async function fingerprint(): Promise<string> {
  const names = (await filesIn(folders.theme)).sort()
  const files = await Promise.all(names.map((name) => readFile(join(folders.theme, name))))
  const hash = createHash('sha256').update(programHash())
  files.forEach((bytes, index) => hash.update(`\n${names[index]} ${bytes.length}\n`).update(bytes))
  return hash.digest('hex')
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
