import { readFile } from 'node:fs/promises'
import { dirname, extname, resolve } from 'node:path'

/** Kinds of pictures that both a slide and a PDF can hold. */
const types: Readonly<Record<string, string>> = { '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.svg': 'image/svg+xml' }

/** A larger file is no mark but a photograph for the press. */
const mostBytes = 4 * 2 ** 20

export type LoadedLogo =
  | { readonly state: 'loaded'; readonly bytes: Uint8Array; readonly src: string }
  | { readonly state: 'missing' | 'unsupported' | 'too-large' }

/** Reads a client's mark by its path from the workshop's file. */
export async function loadLogo(name: string, workshopFile: string): Promise<LoadedLogo> {
  const type = types[extname(name).toLowerCase()]
  if (!type || /^[a-z][a-z0-9+.-]+:|^\/\//i.test(name)) return { state: 'unsupported' }
  const bytes = await readFile(resolve(dirname(workshopFile), name)).catch(() => undefined)
  if (!bytes) return { state: 'missing' }
  if (bytes.length > mostBytes) return { state: 'too-large' }
  return { state: 'loaded', bytes, src: `data:${type};base64,${bytes.toString('base64')}` }
}
