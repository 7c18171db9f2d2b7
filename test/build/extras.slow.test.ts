import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from '@slidev/parser'
import type { Browser, BrowserContext, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchWithPlaywright } from '../../src/export/browser/index.ts'
import { run, type Ran } from '../commands/run.ts'
import { missingVeraPdf, pdfUaProblems } from '../verapdf/verapdf.ts'
import { linksOf } from './links.ts'
import { readPdf } from './read-pdf.ts'
import { readPptx } from './read-pptx.ts'

let folder = ''
let first: Ran
const at = (path: string): string => join(folder, path)
const where = (): string[] => ['--content', at('content'), '--exercises', at('exercises'), '--out', at('out')]
const build = (...args: string[]): Promise<Ran> => run(['build', ...where(), ...args])
const hash = async (path: string): Promise<string> => createHash('sha256').update(await readFile(at(path))).digest('hex')

/** For machines that do more than run tests. */
const patiently = { timeout: 15_000 }

/** What the presenter alone is to see. */
const secret = 'Snön kom på natten.'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'extras-'))
  await cp(new URL('../fixtures/three', import.meta.url), folder, { recursive: true })
  await rm(at('content/posts/trasig.md'))
  await run(['eject', ...where(), 'bara-en-titel'])
  const own = at('content/custom/bara-en-titel.md')
  await writeFile(own, `${await readFile(own, 'utf8')}\n---\n\n# En egen bild\n\nMed en länk till <Link to="1">början</Link>.\n\n<!--\nMin anteckning.\n-->\n`)
  first = await build('--html', '--handout', '--with-notes', '--pptx')
})
afterAll(() => rm(folder, { recursive: true }))

it('makes everything that was asked for, and shows the way to it', async () => {
  expect(first.err).toBe('')
  expect(first.code).toBe(0)
  const gallery = await readFile(at('out/index.html'), 'utf8')
  const links = [...gallery.matchAll(/href="([^"]*forsta[^"]*)"/g)].map(([, link]) => link)
  for (const path of ['decks/forsta.html', 'decks/forsta.pptx', 'decks/forsta-notes.pdf', 'handouts/forsta.pdf']) expect(links).toContain(path)
  for (const link of links) expect((await stat(at(`out/${link}`))).size).toBeGreaterThan(0)
})

describe('the deck as one file', () => {
  let browser: Browser
  let context: BrowserContext
  let page: Page
  const requests: string[] = []
  const errors: string[] = []

  /** Opens a copy on a stick, whose name has letters that addresses do not. */
  async function open(): Promise<Page> {
    const opened = await context.newPage()
    opened.setDefaultTimeout(120_000)
    await opened.goto(pathToFileURL(at('Mitt USB å/visa mig.html')).href)
    await opened.waitForSelector('.slidev-layout', { state: 'attached' })
    return opened
  }
  const openPresenter = async (from: Page): Promise<Page> => {
    const [presenter] = await Promise.all([context.waitForEvent('page'), from.keyboard.press('p')])
    await presenter.waitForSelector('.slidev-note')
    return presenter
  }
  const slideOf = (from: Page): string | undefined => /#\/(?:presenter\/)?(\d+)/.exec(from.url())?.[1]

  beforeAll(async () => {
    await mkdir(at('Mitt USB å'))
    await cp(at('out/decks/forsta.html'), at('Mitt USB å/visa mig.html'))
    browser = await launchWithPlaywright()
    // Slides keep the screen awake; a browser without a screen does so only if it may.
    context = await browser.newContext({ viewport: { width: 980, height: 552 }, offline: true, permissions: ['screen-wake-lock'] })
    context.on('request', (request) => {
      if (!/^(?:file|data|blob):/.test(request.url())) requests.push(request.url())
    })
    context.on('weberror', (error) => errors.push(error.error().message))
    context.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    page = await open()
  })
  afterAll(() => browser.close())

  it('is small, and says what it is', async () => {
    expect((await stat(at('out/decks/forsta.html'))).size).toBeLessThan(2_000_000)
    expect(await page.title()).toBe('Den första snön')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('sv')
  })

  it('shows its slides by the arrow keys, in its own fonts, every text as it stands', async () => {
    expect((await page.locator('.slidev-layout h1').first().innerText()).replace('\n', ' ')).toBe('Den första snön')
    expect(await page.evaluate(() => document.fonts.check('760 40px "Bricolage Grotesque"'))).toBe(true)
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight')
    await page.waitForURL(/#\/2\?clicks=2/)
    expect(await page.locator('.kind-beats').first().innerText()).toContain('{{ 1 + 1 }} <b>fet</b> $x$')
  })

  it('opens the presenter’s view in a window of its own, with the notes, and keeps both at the same slide', async () => {
    const presenter = await openPresenter(page)
    expect(presenter).not.toBe(page)
    expect(await presenter.locator('.slidev-note').first().innerText()).toContain(secret)
    await presenter.keyboard.press('ArrowDown')
    await expect.poll(() => slideOf(page), patiently).toBe('3')
    await page.bringToFront()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => slideOf(presenter), patiently).toBe('4')
    // As fast as somebody who looks for a slide.
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowDown')
    for (let press = 0; press < 2; press += 1) await page.keyboard.press('ArrowUp')
    await expect.poll(() => slideOf(page), patiently).toBe('5')
    await expect.poll(() => slideOf(presenter), patiently).toBe('5')
    await presenter.close()
  })

  it('does so where a browser gives pages from a disk no channel', async () => {
    const bare = await browser.newContext({ offline: true })
    await bare.addInitScript(() => {
      window.BroadcastChannel = class extends EventTarget { postMessage() {} close() {} } as unknown as typeof BroadcastChannel
    })
    const kept = context
    context = bare
    try {
      const slides = await open()
      const presenter = await openPresenter(slides)
      await presenter.keyboard.press('ArrowDown')
      await expect.poll(() => slideOf(slides), patiently).toBe('2')
      await slides.reload()
      await slides.waitForSelector('.slidev-layout', { state: 'attached' })
      await presenter.keyboard.press('ArrowDown')
      await expect.poll(() => slideOf(slides), patiently).toBe('3')
      await slides.keyboard.press('ArrowDown')
      await expect.poll(() => slideOf(presenter), patiently).toBe('4')
    } finally {
      context = kept
      await bare.close()
    }
  })

  it('asks for nothing', () => {
    expect(requests).toEqual([])
    expect(errors).toEqual([])
  })
})

