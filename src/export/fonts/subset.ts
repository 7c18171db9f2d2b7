import * as fontkit from 'fontkit'
import subsetFont from 'subset-font'

/** Tables that PDF viewers ignore (ISO 32000-1, 9.9); hinting is left out as well. */
const dropped = ['BASE', 'GDEF', 'GPOS', 'GSUB', 'STAT', 'gasp', 'name', 'cvt ', 'fpgm', 'prep']

/** A TrueType font with the given characters only, cut by HarfBuzz; WOFF2 and TrueType are read. */
export function subset(font: Uint8Array, codePoints: Iterable<number>): Promise<Uint8Array> {
  const text = String.fromCodePoint(...codePoints)
  return subsetFont(font, text, {
    targetFormat: 'truetype',
    noLayoutClosure: true,
    noHinting: true,
    dropTables: dropped,
  })
}

/** Opens a font that is no collection; throws on anything else. */
export function openFont(data: Uint8Array): fontkit.Font {
  const font = fontkit.create(data as Buffer)
  if (!('glyphForCodePoint' in font)) throw new Error('A font collection cannot be used as a face')
  return font
}
