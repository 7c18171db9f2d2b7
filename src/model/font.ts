/** The four faces of the house; the same files on slides and sheets. */
export type FontId = 'display' | 'text' | 'bold' | 'quote'

/** What layout must know of a face, in thousandths of the font size. */
export interface FontMetrics {
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  /** Advance by code point; a character without an entry is in no shipped font. */
  readonly advance: Readonly<Record<number, number>>
  /** Kerning by pair, key `left * 65536 + right` of code points. */
  readonly kern: Readonly<Record<number, number>>
}

export type Fonts = Readonly<Record<FontId, FontMetrics>>
