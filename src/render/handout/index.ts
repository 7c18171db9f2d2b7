import type { Fonts } from '../../model/font.ts'
import type { Item, LaidOutPage } from '../../model/page.ts'
import type { Deck } from '../../model/slide.ts'
import type { Paper } from '../../model/worksheet.ts'
import { wordsFor } from '../../words/index.ts'
import { type Frame, pageFoot, pageHead, runningHead } from '../sheet/frame.ts'
import { linePages } from './lines.ts'
import { besidePages, scriptPages } from './notes.ts'
import { type Heads, numbered, type NumberedSection, sectionHead } from './parts.ts'

export { deckFile } from './parts.ts'

/** Three slides a page with lines to write on; slides with the presenter's notes beside them; one slide a page over its notes. */
export type HandoutKind = 'lines' | 'notes' | 'script'

export interface LaidOutHandout {
  readonly title: string
  /** Pages that draw the deck's PDF, as the file `deckFile`. */
  readonly pages: readonly LaidOutPage[]
  /** Bookmarks; pages count from 0. */
  readonly outline: readonly { readonly title: string; readonly page: number; readonly level?: number }[]
}

/** A deck on paper. Each section begins on a page of its own. */
export function layoutHandout(deck: Deck, kind: HandoutKind, paper: Paper, fonts: Fonts, hyphenate: (word: string) => string): LaidOutHandout {
  const frame = { paper, fonts, hyphenate }
  const words = wordsFor(deck.lang)
  const sections = numbered(deck).map((section) => ({ section, pages: sectionPages(deck, section, kind, frame) }))
  const count = sections.reduce((sum, { pages }) => sum + pages.length, 0)
  const pages = sections.flatMap(({ section: { section }, pages: own }) => own.map((items) => ({ title: section.title, items })))
  let next = 0
  const outline = sections.map(({ section: { section }, pages: own }) => {
    const page = next
    next += own.length
    return { title: section.title, page }
  })
  return {
    title: `${deck.title} – ${words.handout[kind]}`,
    pages: pages.map(({ title, items }, index) => ({
      width: paper.width,
      height: paper.height,
      items: [...items, ...pageFoot(`${title} · ${words.handout[kind]}`, words.page(index + 1, count), frame)],
    })),
    outline,
  }
}

function sectionPages(deck: Deck, numberedSection: NumberedSection, kind: HandoutKind, frame: Frame): Item[][] {
  const { section } = numberedSection
  const head = sectionHead(kickerOf(deck, numberedSection, kind), numberedSection, frame)
  const heads: Heads = { first: head.height, later: runningHead }
  const pages = pagesOf(numberedSection, kind, heads, frame)
  return pages.map((items, index) => [...(index === 0 ? head.items : pageHead(section.title, frame)), ...items])
}

function pagesOf(section: NumberedSection, kind: HandoutKind, heads: Heads, frame: Frame): Item[][] {
  switch (kind) {
    case 'lines':
      return linePages(section, heads, frame)
    case 'notes':
      return besidePages(section, heads, frame)
    case 'script':
      return scriptPages(section, heads, frame)
  }
}

/** Above a section's title: the series it is of, or the workshop it is held in; of a section taken over by hand, what this is. */
function kickerOf({ title, sections }: Deck, { section }: NumberedSection, kind: HandoutKind): string {
  const [first] = section.slides
  if (sections.length > 1) return title
  return first?.kind === 'cover' ? first.kicker : wordsFor(section.lang).handout[kind]
}
