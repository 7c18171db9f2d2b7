import { readFile } from 'node:fs/promises'
import { dirname, extname, resolve } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.gif': 'image/gif',
  '.webp': 'image/webp', '.avif': 'image/avif', '.svg': 'image/svg+xml',
}

export type LoadedImage =
  | { readonly state: 'loaded'; readonly dataUri: string }
  | { readonly state: 'missing' | 'remote' | 'unsupported' }

/** Where a picture is that a post shows by its path from the post's folder. */
export function imageFile(src: string, postFile: string): string {
  try {
    return resolve(dirname(postFile), decodeURI(src))
  } catch {
    // A percent sign that encodes nothing is one.
    return resolve(dirname(postFile), src)
  }
}

/** Reads a picture that a post shows, by its path from the post's folder; it travels inside the deck's data. */
export async function loadImage(src: string, postFile: string): Promise<LoadedImage> {
  if (/^[a-z][a-z0-9+.-]+:|^\/\//i.test(src)) return { state: 'remote' }
  const type = types[extname(src).toLowerCase()]
  if (!type) return { state: 'unsupported' }
  try {
    const bytes = await readFile(imageFile(src, postFile))
    return { state: 'loaded', dataUri: `data:${type};base64,${bytes.toString('base64')}` }
  } catch {
    return { state: 'missing' }
  }
}

/** File endings of pictures that a slide can show. */
export const imageTypes = Object.keys(types)
