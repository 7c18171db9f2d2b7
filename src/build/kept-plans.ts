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

/**
 * What earlier builds of this content parsed and planned, by the same toolkit; `version` is a hash of it and of the fonts.
 * Safe to delete, and when it is damaged nothing but time is lost.
 */
export async function openKeptPlans({ content, exercises, force }: Pick<Options, 'content' | 'exercises' | 'force'>, version: string): Promise<KeptPlans> {
  const file = join(folders.cache, 'plans', createHash('sha256').update(JSON.stringify([resolve(content), resolve(exercises)])).digest('hex').slice(0, 32))
  const own = `${version} ${process.versions.v8}`
  const before = force ? new Map<string, Uint8Array>() : await read(file, own)
  const used = new Map<string, Uint8Array | undefined>()
  const results = new Map<string, unknown>()
  return {
    file,
    get(key) {
      const bytes = before.get(key)
      return bytes && (deserialize(bytes) as unknown)
    },
    set(key, result) {
      used.set(key, before.get(key))
      results.set(key, result)
    },
    async save() {
      if (used.size === before.size && [...used.values()].every(Boolean)) return
      const entries = [...used].map(([key, bytes]) => [key, bytes ?? serialize(results.get(key))] as const)
      // Without it the next build only takes longer.
      await writeAtomic(file, serialize([own, new Map(entries)])).catch(() => undefined)
    },
  }
}

async function read(file: string, own: string): Promise<ReadonlyMap<string, Uint8Array>> {
  try {
    const [version, entries] = deserialize(await readFile(file)) as [string, Map<string, Uint8Array>]
    return version === own ? entries : new Map()
  } catch {
    return new Map()
  }
}
