import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { writeAtomic } from '../export/files/atomic.ts'
import type { Store } from './memory.ts'
import type { Options } from './options.ts'
import { folders } from './places.ts'

export interface KeptPlans extends Store {
  /** Where they are. */
  readonly file: string
  /** Writes what this build had use for, if that is not what is there. */
  readonly save: () => Promise<void>
}

type Entries = ReadonlyMap<string, Uint8Array>

/** What builds of single posts had no use for stays until there is this many times as much as what one needs. */
const slack = 3

/**
 * What earlier builds of this content parsed and planned, by the same toolkit; `version` is a hash of it and of the fonts.
 * Safe to delete, and when it is damaged nothing but time is lost.
 */
export async function openKeptPlans({ content, exercises, force }: Pick<Options, 'content' | 'exercises' | 'force'>, version: string): Promise<KeptPlans> {
  const file = join(folders.cache, 'plans', sha256(JSON.stringify([resolve(content), resolve(exercises)])).slice(0, 32))
  const madeBy = `${version} ${process.versions.v8}`
  const before = force ? new Map<string, Uint8Array>() : await read(file, madeBy)
  const used = new Map<string, unknown>()
  return {
    file,
    get(key) {
      const bytes = before.get(key)
      return bytes && (deserialize(bytes) as unknown)
    },
    set: (key, result) => void used.set(key, result),
    async save() {
      const isCrowded = before.size > slack * used.size
      if (!isCrowded && [...used.keys()].every((key) => before.has(key))) return
      try {
        await writeAtomic(file, records(madeBy, isCrowded ? new Map<string, Uint8Array>() : before, used))
      } catch {
        // Without it the next build only takes longer.
      }
    },
  }
}

/**
 * What the file holds: records, each with its length before it, and their hash at the end. The first names what made
 * them; then keys and results take turns. One result at a time is serialized: together they take as much memory again.
 */
function* records(madeBy: string, before: Entries, used: ReadonlyMap<string, unknown>): Generator<Uint8Array> {
  const hash = createHash('sha256')
  const record = (...bodies: readonly Uint8Array[]): Uint8Array => {
    const bytes = Buffer.concat(bodies.flatMap((body) => [lengthOf(body), body]))
    hash.update(bytes)
    return bytes
  }
  yield record(Buffer.from(madeBy))
  for (const [key, bytes] of before) if (!used.has(key)) yield record(Buffer.from(key), bytes)
  for (const [key, result] of used) yield record(Buffer.from(key), before.get(key) ?? serialize(result))
  yield hash.digest()
}

function lengthOf(body: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(body.length)
  return length
}

async function read(file: string, madeBy: string): Promise<Entries> {
  const content = await readFile(file).catch(() => Buffer.alloc(0))
  const end = content.length - 32
  if (end < 0 || !createHash('sha256').update(content.subarray(0, end)).digest().equals(content.subarray(end))) return new Map()
  const bodies: Buffer[] = []
  for (let at = 0; at < end; ) {
    const next = at + 4 + content.readUInt32LE(at)
    bodies.push(content.subarray(at + 4, next))
    at = next
  }
  const [version, ...pairs] = bodies
  if (version?.toString() !== madeBy) return new Map()
  return new Map(pairs.flatMap((key, index) => (index % 2 === 0 ? [[key.toString(), pairs[index + 1] ?? Buffer.alloc(0)]] : [])))
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
