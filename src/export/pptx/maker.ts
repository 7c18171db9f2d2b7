import { rmSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-chromium'
import type { Deck } from '../../model/slide.ts'
import { Asked, EnvironmentFailure, firstLine, launchWithPlaywright } from '../browser/index.ts'
import { serveShell, type ShellServer } from '../deck/serve-shell.ts'
import { slideSize } from '../deck/slide-size.ts'
import type { SlideFailure } from '../shell/client/page.ts'
import type { Shell } from '../shell/index.ts'
import { repairPptx } from './repair.ts'
import { slidevPptxExporter } from './slidev-exporter.ts'

/** Makes PowerPoint files of decks, with a browser of its own. */
export interface PptxMaker {
  /** Gives the file, or what cannot be drawn. */
  make(deck: Deck): Promise<Uint8Array | readonly SlideFailure[]>
  close(): Promise<void>
}

export async function openPptxMaker(shell: Shell): Promise<PptxMaker> {
  const server = await serveShell(shell)
  let browser: Promise<Browser> | undefined

  /** When the browser is lost on the way, another one does it all again, once. */
  async function make(deck: Deck, isLast = false): Promise<Uint8Array | readonly SlideFailure[]> {
    const used = await (browser ??= launchWithPlaywright())
    try {
      return await makePptx(deck, used, server)
    } catch (error) {
      if (used.isConnected() || isLast) throw error
      browser = undefined
      return make(deck, true)
    }
  }

  return {
    async make(deck) {
      try {
        return await make(deck)
      } catch (error) {
        if (error instanceof EnvironmentFailure) throw error
        throw new EnvironmentFailure('print-failed', `${deck.id} could not be made a PowerPoint file: ${firstLine(error)}`, 'Try once more, or leave --pptx out.', error)
      }
    },
    async close() {
      await browser?.then((one) => one.close()).catch(() => undefined)
      await server.close()
    },
  }
}

/** Pictures are captured twice as fine as the slide. */
const finer = 2

/** Milliseconds that slides may take to be drawn. */
const patience = 120_000

async function makePptx(deck: Deck, browser: Browser, server: ShellServer): Promise<Uint8Array | readonly SlideFailure[]> {
  const slides = deck.sections.flatMap((section) => section.slides)
  const viewport = { ...slideSize, height: slideSize.height * slides.length }
  const context = await browser.newContext({ viewport, deviceScaleFactor: finer, serviceWorkers: 'block' })
  const folder = await mkdtemp(path.join(tmpdir(), 'saljverkstad-'))
  const removeNow = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', removeNow)
  try {
    const page = await context.newPage()
    const asked = new Asked(patience)
    page.on('pageerror', (error) => asked.fail(error)).on('crash', () => asked.fail(new Error('The page crashed')))
    await page.emulateMedia({ media: 'screen' })
    await page.goto(server.page)
    const failures = await asked.orFail(page.evaluate(draw, deck), 'The slides have not been drawn')
    if (failures.length > 0) return failures
    await paintFieldsBelow(page)
    const file = path.join(folder, 'deck.pptx')
    const exportPptx = await slidevPptxExporter()
    // The notes are written by the repair; Slidev's have no paragraphs.
    const plain = slides.map(({ title }) => ({ title, note: ' ', frontmatter: {} }))
    const pages = slides.map((_, index) => index + 1)
    // How long it takes depends on the number of slides.
    await asked.orFail(exportPptx({ page, slides: plain, ...slideSize, pages, go: () => Promise.resolve() }, file))
    return repairPptx(await readFile(file), deck)
  } finally {
    await context.close().catch(() => undefined)
    await rm(folder, { recursive: true, force: true })
    process.off('exit', removeNow)
  }
}

/** Runs in the page. */
async function draw(deck: Deck): Promise<readonly SlideFailure[]> {
  await window.saljverkstad!.open
  return window.saljverkstad!.draw(deck)
}

/** Makes each slide's field its page's background: as a box of its own it would cover the ornaments behind the text. */
async function paintFieldsBelow(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const slide of document.querySelectorAll<HTMLElement>('.print-slide-container')) {
      const layout = slide.querySelector<HTMLElement>('.slidev-layout')
      if (layout === null) continue
      slide.style.background = getComputedStyle(layout).backgroundColor
      layout.style.background = 'transparent'
    }
  })
}
