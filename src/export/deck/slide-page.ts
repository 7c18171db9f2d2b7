import type { BrowserContext, Page } from 'playwright-chromium'
import { renderDeckData } from '../../render/slidev/index.ts'
import type { SlideFailure, SlideOverflow } from '../shell/client/page.ts'
import type { Chunk, PlacedDeck } from './chunks.ts'
import type { DeckServer } from './server.ts'
import { slideSize } from './slide-size.ts'

/** The slides are to blame and not the browser: a script of theirs failed, or a font is missing. */
export class BrokenSlides extends Error {
  override readonly name = 'BrokenSlides'
}

/** A browser's page with the slides of some decks, drawn and at rest. */
export interface SlidePage {
  /** What could not be drawn. */
  readonly failures: readonly SlideFailure[]
  /** Prints one of the decks: a page of the PDF for each slide. */
  print(placed: PlacedDeck): Promise<Uint8Array>
  /** What overflows on any of the slides. */
  measure(): Promise<readonly SlideOverflow[]>
  close(): Promise<void>
}

/** Milliseconds for one step of at most one chunk of slides, however many decks there are. */
const patience = 120_000

let jobs = 0

/** A page with the shell that waits for its slides: what takes longest about a page is done before they are known. */
export interface BlankPage {
  /**
   * Draws the slides of some decks, once.
   * @throws {BrokenSlides} with what the page has to complain about
   */
  load(chunk: Chunk): Promise<SlidePage>
  close(): Promise<void>
}

/** Opens a page of the browser whose request for its slides the server answers when they are there. */
export async function openBlankPage(browser: BrowserContext, server: DeckServer): Promise<BlankPage> {
  const job = String((jobs += 1))
  const path = `/jobs/${job}.json`
  let deliver = (_data: string): void => undefined
  server.add({ [path]: { text: new Promise((resolve) => (deliver = resolve)) } })
  const page = await browser.newPage()
  page.setDefaultTimeout(patience)
  const close = async (): Promise<void> => {
    server.remove([path])
    await page.close().catch(() => undefined)
  }
  try {
    const broken = failureOf(page)
    await page.emulateMedia({ media: 'screen' })
    await page.goto(`${server.origin}/print?print=true&job=${job}`, { waitUntil: 'commit' })
    return {
      async load({ decks }) {
        deliver(renderDeckData({ id: job, title: '', lang: 'sv', sections: decks.flatMap(({ deck }) => deck.sections) }))
        try {
          const failures = await Promise.race([broken, untilReady(page)])
          return { failures, print: (placed) => Promise.race([broken, print(page, placed)]), measure: () => measure(page), close }
        } catch (error) {
          await close()
          throw error
        }
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function untilReady(page: Page): Promise<readonly SlideFailure[]> {
  const state = await page.waitForFunction(() =>
    window.saljverkstad?.ready.then((failures) => ({ failures })).catch((error) => ({ error: String(error) })),
  )
  const result = (await state.jsonValue()) as { failures: readonly SlideFailure[] } | { error: string }
  if ('error' in result) throw new BrokenSlides(result.error)
  return result.failures
}

async function print(page: Page, { deck, first, last }: PlacedDeck): Promise<Uint8Array> {
  const show = { first, last, title: deck.title, lang: deck.lang }
  await page.evaluate((shown) => window.saljverkstad?.show(shown.first, shown.last, shown.title, shown.lang), show)
  // Without an explicit last page there is a blank one at the end.
  const pageRanges = `1-${last - first + 1}`
  return page.pdf({ ...slideSize, pageRanges, printBackground: true, preferCSSPageSize: true, tagged: true })
}

async function measure(page: Page): Promise<readonly SlideOverflow[]> {
  return page.evaluate(() => window.saljverkstad?.measure() ?? [])
}

/** Rejects when a script of the page fails or the page is lost; never fulfilled. */
function failureOf(page: Page): Promise<never> {
  const failure = new Promise<never>((_, reject) => {
    page.once('pageerror', ({ message }) => reject(new BrokenSlides(message)))
    page.once('crash', () => reject(new Error('The page crashed')))
  })
  failure.catch(() => undefined)
  return failure
}
