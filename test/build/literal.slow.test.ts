import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser as PlaywrightBrowser } from 'playwright-chromium'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deckOf } from '../../src/build/deck-of.ts'
import { folders } from '../../src/build/places.ts'
import { openTools } from '../../src/build/tools.ts'
import type { Browser } from '../../src/export/browser/index.ts'
import { openDeckPrinter } from '../../src/export/deck/index.ts'
import { startPresenting } from '../../src/export/dev-server.ts'
import { openShell } from '../../src/export/shell/index.ts'
import type { Fonts } from '../../src/model/font.ts'
import type { Deck } from '../../src/model/slide.ts'
import { renderDeckData, renderEntry } from '../../src/render/slidev/index.ts'
import { hostile } from '../render/slidev/hostile.ts'
import { hostilePost, type HostilePost } from './hostile-posts.ts'
import { watchedBrowser, watchedPlaywright, type Watched } from './watched-browser.ts'

let fonts: Fonts
const tools = openTools()
const folder = mkdtempSync(path.join(tmpdir(), 'literal-'))

beforeAll(async () => void (fonts = (await tools.fonts()).metrics))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A text with whatever space and hyphens its lines are broken with between its characters. */
const anyLines = (text: string): RegExp =>
  new RegExp([...text.replace(/\s+/gu, '')].map((character) => character.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&')).join('[\\s\\u00ad\\u200b\\u2010-]*'), 'u')

describe('in the PDF of a deck', () => {
  // Signs that no font of the house has are reported when posts are read.
  const texts = hostile.filter((text) => !/[^\u0020-\u017f\n”…–]/u.test(text))
  const pages = new Map<string, string[]>()
  let posts: readonly HostilePost[]
  let watched: Watched<Browser>

  beforeAll(async () => {
    watched = await watchedBrowser()
    posts = texts.map((text, index) => hostilePost(`fall-${index}`, () => text, fonts))
    const printer = await openDeckPrinter({ shell: await openShell({ theme: folders.theme, cache: folders.cache }), browser: watched.browser })
    const decks = posts.map(({ planned }) => deckOf(planned))
    await Promise.all(decks.map(async (deck) => pages.set(deck.id, await pagesOf((await printer.print(deck)).pdf))))
    await printer.close()
  })
  afterAll(() => watched?.browser.close())

  it.each(texts.map((text, index) => ({ text, index })))('$text stands in every place it was written for', ({ text, index }) => {
    const { planned, written } = posts[index]!
    const shown = pages.get(`fall-${index}`)!
    for (const { field, kind } of written) {
      if (kind === 'notes') continue
      const onKind = planned.section.slides.flatMap((slide, at) => (kind === 'foot' ? slide.page : slide.kind === kind) ? [shown[at]] : [])
      expect(onKind.some((page) => anyLines(text.trim()).test(page ?? '')), `${field} on ${kind}: ${onKind.join('\n')}`).toBe(true)
    }
  })

  it('nothing of it ran and nothing left this machine', async () => {
    expect(watched.incidents).toEqual([])
    // What would be told is told.
    const page = await watched.browser.newPage()
    await page.goto(`data:text/html,${encodeURIComponent('<script>canary = 1; alert(2)</script><img src="http://example.org/3">')}`)
    expect(watched.incidents.toSorted()).toEqual(['canary: 1', 'dialog: 2', 'request: http://example.org/3'])
  })
})

describe('in Slidev as it comes', () => {
  let watched: Watched<PlaywrightBrowser>
  let shown: readonly (readonly [text: string, found: boolean])[]
  let words = ''

  beforeAll(async () => {
    watched = await watchedPlaywright()
    // Every text in some fields, and every field with some texts.
    const posts = Array.from({ length: 12 }, (_, number) => {
      let field = number * 6
      return hostilePost(`post-${number}`, () => hostile[(field += 1) % hostile.length]!, fonts)
    })
    const deck: Deck = { id: 'prov', title: hostile[0]!, lang: 'sv', sections: posts.map(({ planned }) => planned.section) }
    const theme = path.relative(folder, folders.theme).replaceAll(path.sep, '/')
    writeFileSync(path.join(folder, 'prov.md'), renderEntry(deck, { theme }))
    writeFileSync(path.join(folder, 'prov.json'), renderDeckData(deck))
    const count = deck.sections.reduce((sum, { slides }) => sum + slides.length, 0)
    const presentation = await startPresenting({ entry: path.join(folder, 'prov.md'), open: false, cache: path.join(folders.cache, 'vite') })
    try {
      const page = await watched.browser.newPage()
      // Slidev's overview draws every slide and every note.
      await page.goto(new URL('overview', presentation.url).href)
      // Preparing dependencies for the first time may reload the page.
      await page.waitForLoadState('networkidle', { timeout: 120_000 })
      const text = await page.waitForFunction((wanted) => document.querySelectorAll('.slidev-layout').length >= wanted && document.body.textContent, count, { timeout: 120_000 })
      words = String(await text.jsonValue()).replaceAll(/[\u00ad\u200b]/gu, '').replaceAll(/\s+/gu, ' ')
      const written = posts.flatMap((post) => post.written.map(({ text }) => text.replaceAll(/\s+/gu, ' ').trim()))
      shown = [...new Set(written)].map((text) => [text, words.includes(text)])
    } finally {
      await presentation.close()
    }
  })
  afterAll(() => watched?.browser.close())

  it('every text is shown as it is, on slides and in notes', () => {
    expect(words).toContain('Starta klockan med S')
    expect(shown.length).toBe(new Set(hostile.map((text) => text.replaceAll(/\s+/gu, ' ').trim())).size)
    expect(shown.filter(([, found]) => !found)).toEqual([])
  })

  it('nothing of it ran and nothing left this machine', () => expect(watched.incidents).toEqual([]))
})

async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
  }
  await document.destroy()
  return pages
}
