import type { Deck } from '../../model/slide.ts'
import { type Browser, EnvironmentFailure, ScriptError } from '../browser/index.ts'
import type { SlideFailure, SlideOverflow } from '../shell/client/page.ts'
import type { Shell } from '../shell/index.ts'
import { finishDeckPdf } from './finish/index.ts'
import { Pages } from './pages.ts'
import { serveShell } from './serve-shell.ts'
import type { SlidePage } from './slide-page.ts'

export interface DeckPrinterOptions {
  readonly shell: Shell
  /** A browser that is already running; it is left running, unless it is lost. Without one the printer starts its own. */
  readonly browser?: Browser
}

/** What was found on a deck's slides, which are counted from 0. */
export interface Found {
  readonly overflows: readonly SlideOverflow[]
  readonly failures: readonly SlideFailure[]
}

export interface Printed extends Found {
  /** A PDF/UA-1 file, a page for each slide. */
  readonly pdf: Uint8Array
}

/** Several decks may be asked for at once; each has its turn. Failures are `EnvironmentFailure`s that name the deck. */
export interface DeckPrinter {
  /** Gets ready for so many decks before there is anything to print; a browser that does not start is reported when one prints. */
  readonly warm: (decks: number) => void
  readonly print: (deck: Deck) => Promise<Printed>
  /** Only looks for what overflows. */
  readonly measure: (deck: Deck) => Promise<Found>
  readonly close: () => Promise<void>
}

/** Opens a printer; the browser starts with the first deck, if not before. */
export async function openDeckPrinter(options: DeckPrinterOptions): Promise<DeckPrinter> {
  const server = await serveShell(options.shell)
  const pages = new Pages(server.page, options.browser)
  return {
    warm: (decks) => pages.warm(decks),
    print: (deck) => naming(deck, print(deck, pages)),
    measure: (deck) => naming(deck, pages.use((page) => measure(deck, page))),
    async close() {
      await pages.close()
      await server.close()
    },
  }
}

/** The browser goes on to the next deck while this thread finishes the one before. */
async function print(deck: Deck, pages: Pages): Promise<Printed> {
  const { pdf, ...found } = await pages.use(async (page) => ({ ...(await measure(deck, page)), pdf: await page.print() }))
  return { ...found, pdf: await finishDeckPdf(pdf, deck) }
}

async function measure(deck: Deck, page: SlidePage): Promise<Found> {
  const failures = await page.draw(deck)
  return { failures, overflows: await page.measure() }
}

/** @throws {EnvironmentFailure} that says which deck it was */
async function naming<T>(deck: Deck, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof EnvironmentFailure) throw error
    const reason = error instanceof Error ? error.message : String(error)
    const hint =
      error instanceof ScriptError
        ? 'A change in slides/theme may have broken it.'
        : 'Try once more; if it stays, another browser may do better (SALJVERKSTAD_BROWSER).'
    throw new EnvironmentFailure('print-failed', `${deck.id} could not be printed: ${reason}`, hint, error)
  }
}
