import { a4, type Paper } from '../model/worksheet.ts'

/** What every command can be told. Folders are absolute. */
export interface Options {
  readonly content: string
  readonly exercises: string
  readonly out: string
  /** Slugs to build; empty means all. */
  readonly only: readonly string[]
  readonly force: boolean
  readonly quiet: boolean
  readonly json: boolean
  /** Outputs to be made besides the usual ones. */
  readonly extras?: Extras
  /** How sheets are to be printed; default: on A4, in colour. */
  readonly print?: Print
}

/** The paper of sheets, and whether they save ink. */
export interface Print {
  readonly paper: Paper
  readonly mono: boolean
}

/** How sheets are to be printed. */
export const printOf = ({ print }: Pick<Options, 'print'>): Print => print ?? { paper: a4, mono: false }

/** What is made only when somebody asks for it. */
export interface Extras {
  /** Decks as one HTML file each. */
  readonly html?: boolean
  /** Decks on paper: slides with lines to write on, or with the presenter's notes. */
  readonly handout?: 'lines' | 'notes'
  /** A slide a page over the presenter's notes. */
  readonly withNotes?: boolean
  /** Sheets two on a paper, to be cut apart. */
  readonly twoUp?: boolean
  /** Decks as PowerPoint files. */
  readonly pptx?: boolean
}
