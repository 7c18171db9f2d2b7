import type { LaidOutPage } from '../../model/page.ts'

/** What becomes one PDF file. */
export interface PdfDocument {
  readonly title: string
  /** Language of the text as a BCP 47 tag, `sv` or `sv-SE`. */
  readonly lang: string
  readonly pages: readonly LaidOutPage[]
  /** Bookmarks in reading order; pages count from 0, levels from 1. */
  readonly outline?: readonly OutlineEntry[]
  /** Other PDF files by name, for pages of them to be drawn as `EmbeddedPage`s. */
  readonly embedded?: Readonly<Record<string, Uint8Array>>
  readonly author?: string
  readonly subject?: string
}

export interface OutlineEntry {
  readonly title: string
  readonly page: number
  readonly level?: number
}