describe('the deck on paper', () => {
  it('has every slide as one picture with its words, three a page with lines to write on', async () => {
    const deck = await readPdf(at('out/decks/forsta.pdf'))
    const handout = await readPdf(at('out/handouts/forsta.pdf'))
    expect(handout).toMatchObject({ title: 'Den första snön – Åhörarkopior', lang: 'sv' })
    expect(handout.pages).toHaveLength(Math.ceil(deck.pages.length / 3))
    expect(handout.fields.size).toBe(deck.pages.length)
    expect([...handout.tags]).toEqual(expect.arrayContaining(['H1', 'Figure', 'Form']))
    expect([...handout.tags]).not.toContain('Table')
    expect(handout.pages[0]).toContain('Hela gatan låg vit')
  })

  it('has the notes only where they were asked for', async () => {
    const notes = await readPdf(at('out/decks/forsta-notes.pdf'))
    expect(notes.pages.join('\n')).toContain(secret)
    for (const path of ['decks/forsta.pdf', 'handouts/forsta.pdf']) {
      expect((await readPdf(at(`out/${path}`))).pages.join('\n')).not.toContain(secret)
    }
    await expect(stat(at('out/handouts/forsta-notes.pdf'))).rejects.toThrow()
  })
})

const missing = missingVeraPdf()
it.skipIf(missing !== undefined)('is PDF/UA-1 on paper and on the screen, by veraPDF', () => {
  const paths = ['forsta', 'bara-en-titel'].flatMap((slug) => [`decks/${slug}.pdf`, `decks/${slug}-notes.pdf`, `handouts/${slug}.pdf`])
  expect(pdfUaProblems(paths.map((path) => at(`out/${path}`)))).toEqual([])
})

describe('the deck for PowerPoint', () => {
  it('has on every slide a title, its language and its notes, and nothing that leads nowhere', async () => {
    const deck = await readPdf(at('out/decks/forsta.pdf'))
    const pptx = await readPptx(at('out/decks/forsta.pptx'))
    expect(pptx.problems).toEqual([])
    expect(pptx.languages).toEqual(['sv-SE'])
    expect(pptx.slides).toHaveLength(deck.pages.length)
    expect(pptx.slides.map(({ titles }) => titles.length)).toEqual(pptx.slides.map(() => 1))
    expect(pptx.slides.slice(0, 3).map(({ titles }) => titles[0])).toEqual(['Den första snön', 'Så var det', 'Den första snön'])
    expect(pptx.slides[1]?.text).toContain('{{ 1 + 1 }} <b>fet</b> $x$')
    expect(pptx.slides[1]?.notes).toEqual(expect.arrayContaining(['Hela inlägget', expect.stringContaining(secret)]))
    expect(pptx.properties).toContain('<dc:title>Den första snön</dc:title>')
    expect(pptx.properties).not.toMatch(/\d{4}-\d\d-\d\d/)
  })

  it('comes with its fonts, by the names that it calls them by', async () => {
    const { fonts } = await readPptx(at('out/decks/forsta.pptx'))
    const families = ['Bricolage Grotesque 96pt ExtraBold', 'Newsreader 16pt', 'Source Sans 3', 'Source Sans 3 SemiBold']
    expect(fonts.filter((font) => !font.startsWith('+'))).toEqual(families)
    for (const name of ['BricolageGrotesque-96ptExtraBold', 'Newsreader16pt-Italic', 'SourceSans3-Regular', 'SourceSans3-SemiBold']) {
      expect((await readFile(at(`out/fonts/${name}.ttf`))).readUInt32BE(0)).toBe(0x00010000)
    }
  })
})

