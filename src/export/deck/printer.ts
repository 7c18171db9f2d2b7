import type { Deck } from '../../model/slide.ts'
import { type Browser, EnvironmentFailure, ScriptError } from '../browser/index.ts'
import type { Shell } from '../shell/index.ts'
import { finishDeckPdf } from './finish/index.ts'
import { type Failure, onSlides, type Overflow } from './found.ts'
import { Pages, pagesAtOnce } from './pages.ts'
import { serveShell } from './serve-shell.ts'
import type { SlidePage } from './slide-page.ts'

/** Decks begun before the first of them is taken: enough for every page to have work. */
const decksAhead = pagesAtOnce + 2

export interface DeckPrinterOptions {
  readonly shell: Shell
  /** A browser that is already running; it is left running, unless it is lost. Without one the printer starts its own. */
  readonly browser?: Browser
}

export interface PrintedDeck {
  readonly deck: Deck
  /** A PDF/UA-1 file, a page for each slide. */
  readonly pdf: Uint8Array
  readonly overflows: readonly Overflow[]
  readonly failures: readonly Failure[]
}

export type MeasuredDeck = Omit<PrintedDeck, 'pdf'>

export interface DeckPrinter {
  /** Gets ready for so many decks before there is anything to print; a browser that does not start is reported when one prints. */
  warm(decks: number): void
  /** Prints decks in the order given, each as soon as it is finished. */
  print(decks: readonly Deck[]): AsyncGenerator<PrintedDeck>
  /** Only looks for what overflows. */
  measure(decks: readonly Deck[]): AsyncGenerator<MeasuredDeck>
  close(): Promise<void>
}

/** Opens a printer; the browser starts with the first deck, if not before. */
export async function openDeckPrinter(options: DeckPrinterOptions): Promise<DeckPrinter> {
  const server = await serveShell(options.shell)
  const pages = new Pages(server.page, options.browser)
  return {
    warm: (decks) => pages.warm(decks),
    print: (decks) => inOrder(decks, (deck) => print(deck, pages)),
    measure: (decks) => inOrder(decks, (deck) => pages.use((page) => measure(deck, page))),
    async close() {
      await pages.close()
      await server.close()
    },
  }
}

/** What becomes of each deck, in their order; some are begun while others are waited for. @throws {EnvironmentFailure} naming the deck */
async function* inOrder<T>(decks: readonly Deck[], work: (deck: Deck) => Promise<T>): AsyncGenerator<T> {
  const waiting = [...decks]
  const running: Promise<T>[] = []
  const start = (): void => {
    const deck = waiting.shift()
    if (!deck) return
    const result = work(deck).catch((error: unknown) => Promise.reject(failure(deck, error)))
    // Whoever asks for it hears of a failure.
    result.catch(() => undefined)
    running.push(result)
  }
  for (let begun = 0; begun < decksAhead; begun += 1) start()
  for (; running[0]; running.shift(), start()) yield await running[0]
}

/** The browser goes on to the next deck while this thread finishes the one before. */
async function print(deck: Deck, pages: Pages): Promise<PrintedDeck> {
  const { pdf, ...measured } = await pages.use(async (page) => ({ ...(await measure(deck, page)), pdf: await page.print() }))
  return { ...measured, pdf: await finishDeckPdf(pdf, deck) }
}

async function measure(deck: Deck, page: SlidePage): Promise<MeasuredDeck> {
  const failures = await page.draw(deck)
  return { deck, failures: onSlides(deck, failures), overflows: onSlides(deck, await page.measure()) }
}

function failure(deck: Deck, error: unknown): EnvironmentFailure {
  if (error instanceof EnvironmentFailure) return error
  const reason = error instanceof Error ? error.message : String(error)
  const hint =
    error instanceof ScriptError
      ? 'A change in slides/theme may have broken it.'
      : 'Try once more; if it stays, another browser may do better (SALJVERKSTAD_BROWSER).'
  return new EnvironmentFailure('print-failed', `${deck.id} could not be printed: ${reason}`, hint, error)
}
