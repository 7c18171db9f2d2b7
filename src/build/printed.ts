import type { PrintedDeck } from '../export/deck/index.ts'
import { deckOf, type Planned } from './deck-of.ts'
import type { Job } from './exporter.ts'

interface Waiting {
  readonly promise: Promise<PrintedDeck>
  readonly resolve: (printed: PrintedDeck) => void
  readonly reject: (error: unknown) => void
}

/** What each build has printed or is printing. */
const prints = new WeakMap<Job, Map<Planned, Waiting>>()

/** The decks of posts or workshops as PDFs, in order; each is printed once however many outputs are made of it. */
export async function* printedDecks<P extends Planned>(posts: readonly P[], job: Job): AsyncGenerator<{ post: P; printed: PrintedDeck }> {
  const known = prints.get(job) ?? new Map<Planned, Waiting>()
  prints.set(job, known)
  const fresh = posts.filter((post) => !known.has(post))
  const started = startPrinting(fresh, job)
  started.forEach((waiting, index) => fresh[index] && known.set(fresh[index], waiting))
  for (const post of posts) {
    const printed = await known.get(post)?.promise
    if (printed) yield { post, printed }
  }
}

function startPrinting(posts: readonly Planned[], job: Job): Waiting[] {
  const waiting = posts.map(wait)
  if (posts.length > 0) printAll(posts, job, waiting).catch((error: unknown) => waiting.forEach(({ reject }) => reject(error)))
  return waiting
}

async function printAll(posts: readonly Planned[], job: Job, waiting: readonly Waiting[]): Promise<void> {
  const printer = await job.tools.printer(job.say)
  let index = 0
  for await (const printed of printer.print(posts.map(deckOf))) waiting[index++]?.resolve(printed)
}

function wait(): Waiting {
  let [resolve, reject]: [Waiting['resolve'], Waiting['reject']] = [() => undefined, () => undefined]
  const promise = new Promise<PrintedDeck>((resolved, rejected) => ([resolve, reject] = [resolved, rejected]))
  // Whoever asked for it hears of a failure; the others have no reason to.
  promise.catch(() => undefined)
  return { promise, resolve, reject }
}
