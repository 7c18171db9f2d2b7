import type { FontId, Fonts } from '../../model/font.ts'

/** One font file made ready for PDF; all measures in thousandths of the font size. */
export interface FontFile {
  readonly name: string
  readonly postScriptName: string
  readonly ascent: number
  /** Below the baseline: negative. */
  readonly descent: number
  readonly capHeight: number
  readonly bbox: readonly [number, number, number, number]
  readonly italicAngle: number
  /** 400 is regular, 700 bold. */
  readonly weight: number
  /** Advance by code point of every character in the file. */
  readonly advance: Readonly<Record<number, number>>
  /** Kerning between WinAnsi characters, keyed as in `FontMetrics`; only in files that begin a chain. */
  readonly kern: Readonly<Record<number, number>>
  /** The whole file as TrueType, without the tables that a PDF has no use for. */
  readonly program: Uint8Array
  /** Its WinAnsi characters alone, for the simple font; empty in files that begin no chain. */
  readonly simpleProgram: Uint8Array
}

/** All that layout and the PDF writer need of the fonts. */
export interface PreparedFonts {
  /** Hash of the font files and of the tools that prepared them. */
  readonly key: string
  readonly metrics: Fonts
  /** Code points that every face can show; a text with another one cannot be written. */
  readonly coverage: ReadonlySet<number>
  readonly chains: Readonly<Record<FontId, readonly FontFile[]>>
}
