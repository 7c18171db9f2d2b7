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
  /** The forms in it, for returned copies to be told apart. */
  readonly forms?: readonly FormMark[]
  /** How printers that do both sides are asked to: one side, or turned along the long or the short edge. */
  readonly sides?: 'one' | 'long-edge' | 'short-edge'
}

/** What a form is known again by, wherever it has been. */
export interface FormMark {
  /** The sheet's post. */
  readonly id: string
  /** Changes when the form's questions do: eight hexadecimal digits. */
  readonly version: string
  /** Its fields' names begin with its id and a dot. */
  readonly isPart?: boolean
}

export interface OutlineEntry {
  readonly title: string
  readonly page: number
  readonly level?: number
}
