import { describe, expect, it } from 'vitest'
import type { Group, Item, LaidOutPage } from '../../../src/model/page.ts'
import type { Deck, Section } from '../../../src/model/slide.ts'
import type { Block } from '../../../src/model/text.ts'
import { a4, type Paper, papers } from '../../../src/model/worksheet.ts'
import { type HandoutKind, layoutHandout } from '../../../src/render/handout/index.ts'
import { slideText } from '../../../src/render/slide-text.ts'
import { fonts, hyphenate } from '../sheet/house.ts'
import { collisions, flatten, outside } from '../sheet/inspect.ts'
import { paragraph, sampleDeck } from '../slidev/sample-deck.ts'

const deck = sampleDeck('prov')
const layout = (kind: HandoutKind, of: Deck = deck, paper: Paper = a4) => layoutHandout(of, kind, paper, fonts, hyphenate)
const itemsOf = (page: LaidOutPage): Item[] => flatten(page.items)
const figures = (page: LaidOutPage): Group[] => itemsOf(page).filter((item): item is Group => item.type === 'group' && item.tag === 'Figure')
const embedded = (page: LaidOutPage) => itemsOf(page).flatMap((item) => (item.type === 'embedded' ? [item] : []))
const linesOf = (page: LaidOutPage) => itemsOf(page).flatMap((item) => (item.type === 'text' ? item.lines.map((line) => ({ ...line, tag: item.tag, size: item.size })) : []))
const said = (pages: readonly LaidOutPage[]): string =>
  pages.flatMap(linesOf).filter(({ tag }) => tag !== 'artifact').map(({ text }) => (text.endsWith('\u00ad') ? text.slice(0, -1) : `${text} `)).join('').replace(/\s+/g, ' ')

/** Without the spaces that end lines: they paint nothing. */
const inked = (page: LaidOutPage): LaidOutPage => ({ ...page, items: page.items.map(inkedItem) })
const inkedItem = (item: Item): Item => {
  if (item.type === 'group') return { ...item, items: item.items.map(inkedItem) }
  return item.type === 'text' ? { ...item, lines: item.lines.map((line) => ({ ...line, text: line.text.trimEnd() })) } : item
}

function withNotes(notes: readonly Block[]): Deck {
  const [section] = deck.sections as [Section]
  return { ...deck, sections: [{ ...section, slides: section.slides.map((slide, index) => (index === 2 ? { ...slide, notes } : slide)) }] }
}

const sentence = 'Kundrelationsutvecklingsprojektledningsgruppen satte sig ner och räknade alla samtal som ingen hade ringt. '
const essay: Block[] = Array.from({ length: 120 }, (_, index) => paragraph(`Stycke ${index + 1}. ${sentence.repeat(3)}`))

describe.each(['lines', 'notes', 'script'] as const)('%s', (kind) => {
  const cases = [['as they are', deck], ['of 5,000 words', withNotes(essay)], ['with nothing to say', withNotes([])]] as const
  it.each(cases.flatMap(([name, of]) => Object.values(papers).map((paper) => [name, paper.name, of, paper] as const)))('keeps inside the margins and apart, with notes %s, on %s', (_, _paper, of, paper) => {
    for (const page of layout(kind, of, paper).pages.map(inked)) {
      expect(outside(page, paper, fonts)).toEqual([])
      expect(collisions(page, fonts)).toEqual([])
      for (const { x, y, width, height } of embedded(page)) {
        expect(Math.min(x, y)).toBeGreaterThan(paper.margin.top - 1)
        expect(x + width).toBeLessThanOrEqual(paper.width - paper.margin.right + 0.01)
        expect(y + height).toBeLessThan(paper.height - paper.margin.bottom)
      }
    }
  })

  it('shows every slide once, in order, described by its words', () => {
    const { pages } = layout(kind)
    const slides = deck.sections.flatMap((section) => section.slides)
    expect(pages.flatMap(embedded).map(({ page }) => page)).toEqual(slides.map((_, index) => index))
    expect(pages.flatMap(figures).map(({ alt }) => alt)).toEqual(slides.map(slideText))
  })

  it('begins each section on a page of its own, named in the bookmarks', () => {
    const two = layout(kind, sampleDeck('dag', 'a', 'b'))
    const [, second] = two.outline
    expect(two.outline.map(({ title }) => title)).toEqual(['Stanna upp', 'Stanna upp'])
    expect(itemsOf(two.pages[second!.page]!).some((item) => item.type === 'text' && item.tag === 'H1')).toBe(true)
    expect(said(two.pages.slice(0, 1))).toMatch(/^Stanna upp Stanna upp/)
  })

  it('numbers its pages', () => {
    const { pages, title } = layout(kind)
    expect(title).toMatch(/^Stanna upp – /)
    pages.forEach((page, index) => expect(linesOf(page).map(({ text }) => text)).toContain(`Sida ${index + 1} av ${pages.length}`))
  })
})

