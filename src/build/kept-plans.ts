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
        const entries = [...used].map(([key, result]) => [key, before.get(key) ?? serialize(result)] as const)
        await write(file, madeBy, new Map([...(isCrowded ? [] : before), ...entries]))
      } catch {
        // Without it the next build only takes longer.
      }
    },
  }
}

async function read(file: string, madeBy: string): Promise<Entries> {
  try {
    const content = await readFile(file)
    const [hash, body] = [content.subarray(0, 64).toString('latin1'), content.subarray(64)]
    const [version, entries] = sha256(body) === hash ? (deserialize(body) as [string, Entries]) : ['', new Map<string, Uint8Array>()]
    return version === madeBy ? entries : new Map()
  } catch {
    return new Map()
  }
}

async function write(file: string, madeBy: string, entries: Entries): Promise<void> {
  const body = serialize([madeBy, entries])
  await writeAtomic(file, Buffer.concat([Buffer.from(sha256(body), 'latin1'), body]))
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
