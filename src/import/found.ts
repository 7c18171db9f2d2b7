import type { Root as HtmlRoot } from 'hast'
import type { Root } from 'mdast'
import type { Diagnostic, Place } from '../model/diagnostic.ts'
import type { Lang } from '../model/post.ts'
import type { FoundDate } from './dates.ts'
import type { LineEnds } from './html/paragraphs.ts'

/** Who may read a post where it comes from. Only what is published is imported unasked. */
export type State = 'published' | 'draft' | 'scheduled' | 'private' | 'password' | 'trash'

/** The text of a post as its source has it. */
export type Body =
  | {
      readonly type: 'html'
      readonly html: string
      /** Where it begins. */
      readonly place: Place
      /** What its line ends mean; by default they are spaces. */
      readonly lineEnds?: LineEnds
      /** What has to be done to it first, as to WordPress's shortcodes. */
      readonly prepare?: (html: string, dropped: (what: string, line: number) => void) => string
      /** What relative addresses start from. */
      readonly base?: string
    }
  /** A page that is parsed already. */
  | { readonly type: 'tree'; readonly tree: HtmlRoot; readonly place: Place; readonly base?: string }
  | { readonly type: 'text'; readonly root: Root }

/** A post as it was found, with what its source says about it. */
export interface Found {
  readonly place: Place
  readonly title: string
  readonly body: Body
  readonly state: State
  readonly date?: FoundDate
  readonly series?: { readonly name: string; readonly part: number }
  /** What tells it from every other post for good: the source's own identifier, or one made of its title. */
  readonly guid?: string
  readonly url?: string
  /** The name of the site or the author. */
  readonly credit?: string
  readonly lang?: Lang
  /** The name the source uses in addresses. */
  readonly slug?: string
  /** The author's own summary. */
  readonly excerpt?: string
}

/** A post whose text is Markdown, with what was recognised in it. */
export interface Draft extends Omit<Found, 'body'> {
  readonly root: Root
  /** What the addresses of its pictures start from. */
  readonly base?: string
  readonly signoff?: string
  readonly postscript?: string
}

export type Report = (diagnostic: Diagnostic) => void

/** A text file that posts are looked for in. */
export interface TextFile {
  /** As messages show it. */
  readonly path: string
  /** From the folder that is imported, with forward slashes. */
  readonly inside: string
  readonly text: string
}

export interface Settings {
  /** For dates that have none. */
  readonly year?: number
  /** Where the author lives: an IANA time zone. */
  readonly zone: string
  readonly report: Report
}

/**
 * A kind of source. A new one is a file that exports such an object, and a line in `importers.ts`.
 */
export interface Importer {
  /** As the report names it. */
  readonly name: string
  /** By what the text contains, never by the name of its file. */
  readonly recognises: (text: string) => boolean
  /** The posts in it, in order; what cannot be read is reported and left out. */
  readonly read: (file: TextFile, settings: Settings) => Iterable<Found>
}
