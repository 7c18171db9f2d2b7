import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-chromium'
import type { Deck } from '../../model/slide.ts'
import { EnvironmentFailure, launchWithPlaywright } from '../browser/index.ts'
import { serveShell, type ShellServer } from '../deck/serve-shell.ts'
import { slideSize } from '../deck/slide-size.ts'
import type { Shell } from '../shell/index.ts'
import { repairPptx } from './repair.ts'
import { slidevPptxExporter } from './slidev-exporter.ts'

/** Makes PowerPoint files of decks, with a browser of its own. */
export interface PptxMaker {
  make(deck: Deck): Promise<Uint8Array>
  close(): Promise<void>
}

export async function openPptxMaker(shell: Shell): Promise<PptxMaker> {
  const server = await serveShell(shell)
  let browser: Promise<Browser> | undefined
  return {
    async make(deck) {
      try {
        return await makePptx(deck, await (browser ??= launchWithPlaywright()), server)
      } catch (error) {
        if (error instanceof EnvironmentFailure) throw error
        const reason = error instanceof Error ? error.message : String(error)
        throw new EnvironmentFailure('print-failed', `${deck.id} could not be made a PowerPoint file: ${reason}`, 'Try once more, or leave --pptx out.', error)
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

async function makePptx(deck: Deck, browser: Browser, server: ShellServer): Promise<Uint8Array> {
  const slides = deck.sections.flatMap((section) => section.slides)
  const viewport = { ...slideSize, height: slideSize.height * slides.length }
  const context = await browser.newContext({ viewport, deviceScaleFactor: finer, serviceWorkers: 'block' })
  const folder = await mkdtemp(path.join(tmpdir(), 'saljverkstad-'))
  try {
    const page = await context.newPage()
    await page.emulateMedia({ media: 'screen' })
    await page.goto(server.page)
    await page.evaluate(async (given) => {
      await window.saljverkstad?.open
      await window.saljverkstad?.draw(given)
    }, deck)
    await paintFieldsBelow(page)
    const file = path.join(folder, 'deck.pptx')
    await (await slidevPptxExporter())(
      {
        page,
        // The notes are written by the repair; Slidev's have no paragraphs.
        slides: slides.map(({ title }) => ({ title, note: ' ', frontmatter: {} })),
        ...slideSize,
        pages: slides.map((_, index) => index + 1),
        go: () => Promise.resolve(),
      },
      file,
    )
    return repairPptx(await readFile(file), deck)
  } finally {
    await context.close().catch(() => undefined)
    await rm(folder, { recursive: true, force: true })
  }
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