describe('lines', () => {
  it('has three slides a page, each with a field to write in beside it', () => {
    const { pages } = layout('lines')
    expect(pages.map((page) => embedded(page).length)).toEqual([3, 3, 3, 1])
    const fields = pages.flatMap(itemsOf).flatMap((item) => (item.type === 'field' ? [item] : []))
    expect(fields.map(({ field }) => field.label)).toEqual(deck.sections[0]!.slides.map((_, index) => `Anteckningar till bild ${index + 1}`))
    expect(new Set(fields.map(({ field }) => field.name)).size).toBe(fields.length)
  })

  it('says nothing that is for the presenter', () => {
    expect(said(layout('lines').pages)).not.toContain('Anteckning till')
  })
})

describe.each(['notes', 'script'] as const)('%s', (kind) => {
  it('says all of the notes, in order, over as many pages as it takes', () => {
    const { pages } = layout(kind, withNotes(essay))
    const words = said(pages)
    let from = 0
    for (let index = 1; index <= essay.length; index += 1) {
      const at = words.indexOf(`Stycke ${index}. ${sentence.trim()}`, from)
      expect(at).toBeGreaterThanOrEqual(from)
      from = at
    }
    expect(pages.length).toBeGreaterThan(5)
  })

  it('goes on in the same paragraph on the next page', () => {
    const groups = layout(kind, withNotes(essay)).pages.map((page) => itemsOf(page).flatMap((item) => (item.type === 'group' && item.tag === 'P' ? [item.id] : [])))
    const shared = groups.flatMap((ids, index) => ids.filter((id) => id !== undefined && groups[index + 1]?.includes(id)))
    expect(shared.length).toBeGreaterThan(0)
  })

  it('keeps emphasis and lists', () => {
    const notes: Block[] = [
      { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', text: 'Säg:' }] }, { type: 'text', text: ' välj ' }, { type: 'emphasis', children: [{ type: 'text', text: 'en' }] }, { type: 'text', text: '.' }] },
      { type: 'list', ordered: true, start: 3, items: [[paragraph('tre')], [paragraph('fyra'), { type: 'list', ordered: false, start: 1, items: [[paragraph('under')]] }]] },
      { type: 'paragraph', children: [{ type: 'link', href: 'https://example.org', children: [{ type: 'text', text: 'Läs mer' }] }] },
    ]
    const { pages } = layout(kind, withNotes(notes))
    expect(said(pages)).toContain('Säg: välj en . 3. tre 4. fyra – under Läs mer (https://example.org)')
    const tags = pages.flatMap(itemsOf).flatMap((item) => (item.type === 'group' ? [item.tag] : item.type === 'text' ? [item.tag] : []))
    expect(tags.filter((tag) => ['L', 'LI', 'Lbl', 'LBody'].includes(tag)).join(' ')).toBe('L LI Lbl LBody LI Lbl LBody L LI Lbl LBody')
    const faces = pages.flatMap(itemsOf).flatMap((item) => (item.type === 'text' && item.tag === 'Span' ? [item.font] : []))
    expect(faces).toEqual(expect.arrayContaining(['bold', 'quote', 'text']))
  })
})
