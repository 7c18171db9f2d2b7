import type { Place } from './diagnostic.ts'
import type { Block } from './text.ts'

export type Lang = 'sv' | 'en'

/** A calendar date without a time or zone, `YYYY-MM-DD`. */
export type LocalDate = string

/** One text of the trainer: front matter and Markdown body. The only source of a section. */
export interface Post {
  readonly slug: string
  readonly path: string
  readonly title: string
  readonly date?: LocalDate
  readonly series?: { readonly name: string; readonly part?: number }
  readonly source?: { readonly credit?: string; readonly url?: string; readonly guid?: string }
  readonly lang: Lang
  readonly idea?: string
  readonly story?: readonly string[]
  readonly quote?: { readonly text: string; readonly by?: string }
  readonly questions?: readonly string[]
  readonly exercise?: { readonly use: string; readonly with: Readonly<Record<string, string>> }
  readonly takeaways?: readonly string[]
  readonly signoff?: string
  readonly postscript?: string
  /** Minutes for the whole section; what the exercise does not use is for presenting. */
  readonly minutes?: number
  /** Name of a scene; without one, the slug's own or a composition derived from it. */
  readonly illustration?: string
  /** Slides whose text may leave its place, by kind: `idea`, or `beats 2` for the second of its kind. */
  readonly overflow?: readonly string[]
  readonly body: readonly Block[]
  /** Where a front-matter value stands, by path: `title`, `story.0`, `quote.text`. */
  readonly places: Readonly<Record<string, Place>>
}
