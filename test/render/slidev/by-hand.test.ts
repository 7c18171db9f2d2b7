import { detectFeatures, parse } from '@slidev/parser'
import MarkdownExit from 'markdown-exit'
import { describe, expect, it } from 'vitest'
import { handTitle, isHandKind, slideByHand } from '../../../slides/theme/by-hand.ts'
import type { Section, Slide } from '../../../src/model/slide.ts'
import { plainText } from '../../../src/model/text.ts'
import { parseMarkdown } from '../../../src/parse/markdown.ts'
import { renderByHand } from '../../../src/render/slidev/index.ts'
import { hostile } from './hostile.ts'
import { paragraph, sampleSection, scene } from './sample-deck.ts'

const options = { theme: '../theme', pictures: { 11: './prov-11.png' } }
const reread = async (section: Section) => (await parse(renderByHand(section, options), 'prov.md')).slides

/** What a person's file says, as the layouts show it. */
function shown({ frontmatter }: Awaited<ReturnType<typeof reread>>[number], slide: Slide, section: Section): unknown {
  const { layout } = frontmatter
  if (!isHandKind(layout)) return undefined
  const { lang, accent, foot, page } = slide
  const title = handTitle(frontmatter) || section.title
  return slideByHand(layout, frontmatter, { title, lang, accent, foot, ...(page === undefined ? {} : { page }), scene })
}

/** A slide as far as a layout shows it. */
const visible = ({ notes: _notes, minutes: _minutes, place: _place, title: _title, ...slide }: Slide): unknown => slide
const asShown = (slide: unknown): unknown => visible(slide as Slide)

describe('a section for a person to go on with', () => {
  const section = sampleSection('prov')

  it('shows the same slides when it is read back', async () => {
    const slides = await reread(section)
    expect(slides).toHaveLength(section.slides.length)
    slides.forEach((slide, index) => expect(asShown(shown(slide, section.slides[index]!, section))).toEqual(visible(section.slides[index]!)))
  })

  it('has names, minutes and notes', async () => {
    const slides = await reread(section)
    expect(slides[1]).toMatchObject({ frontmatter: { title: 'Jägaren', heading: 'Jägaren och säljaren', minutes: 2 }, note: 'Anteckning till Jägaren.' })
    expect(slides[0]!.frontmatter).toMatchObject({ theme: '../theme', lang: 'sv', title: 'Stanna upp', illustration: 'prov' })
  })

  it('can be read and changed by a trainer', () => {
    expect(renderByHand({ ...section, slides: section.slides.slice(1, 2) }, options)).toMatchInlineSnapshot(`
      "---
      # Det här avsnittet är övertaget för hand. Filen visas som den är och skrivs aldrig över.
      # Ta bort filen, så görs avsnittet av inlägget igen.
      theme: "../theme"
      lang: sv
      title: Stanna upp
      layout: beats
      heading: Jägaren och säljaren
      size: 46
      start: 1
      beats:
        - Jägaren väljer sitt pass.
        - Sedan sitter han still.
        - Vem ser viltet?
      minutes: 2
      ---

      <!--
      Anteckning till Jägaren.
      -->
      "
    `)
  })

  it('has its pictures beside it', () => {
    const { title, lang, accent, foot, place } = section.slides[0]!
    const picture: Slide = { kind: 'image', title, lang, accent, foot, place, notes: [], src: 'data:image/png;base64,AAAA', alt: 'En [bild] {{ 1 }}' }
    const text = renderByHand({ ...section, slides: [...section.slides, picture] }, options)
    expect(text).toContain('![En \\[bild] &#123;&#123; 1 }}](./prov-11.png)')
  })
})

describe.each(hostile.map((text) => [text]))('%j', (text) => {
  const model = sampleSection('prov')
  const everywhere = (value: unknown): unknown => {
    if (typeof value === 'string') return text
    if (Array.isArray(value)) return value.map(everywhere)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, ['kind', 'lang', 'accent', 'place', 'scene', 'mode', 'type', 'notes'].includes(key) ? child : everywhere(child)]))
  }
  const section: Section = { ...model, title: text, slides: model.slides.map((slide) => ({ ...(everywhere(slide) as Slide), notes: [paragraph(text)] })) }

  it('stays what it is', async () => {
    const slides = await reread(section)
    expect(slides).toHaveLength(section.slides.length)
    slides.forEach((slide, index) => expect(asShown(shown(slide, section.slides[index]!, section))).toEqual(visible(section.slides[index]!)))
    expect(slides.every(({ content }) => content === '')).toBe(true)
  })

  it('stays what it is in notes, and runs nothing', async () => {
    const { note = '' } = (await reread(section))[0]!
    const words = text.replace(/\s+/gu, ' ').trim()
    const own = parseMarkdown(note, 'prov.md', 1).blocks.map((block) => ('children' in block ? plainText(block.children as never) : '?')).join(' ')
    expect(own.replace(/\s+/gu, ' ').trim()).toBe(words)
    const html = MarkdownExit({ html: true }).render(note.replace(/\[click(?::(\d+))?\]/gi, '<b>'))
    expect(html.replace(/<\/?(?:p|br)>|<br \/>/g, '')).not.toContain('<')
  })

  it('makes Slidev load nothing', () => {
    expect(detectFeatures(renderByHand(section, options))).toEqual(detectFeatures(''))
  })
})

describe('front matter of another kind', () => {
  const base = { title: 'T', lang: 'sv', accent: 'pine', foot: 'F', page: 3 } as const

  it.each([
    ['nothing', {}],
    ['numbers and truths for text', { heading: 7, beats: [1, true, 'a'], size: '34px', start: '2' }],
    ['a text for a list', { heading: 'H', beats: 'en enda', size: -4, start: null }],
    ['maps for text', { heading: { a: 1 }, beats: [{ b: 2 }, null], size: {}, start: [] }],
  ])('with %s gives a slide', (_, matter) => {
    expect(slideByHand('beats', matter, base)).toMatchSnapshot()
  })

  it('gives every kind a slide without front matter at all', () => {
    for (const kind of ['cover', 'quote', 'idea', 'questions', 'exercise', 'steps', 'countdown', 'debrief', 'closing', 'table'] as const) {
      expect(slideByHand(kind, { steps: 'x', rows: 'y', header: null, signs: 3 }, base)).toMatchObject({ kind, lang: 'sv', accent: 'pine' })
    }
  })
})
