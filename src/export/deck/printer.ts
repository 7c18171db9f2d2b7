import type { Browser, BrowserContext } from 'playwright-chromium'
import type { Deck } from '../../model/slide.ts'
import { EnvironmentFailure } from '../browser/failure.ts'
import type { Shell } from '../shell/index.ts'
import { type Chunk, chunksOf } from './chunks.ts'
import { finishDeckPdf } from './finish/index.ts'
import { type Failure, ofDeck, type Overflow } from './found.ts'
import { type BrowserKeeper, keepBrowser } from './keep-browser.ts'
import { serveShell } from './serve-shell.ts'
import type { DeckServer } from './server.ts'
import { BrokenSlides, openSlidePage, type SlidePage } from './slide-page.ts'

/** Slides in one page: enough to spread what loading costs, few enough for any memory. */
const slidesAtOnce = 80

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
  /** Starts the browser before there is anything to print; a browser that does not start is reported when one prints. */
  warm(): void
  /** Prints decks in the order given, each as soon as it is finished. */
  print(decks: readonly Deck[]): AsyncGenerator<PrintedDeck>
  /** Only looks for what overflows. */
  measure(decks: readonly Deck[]): AsyncGenerator<MeasuredDeck>
  close(): Promise<void>
}

/** Opens a printer; the browser starts with the first deck, if not before. */
export async function openDeckPrinter(options: DeckPrinterOptions): Promise<DeckPrinter> {
  const server = await serveShell(options.shell)
  const browser = keepBrowser(options.browser)
  return {
    warm: () => void browser.get().catch(() => undefined),
    print: (decks) => work(decks, browser, server, printPage),
    measure: (decks) => work(decks, browser, server, measurePage),
    async close() {
      await Promise.all([browser.close(), server.close()])
    },
  }
}

type WorkPage<T> = (page: SlidePage, chunk: Chunk) => AsyncGenerator<T>

/**
 * Works through decks page by page. When the browser crashes or gives up on the way, another one takes over from
 * the deck it stopped at, once for each deck.
 * @throws {EnvironmentFailure} `print-failed` naming the deck
 */
async function* work<T>(decks: readonly Deck[], keeper: BrowserKeeper, server: DeckServer, workPage: WorkPage<T>): AsyncGenerator<T> {
  let done = 0
  let failedAt = -1
  while (done < decks.length) {
    const browser = await keeper.get()
    try {
      for await (const { page, chunk } of openInTurn(browser, server, chunksOf(decks.slice(done), slidesAtOnce))) {
        for await (const result of workPage(page, chunk)) {
          done += 1
          yield result
        }
      }
    } catch (error) {
      if (failedAt === done || error instanceof BrokenSlides) throw failure(decks[done], error)
      failedAt = done
      await keeper.replace()
    }
  }
}

/** Opens a page for each chunk, the next one while the one before is worked on; there are never more than two. */
async function* openInTurn(browser: BrowserContext, server: DeckServer, chunks: readonly Chunk[]): AsyncGenerator<{ page: SlidePage; chunk: Chunk }> {
  const open = (chunk: Chunk | undefined): Promise<SlidePage> | undefined => {
    const opening = chunk && openSlidePage(browser, server, chunk)
    // Whoever waits for it hears of a failure.
    opening?.catch(() => undefined)
    return opening
  }
  let opening = open(chunks[0])
  try {
    for (const [index, chunk] of chunks.entries()) {
      const page = await opening
      opening = open(chunks[index + 1])
      if (page === undefined) return
      try {
        yield { page, chunk }
      } finally {
        await page.close()
      }
    }
  } finally {
    await opening?.then((page) => page.close(), () => undefined)
  }
}

/** Chromium prints the next deck while this process finishes the one before. */
async function* printPage(page: SlidePage, { decks }: Chunk): AsyncGenerator<PrintedDeck> {
  const overflows = await page.measure()
  let printing = decks[0] && page.print(decks[0])
  for (const [index, placed] of decks.entries()) {
    const printed = await printing
    const next = decks[index + 1]
    printing = next && page.print(next)
    printing?.catch(() => undefined)
    if (printed === undefined) return
    const pdf = await finishDeckPdf(printed, placed.deck)
    yield { deck: placed.deck, pdf, overflows: ofDeck(placed, overflows), failures: ofDeck(placed, page.failures) }
  }
}

async function* measurePage(page: SlidePage, { decks }: Chunk): AsyncGenerator<MeasuredDeck> {
  const overflows = await page.measure()
  for (const placed of decks) {
    yield { deck: placed.deck, overflows: ofDeck(placed, overflows), failures: ofDeck(placed, page.failures) }
  }
}

function failure(deck: Deck | undefined, error: unknown): unknown {
  if (error instanceof EnvironmentFailure) return error
  const reason = error instanceof Error ? error.message : String(error)
  const hint =
    error instanceof BrokenSlides
      ? 'A change in slides/theme may have broken it.'
      : 'Try once more; if it stays, another browser may do better (SALJVERKSTAD_BROWSER).'
  return new EnvironmentFailure('print-failed', `${deck?.id ?? 'The decks'} could not be printed: ${reason}`, hint, error)
}
