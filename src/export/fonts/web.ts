import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FontId } from '../../model/font.ts'
import { chains, fontFolder, fontIds } from './faces.ts'
import { fontFile } from './subset.ts'

/** A face in base64, with the characters that a page uses. */
export interface WebFont {
  readonly face: FontId
  readonly base64: string
}

/**
 * The faces for a page that must carry its own fonts; a character outside their first files is shown by the reader's own.
 * WOFF is made in a hundredth of the time that WOFF2 takes, which is a quarter smaller.
 */
export async function webFonts(text: string, faces: readonly FontId[] = fontIds, format: 'woff' | 'woff2' = 'woff'): Promise<WebFont[]> {
  const characters = [...new Set(text)].sort().join('')
  const files = faces.flatMap((face) => chains[face].slice(0, 1).map((name) => ({ face, name })))
  return Promise.all(
    files.map(async ({ face, name }) => {
      const font = await fontFile(await readFile(join(fontFolder, `${name}.woff2`)), characters, format)
      return { face, base64: Buffer.from(font).toString('base64') }
    }),
  )
}
