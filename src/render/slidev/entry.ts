import type { Deck, Section, Slide } from '../../model/slide.ts'
import { yamlString } from './encode.ts'
import { renderNotes } from './notes.ts'

export interface EntryOptions {
  /** The theme's folder, relative to the entry, with slashes. */
  readonly theme: string
  /** The folder of the sections that were taken over by hand, relative to the entry, with slashes. */
  readonly custom?: string
}

type FrontMatter = Readonly<Record<string, string | number>>

/**
 * A deck as a Slidev entry that plain `slidev` can play. A slide is its layout, its index in the deck's data and its
 * title; everything the room reads is in the data (`renderDeckData`), to be written beside it as `<id>.json`.
 */
export function renderEntry(deck: Deck, { theme, custom = '../custom' }: EntryOptions): string {
  const slides = deck.sections.flatMap((section) => section.slides.map((slide, index) => ({ section, slide, index })))
  const pages = slides.flatMap(({ section, slide, index }, at) => {
    const head = at === 0 ? headmatter(deck, theme) : {}
    if (slide.kind !== 'custom') return [renderSlide(slide, { ...head, ...slideMatter(deck, slide, at, index === 0) })]
    // The first of them stands for the whole file.
    return slide.number === 1 ? [renderPage({ ...head, src: yamlString(`${custom}/${section.slug}.md`) })] : []
  })
  return pages.join('\n')
}

function headmatter(deck: Deck, theme: string): FrontMatter {
  return {
    theme: yamlString(theme),
    // The first slide's title is also Slidev's title of the deck; a template without `%s` tells them apart.
    titleTemplate: yamlString(deck.title.replaceAll('%s', '%\u2060s')),
    lang: deck.lang,
    duration: `${minutesOf(deck.sections)}min`,
  }
}

function slideMatter(deck: Deck, slide: Slide, index: number, first: boolean): FrontMatter {
  return {
    layout: slide.kind,
    slide: index,
    title: yamlString(slide.title),
    level: first ? 1 : 2,
    ...(slide.lang === deck.lang ? {} : { lang: slide.lang }),
  }
}

function renderSlide(slide: Slide, matter: FrontMatter): string {
  const notes = slide.notes.length === 0 ? '' : `\n<!--\n${renderNotes(slide.notes)}\n-->\n`
  return renderPage(matter) + notes
}

const renderPage = (matter: FrontMatter): string =>
  `---\n${Object.entries(matter).map(([key, value]) => `${key}: ${value}\n`).join('')}---\n`

const minutesOf = (sections: readonly Section[]): number => sections.reduce((sum, { minutes }) => sum + minutes, 0)
