import { inOrder, type DeckPrinter, type Printed } from '../export/deck/index.ts'
import { deckOf, type Planned } from './deck-of.ts'

/** The decks that a build prints: each once, however many outputs are made of it. */
export class Prints {
  readonly #printer: () => Promise<DeckPrinter>
  readonly #known = new Map<Planned, Promise<Printed>>()
  /** How many still wait for their turn to get a deck. */
  readonly #asked = new Map<Planned, number>()

  constructor(printer: () => Promise<DeckPrinter>) {
    this.#printer = printer
  }

  /** Begins to print a deck; what fails is told to whoever asks for it. */
  begin(planned: Planned): void {
    this.print(planned).catch(() => undefined)
  }

  /** A deck as a PDF, kept for whoever asks next, unless `of` hands it out, too. */
  print(planned: Planned): Promise<Printed> {
    const printed = this.#known.get(planned) ?? this.#printer().then((printer) => printer.print(deckOf(planned)))
    this.#known.set(planned, printed)
    return printed
  }

  /** Many decks as PDFs, in order; each is kept only until all who have asked for it by then have had it. */
  of<P extends Planned>(posts: readonly P[]): AsyncGenerator<{ post: P; printed: Printed }> {
    for (const post of posts) this.#asked.set(post, (this.#asked.get(post) ?? 0) + 1)
    return inOrder(posts, async (post) => ({ post, printed: await this.#take(post) }))
  }

  async #take(post: Planned): Promise<Printed> {
    const printed = await this.print(post)
    const others = (this.#asked.get(post) ?? 1) - 1
    this.#asked.set(post, others)
    if (others === 0) this.#known.delete(post)
    return printed
  }
}
