import { createRequire } from 'node:module'
import type * as Fontkit from 'fontkit'
import type SubsetFont from 'subset-font'

// Loaded when they are needed, which takes a moment: most builds find their fonts prepared.
const here = createRequire(import.meta.url)
const fontkit = (): typeof Fontkit => here('fontkit') as typeof Fontkit
const subsetFont = (): typeof SubsetFont => here('subset-font') as typeof SubsetFont

/** Tables that PDF viewers ignore (ISO 32000-1, 9.9); hinting is left out as well. */
const dropped = ['BASE', 'GDEF', 'GPOS', 'GSUB', 'STAT', 'gasp', 'name', 'cvt ', 'fpgm', 'prep']

/** A TrueType font with the given characters only, cut by HarfBuzz; WOFF2 and TrueType are read. */
export function subset(font: Uint8Array, codePoints: Iterable<number>): Promise<Uint8Array> {
  const text = String.fromCodePoint(...codePoints)
  return subsetFont()(font, text, {
    targetFormat: 'truetype',
    noLayoutClosure: true,
    noHinting: true,
    dropTables: dropped,
  })
}

/** A font file with all tables and the given characters only. */
export function fontFile(font: Uint8Array, text: string, format: 'sfnt' | 'woff' | 'woff2'): Promise<Uint8Array> {
  return subsetFont()(font, text, { targetFormat: format })
}

/** Opens a font that is no collection; throws on anything else. */
export function openFont(data: Uint8Array): Fontkit.Font {
  const font = fontkit().create(data as Buffer)
  if (!('glyphForCodePoint' in font)) throw new Error('A font collection cannot be used as a face')
  return font
}
