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
import { BrokenSlides, openSlidePage } from './slide-page.ts'

/** Slides in one page: enough to spread what loading costs, few enough for any memory. */
const slidesAtOnce = 150

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
  /** Prints decks in the order given, each as soon as it is finished. */
  print(decks: readonly Deck[]): AsyncGenerator<PrintedDeck>
  /** Only looks for what overflows. */
  measure(decks: readonly Deck[]): AsyncGenerator<MeasuredDeck>
  close(): Promise<void>
}

/** Opens a printer; the browser starts with the first deck. */
export async function openDeckPrinter(options: DeckPrinterOptions): Promise<DeckPrinter> {
  const server = await serveShell(options.shell)
  const browser = keepBrowser(options.browser)
  return {
    print: (decks) => work(decks, browser, server, printChunk),
    measure: (decks) => work(decks, browser, server, measureChunk),
    async close() {
      await Promise.all([browser.close(), server.close()])
    },
  }
}

type WorkChunk<T> = (browser: BrowserContext, server: DeckServer, chunk: Chunk) => AsyncGenerator<T>

/**
 * Works through decks chunk by chunk. When the browser crashes or gives up on the way, another one takes over from
 * the deck it stopped at, once for each deck.
 * @throws {EnvironmentFailure} `print-failed` naming the deck
 */
async function* work<T>(decks: readonly Deck[], keeper: BrowserKeeper, server: DeckServer, workChunk: WorkChunk<T>): AsyncGenerator<T> {
  let done = 0
  let failedAt = -1
  while (done < decks.length) {
    const browser = await keeper.get()
    try {
      for (const chunk of chunksOf(decks.slice(done), slidesAtOnce)) {
        for await (const result of workChunk(browser, server, chunk)) {
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

/** Chromium prints the next deck while this process finishes the one before. */
async function* printChunk(browser: BrowserContext, server: DeckServer, chunk: Chunk): AsyncGenerator<PrintedDeck> {
  const page = await openSlidePage(browser, server, chunk)
  try {
    const overflows = await page.measure()
    let printing = chunk.decks[0] && page.print(chunk.decks[0])
    for (const [index, placed] of chunk.decks.entries()) {
      const printed = await printing
      const next = chunk.decks[index + 1]
      printing = next && page.print(next)
      printing?.catch(() => undefined)
      if (printed === undefined) return
      const pdf = await finishDeckPdf(printed, placed.deck)
      yield { deck: placed.deck, pdf, overflows: ofDeck(placed, overflows), failures: ofDeck(placed, page.failures) }
    }
  } finally {
    await page.close()
  }
}

async function* measureChunk(browser: BrowserContext, server: DeckServer, chunk: Chunk): AsyncGenerator<MeasuredDeck> {
  const page = await openSlidePage(browser, server, chunk)
  try {
    const overflows = await page.measure()
    for (const placed of chunk.decks) {
      yield { deck: placed.deck, overflows: ofDeck(placed, overflows), failures: ofDeck(placed, page.failures) }
    }
  } finally {
    await page.close()
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
