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

/**
 * Loads decks into a new page of the browser.
 * @throws {BrokenSlides} with what the page has to complain about
 */
export async function openSlidePage(browser: BrowserContext, server: DeckServer, { decks }: Chunk): Promise<SlidePage> {
  const job = String((jobs += 1))
  const path = `/jobs/${job}.json`
  const sections = decks.flatMap(({ deck }) => deck.sections)
  server.add({ [path]: { text: renderDeckData({ id: job, title: '', lang: 'sv', sections }) } })
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
    const failures = await Promise.race([broken, untilReady(page)])
    return { failures, print: (placed) => Promise.race([broken, print(page, placed)]), measure: () => measure(page), close }
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
