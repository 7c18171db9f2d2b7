import { afterAll, beforeAll, expect, test } from 'vitest'
import { folders } from '../../../src/build/places.ts'
import { BrowserLost, ScriptError } from '../../../src/export/browser/index.ts'
import { Pages } from '../../../src/export/deck/pages.ts'
import { serveShell, type ShellServer } from '../../../src/export/deck/serve-shell.ts'
import type { SlidePage } from '../../../src/export/deck/slide-page.ts'
import { openShell } from '../../../src/export/shell/index.ts'
import { sampleDeck } from '../../render/slidev/sample-deck.ts'

let server: ShellServer
let pages: Pages

beforeAll(async () => {
  server = await serveShell(await openShell({ theme: folders.theme, cache: folders.cache }))
  pages = new Pages(server.page, undefined)
})
afterAll(async () => {
  await pages?.close()
  await server?.close()
})

test('what a page could not do another one does, from the very first on', async () => {
  const used: SlidePage[] = []
  const done = await pages.use(async (page) => {
    used.push(page)
    if (used.length === 1) throw new Error('The page crashed')
    return page.measure()
  })
  expect(done).toEqual([])
  expect(used.length).toBe(2)
  await expect(used[0]!.measure()).rejects.toThrow('The page was closed')
})

test('what fails twice, or is the slides’ own fault, is told', async () => {
  let tries = 0
  await expect(pages.use(async () => { tries += 1; throw new Error('again') })).rejects.toThrow('again')
  expect(tries).toBe(2)
  await expect(pages.use(async () => { tries += 1; throw new ScriptError('sönder') })).rejects.toThrow('sönder')
  expect(tries).toBe(3)
})

test('a browser that ends loses its page first, and costs no deck', async () => {
  const losses = [new Error('Session with given id not found.'), new BrowserLost('The browser is gone')]
  expect(await pages.use(async (page) => { if (losses[0]) throw losses.shift()!; return page.measure() })).toEqual([])
  let tries = 0
  await expect(pages.use(async () => { tries += 1; throw new BrowserLost('The browser is gone') })).rejects.toThrow('The browser is gone')
  expect(tries).toBe(2)
})

test('a script of the deck before that fails late is not the next one’s fault', async () => {
  await pages.use((page) => page.draw(sampleDeck('a')))
  const used: SlidePage[] = []
  await pages.use(async (page) => {
    used.push(page)
    if (page.drawn > 0) throw new ScriptError('sent')
    expect(await page.draw(sampleDeck('b'))).toEqual([])
  })
  expect(used.length).toBe(2)
})

test('two work at a time, and a page serves one deck after the other', async () => {
  await Promise.all([pages.use(async () => undefined), pages.use(async () => undefined)])
  let [now, most] = [0, 0]
  const seen = new Set<SlidePage>()
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map((id) => pages.use(async (page) => {
    seen.add(page)
    most = Math.max(most, (now += 1))
    expect(await page.draw(sampleDeck(id))).toEqual([])
    now -= 1
  })))
  expect([most, seen.size]).toEqual([2, 2])
})
