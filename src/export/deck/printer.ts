import type { Browser } from 'playwright-chromium'
import type { Deck } from '../../model/slide.ts'
import { EnvironmentFailure } from '../browser/failure.ts'
import type { Shell } from '../shell/index.ts'
import { type Chunk, chunksOf } from './chunks.ts'
import { finishDeckPdf } from './finish/index.ts'
import { type Failure, ofDeck, type Overflow } from './found.ts'
import { Pages } from './pages.ts'
import { serveShell } from './serve-shell.ts'
import { BrokenSlides, type SlidePage } from './slide-page.ts'

/** Slides in one page: enough to spread what loading costs, few enough for any memory. */
const slidesAtOnce = 70

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
  /** Gets a page ready before there is anything to print; a browser that does not start is reported when one prints. */
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
  const pages = new Pages(server, options.browser)
  return {
    warm: () => pages.warm(),
    print: (decks) => work(decks, pages, printPage),
    measure: (decks) => work(decks, pages, measurePage),
    async close() {
      await pages.close()
      await server.close()
    },
  }
}

type WorkPage<T> = (page: SlidePage, chunk: Chunk) => AsyncGenerator<T>

/**
 * Works through decks page by page, two pages at once. When the browser crashes or gives up on the way, another one takes
 * over from the deck it stopped at, once for each deck.
 * @throws {EnvironmentFailure} `print-failed` naming the deck
 */
async function* work<T>(decks: readonly Deck[], pages: Pages, workPage: WorkPage<T>): AsyncGenerator<T> {
  let done = 0
  let failedAt = -1
  while (done < decks.length) {
    const waiting = chunksOf(decks.slice(done), slidesAtOnce)
    const running: AsyncGenerator<T>[] = []
    const start = (): void => {
      const chunk = waiting.shift()
      if (chunk) running.push(ahead(workChunk(pages, chunk, workPage), chunk.decks.length))
      if (waiting.length > 0) pages.warm()
    }
    try {
      for (start(), start(); running[0]; running.shift(), start()) {
        for await (const result of running[0]) {
          done += 1
          yield result
        }
      }
    } catch (error) {
      if (failedAt === done || error instanceof BrokenSlides) throw failure(decks[done], error)
      failedAt = done
      await pages.replace()
    }
  }
}

async function* workChunk<T>(pages: Pages, chunk: Chunk, workPage: WorkPage<T>): AsyncGenerator<T> {
  const page = await pages.open(chunk)
  try {
    yield* workPage(page, chunk)
  } finally {
    await page.close()
  }
}

/** What a generator gives, begun at once and kept until it is asked for; `count` results are expected of it. */
function ahead<T>(source: AsyncGenerator<T>, count: number): AsyncGenerator<T> {
  const results = Array.from({ length: count + 1 }, (): Promise<IteratorResult<T, void>> => source.next())
  // Whoever asks for it hears of a failure.
  for (const result of results) result.catch(() => undefined)
  return (async function* () {
    for (const result of results) {
      const next = await result
      if (next.done) return
      yield next.value
    }
  })()
}

/** Chromium prints the next deck while this thread finishes the one before. */
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
