import MarkdownExit from 'markdown-exit'
import { detectFeatures, parse, resolveConfig } from '@slidev/parser'
import { describe, expect, test } from 'vitest'
import type { Deck, Slide } from '../../../src/model/slide.ts'
import type { Block } from '../../../src/model/text.ts'
import { renderDeckData, renderEntry } from '../../../src/render/slidev/index.ts'
import { hostile } from './hostile.ts'
import { paragraph, sampleDeck } from './sample-deck.ts'

const reread = (deck: Deck) => parse(renderEntry(deck, { theme: '../theme' }), 'deck.md')

/** What Slidev's loader makes of a note: click marks first, then Markdown with HTML let through. */
function shownNote(note = ''): string {
  const marked = note.replace(/\[click(?::(\d+))?\]/gi, '<span class="slidev-note-click-mark"></span>')
  return MarkdownExit({ html: true }).render(marked)
}

/** The characters of HTML that has no markup but tags and numeric references. */
const literal = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))

/** A deck whose every slide has a hostile string as title and as note. */
function hostileDeck(): Deck {
  const deck = sampleDeck('prov')
  const [section] = deck.sections
  const [, model] = section!.slides
  const slides = hostile.map((text): Slide => ({ ...model!, title: text, notes: [paragraph(text), list(text)] }))
  return { ...deck, title: hostile.join(' '), sections: [{ ...section!, slides }] }
}

const list = (text: string): Block => ({ type: 'list', ordered: true, start: 1, items: [[paragraph(text)]] })

test('one slide for each, with its layout and its index in the data', async () => {
  const deck = sampleDeck('prov', 'a', 'b')
  const { slides } = await reread(deck)
  const all = deck.sections.flatMap((section) => section.slides)
  expect(slides.map(({ frontmatter }) => [frontmatter.layout as unknown, frontmatter.slide as unknown])).toEqual(
    all.map((slide, index) => [slide.kind, index]),
  )
  expect(slides.map(({ title, level }) => [title, level])).toEqual(
    all.map((slide) => [slide.title, slide.kind === 'cover' ? 1 : 2]),
  )
  expect(slides.every(({ content }) => content === '')).toBe(true)
})

test('the first slide carries what Slidev wants to know of the deck', async () => {
  const { slides } = await reread(sampleDeck('prov', 'a', 'b'))
  expect(slides[0]!.frontmatter).toMatchObject({ theme: '../theme', titleTemplate: 'Stanna upp', lang: 'sv', duration: '90min' })
  expect(resolveConfig(slides[0]!.frontmatter as never, {}, 'deck.md').title).toBe('Stanna upp')
})

test('the same deck gives the same text', () => {
  expect(renderEntry(sampleDeck('prov'), { theme: '../theme' })).toBe(renderEntry(sampleDeck('prov'), { theme: '../theme' }))
})

describe('hostile strings', async () => {
  const deck = hostileDeck()
  const entry = renderEntry(deck, { theme: '../theme' })
  const { slides } = await parse(entry, 'deck.md')

  test('make no slide of their own', () => expect(slides).toHaveLength(hostile.length))

  test('switch nothing on', () => {
    expect(detectFeatures(entry)).toEqual({ katex: false, monaco: false, tweet: false, bluesky: false, mermaid: false })
    expect(slides.flatMap(({ images }) => images ?? [])).toEqual([])
  })

  test.each(hostile.map((text, index) => ({ text, index })))('$text', ({ text, index }) => {
    const slide = slides[index]!
    expect(slide.title).toBe(text)
    expect(slide.frontmatter).not.toHaveProperty('src')
    const html = shownNote(slide.note)
    expect(html.match(/<[^>]*>/g)).toEqual(['<p>', '</p>', '<ol>', '<li>', '<p>', '</p>', '</li>', '</ol>'])
    expect(literal(html).trimEnd()).toBe(`${text}\n${text}`.trimEnd())
  })
})

test('notes keep emphasis, lists, tables and links that leave for the web', async () => {
  const notes: Block[] = [
    { type: 'heading', level: 1, children: [{ type: 'text', text: 'Rubrik' }] },
    {
      type: 'paragraph',
      children: [
        { type: 'emphasis', children: [{ type: 'strong', children: [{ type: 'text', text: '<viktigt>' }] }] },
        { type: 'break' },
        { type: 'link', href: 'https://example.org/?a=1&b="', children: [{ type: 'text', text: 'här' }] },
        { type: 'link', href: 'javascript:alert(1)', children: [{ type: 'text', text: 'inte' }] },
        { type: 'code', text: 'a  <b' },
      ],
    },
    { type: 'list', ordered: true, start: 3, items: [[paragraph('tre')]] },
    { type: 'quote', children: [paragraph('sagt')] },
    { type: 'code', text: 'rad 1\n\n  rad 2' },
    { type: 'rule' },
    { type: 'image', src: 'x.png', alt: 'En båt' },
    { type: 'table', header: [[{ type: 'text', text: 'A' }]], rows: [[[{ type: 'text', text: '1|2' }]]] },
  ]
  const deck = sampleDeck('prov')
  const [section] = deck.sections
  const slide = { ...section!.slides[0]!, notes }
  const { slides } = await reread({ ...deck, sections: [{ ...section!, slides: [slide] }] })
  expect(shownNote(slides[0]!.note).trimEnd().split('\n')).toEqual([
    '<h3>Rubrik</h3>',
    '<p><em><strong>&#60;viktigt&#62;</strong></em><br>' +
      '<a href="https&#58;&#47;&#47;example.org&#47;?a&#61;1&#38;b&#61;&#34;" target="_blank" rel="noreferrer">här</a>' +
      'inte<code>a  &#60;b</code></p>',
    '<ol start="3"><li><p>tre</p></li></ol>',
    '<blockquote><p>sagt</p></blockquote>',
    '<pre><code>rad 1&#10;&#10;  rad 2</code></pre>',
    '<hr>',
    '<p><em>En båt</em></p>',
    '<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1&#124;2</td></tr></tbody></table>',
  ])
})

test('the data is the whole deck, its keys in alphabetical order', () => {
  const deck = hostileDeck()
  const data = renderDeckData(deck)
  expect(JSON.parse(data)).toEqual(deck)
  expect(data.endsWith('}\n')).toBe(true)
  const shuffled = { sections: deck.sections, lang: deck.lang, title: deck.title, id: deck.id }
  expect(renderDeckData(shuffled)).toBe(data)
})