describe('a section taken over by hand', () => {
  it('is shown as it is, in every form', async () => {
    const deck = await readPdf(at('out/decks/bara-en-titel.pdf'))
    expect(deck.pages.at(-1)).toContain('Med en länk till början.')
    expect((await readPdf(at('out/decks/bara-en-titel-notes.pdf'))).pages.at(-1)).toContain('Min anteckning.')
    expect(await readFile(at('out/decks/bara-en-titel.html'), 'utf8')).toContain('Med en länk till')
    expect((await readPptx(at('out/decks/bara-en-titel.pptx'))).slides.at(-1)?.titles).toEqual(['En egen bild'])
    const { slides } = await parse(await readFile(at('out/slides/bara-en-titel.md'), 'utf8'), 'deck.md')
    expect(slides.map(({ frontmatter }) => frontmatter['src'] as string)).toEqual(['../../content/custom/bara-en-titel.md'])
  })

  it('has links to slides that work in the PDF', async () => {
    const links = await linksOf(at('out/decks/bara-en-titel.pdf'))
    expect(links).toEqual([{ from: links[0]?.from, to: 0 }])
    expect(links[0]?.from).toBeGreaterThan(0)
  })

  it('is never written over, and says what has changed in its post', async () => {
    const before = await hash('content/custom/bara-en-titel.md')
    const again = await run(['eject', ...where(), 'bara-en-titel'])
    expect(again).toMatchObject({ code: 2 })
    const post = at('content/posts/bara-en-titel.md')
    await writeFile(post, (await readFile(post, 'utf8')).replace(/^title:.*$/m, 'title: En helt annan titel'))
    const checked = await run(['check', ...where()])
    expect(checked.err).toContain('custom/bara-en-titel.md:1:1 warning [source-changed]')
    expect(checked.err).toContain('+heading: En helt annan titel')
    expect((await run(['eject', ...where(), 'bara-en-titel', '--seen'])).code).toBe(0)
    expect((await run(['check', ...where()])).err).toBe('')
    expect(await hash('content/custom/bara-en-titel.md')).toBe(before)
  })

  it('that cannot be compiled is reported where it stands, and stays as it was', async () => {
    const own = at('content/custom/bara-en-titel.md')
    const good = await readFile(own, 'utf8')
    const before = await hash('out/decks/bara-en-titel.pdf')
    await writeFile(own, `${good}\n---\n\n# Trasig {{ 1 +\n`)
    const { err, code } = await build('bara-en-titel')
    expect(err).toMatch(/custom\/bara-en-titel\.md:\d+:1 error \[slide-failed\] slide \d+ \(custom\) cannot be shown: it cannot be compiled: Interpolation end sign/)
    expect(code).toBe(1)
    expect(await hash('out/decks/bara-en-titel.pdf')).toBe(before)
    await writeFile(own, good)
  })

  it('that fails when it is shown is reported where it stands, and no file is made of it', async () => {
    const own = at('content/custom/bara-en-titel.md')
    const good = await readFile(own, 'utf8')
    const files = ['out/decks/bara-en-titel.pdf', 'out/decks/bara-en-titel.pptx']
    const before = await Promise.all(files.map(hash))
    await writeFile(own, `${good}\n---\n\n# Trasig\n\n<script setup>\nthrow new Error('aj')\n</script>\n`)
    const { err, code } = await build('bara-en-titel')
    expect(err).toMatch(/custom\/bara-en-titel\.md:\d+:1 error \[slide-failed\] slide \d+ \(custom\) cannot be shown: aj/)
    expect(err.match(/slide-failed/g)).toHaveLength(1)
    expect(code).toBe(1)
    expect(await Promise.all(files.map(hash))).toEqual(before)
    await writeFile(own, good)
  })
})

describe('what was asked for once', () => {
  const paths = ['decks/forsta.html', 'decks/forsta-notes.pdf', 'decks/forsta.pptx', 'handouts/forsta.pdf'].map((path) => `out/${path}`)

  it('has the same bytes each time', async () => {
    const before = await Promise.all(paths.map(hash))
    await build('forsta', '--force')
    expect(await Promise.all(paths.map(hash))).toEqual(before)
  })

  it('is kept up to date until it is deleted', async () => {
    await rm(at('out/decks/forsta.pptx'))
    const before = await Promise.all(paths.filter((path) => !path.endsWith('pptx')).map(hash))
    const post = at('content/posts/2011-12-01-forsta.md')
    await writeFile(post, (await readFile(post, 'utf8')).replace('Jag vaknade av att det var tyst.', 'Jag vaknade av ett dån.'))
    await build('forsta')
    const after = await Promise.all(paths.filter((path) => !path.endsWith('pptx')).map(hash))
    expect(after.filter((one, index) => one === before[index])).toEqual([])
    await expect(stat(at('out/decks/forsta.pptx'))).rejects.toThrow()
  })
})
