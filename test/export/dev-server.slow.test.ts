import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchWithPlaywright } from '../../src/export/browser/index.ts'
import { type Presentation, startPresenting } from '../../src/export/dev-server.ts'
import type { Deck, Slide } from '../../src/model/slide.ts'
import { renderDeckData, renderEntry } from '../../src/render/slidev/index.ts'
import { hostile } from '../render/slidev/hostile.ts'
import { paragraph, sampleDeck } from '../render/slidev/sample-deck.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = path.join(root, 'node_modules/.cache/saljverkstad')
const folder = mkdtempSync(path.join(tmpdir(), 'present-'))
const remote: string[] = []
let presentation: Presentation
let browser: Browser
let page: Page
let loads = 0

/** The sample, one of its texts replaced, and after it a slide for each hostile string. */
function deckWith(idea: string): Deck {
  const deck = sampleDeck('prov')
  const section = deck.sections[0]!
  const ordinary = section.slides.map((slide) => (slide.kind === 'idea' ? { ...slide, text: idea } : slide))
  const odd = hostile.map((text) => ({ ...section.slides[1]!, title: text, beats: [text], notes: [paragraph(text)] }) as Slide)
  return { ...deck, title: '{{ 1 + 1 }} <b>', sections: [{ ...section, slides: [...ordinary, ...odd] }] }
}

function write(deck: Deck): void {
  const theme = path.relative(folder, path.join(root, 'slides/theme')).replaceAll(path.sep, '/')
  writeFileSync(path.join(folder, 'prov.md'), renderEntry(deck, { theme }))
  writeFileSync(path.join(folder, 'prov.json'), renderDeckData(deck))
}

beforeAll(async () => {
  write(deckWith('Först'))
  presentation = await startPresenting({ entry: path.join(folder, 'prov.md'), open: false, cache: path.join(cache, 'vite') })
  browser = await launchWithPlaywright()
  page = await browser.newPage()
  page.setDefaultTimeout(120_000)
  page.on('load', () => (loads += 1))
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol !== 'data:' && hostname !== '127.0.0.1') remote.push(request.url())
  })
  await page.goto(new URL('3', presentation.url).href)
  await page.waitForFunction(() => document.body.innerText.includes('Först'))
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await presentation?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('plays the deck under its own title and language', async () => {
  expect(new URL(presentation.url).hostname).toBe('127.0.0.1')
  expect(await page.title()).toBe('{{ 1 + 1 }} <b>')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('sv')
})

test('an edit shows without a reload', async () => {
  // Preparing dependencies for the first time may reload the page.
  await page.waitForLoadState('networkidle')
  const before = loads
  write(deckWith('Sedan'))
  await page.waitForFunction(() => document.body.innerText.includes('Sedan'), undefined, { timeout: 60_000 })
  expect(loads).toBe(before)
})

test('hostile strings are what they are: as title, on the slide and in the notes', async () => {
  await page.goto(presentation.presenterUrl)
  await page.waitForSelector('.slidev-note', { state: 'attached' })
  const first = sampleDeck('prov').sections[0]!.slides.length + 1
  for (const [index, text] of hostile.entries()) {
    await page.evaluate((path) => {
      history.pushState({}, '', path)
      dispatchEvent(new PopStateEvent('popstate', { state: {} }))
    }, `/presenter/${first + index}`)
    const words = text.replace(/\s+/g, ' ').trim()
    await page.waitForFunction((note) => document.querySelector('.slidev-note')?.textContent?.replace(/\s+/g, ' ').trim() === note, words)
    await page.waitForFunction(
      ([slide, beat]) => Array.from(document.querySelectorAll(`[data-slidev-no="${slide}"] li`), (li) => li.textContent).some((shown) => shown.includes(String(beat))),
      [first + index, text],
    )
  }
}, 60_000)

test('nothing is asked of the network', () => {
  expect(remote).toEqual([])
})
