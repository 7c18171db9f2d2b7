import type { DeckPrinter, PrintedDeck } from '../export/deck/index.ts'
import { deckOf, type Planned } from './deck-of.ts'

interface Waiting {
  readonly promise: Promise<PrintedDeck>
  readonly resolve: (printed: PrintedDeck) => void
  readonly reject: (error: unknown) => void
}

/** The decks that a build has printed or is printing: each once, however many outputs are made of it. */
export class Prints {
  readonly #printer: () => Promise<DeckPrinter>
  readonly #known = new Map<Planned, Waiting>()

  constructor(printer: () => Promise<DeckPrinter>) {
    this.#printer = printer
  }

  /** Begins to print decks; what fails is told to whoever asks for one of them. */
  begin(posts: readonly Planned[]): void {
    const waiting = posts.map(wait)
    waiting.forEach((one, index) => posts[index] && this.#known.set(posts[index], one))
    this.#printAll(posts, waiting).catch((error: unknown) => waiting.forEach(({ reject }) => reject(error)))
  }

  /** Decks of posts or workshops as PDFs, in order; those that nobody has begun yet are printed now. */
  async *of<P extends Planned>(posts: readonly P[]): AsyncGenerator<{ post: P; printed: PrintedDeck }> {
    const fresh = posts.filter((post) => !this.#known.has(post))
    if (fresh.length > 0) this.begin(fresh)
    for (const post of posts) {
      const printed = await this.#known.get(post)?.promise
      if (printed) yield { post, printed }
    }
  }

  async #printAll(posts: readonly Planned[], waiting: readonly Waiting[]): Promise<void> {
    const printer = await this.#printer()
    let index = 0
    for await (const printed of printer.print(posts.map(deckOf))) waiting[index++]?.resolve(printed)
  }
}

function wait(): Waiting {
  let [resolve, reject]: [Waiting['resolve'], Waiting['reject']] = [() => undefined, () => undefined]
  const promise = new Promise<PrintedDeck>((resolved, rejected) => ([resolve, reject] = [resolved, rejected]))
  // Whoever asked for it hears of a failure; the others have no reason to.
  promise.catch(() => undefined)
  return { promise, resolve, reject }
}
