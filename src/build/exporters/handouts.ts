import type { HandoutKind } from '../../render/handout/index.ts'
import { deckOf } from '../deck-of.ts'
import { deckProblems } from '../deck-problems.ts'
import type { Exporter, Job, Product } from '../exporter.ts'
import { keyOf } from '../fingerprint.ts'
import { handoutOf } from '../handout-of.ts'
import { printOf } from '../options.ts'

const kinds: readonly HandoutKind[] = ['lines', 'notes', 'script']

/** What participants get and what is the presenter's own have names that cannot be taken for each other. */
const pathOf: Readonly<Record<HandoutKind, (slug: string) => string>> = {
  lines: (slug) => `handouts/${slug}.pdf`,
  notes: (slug) => `handouts/${slug}-notes.pdf`,
  script: (slug) => `decks/${slug}-notes.pdf`,
}

function isAsked(kind: HandoutKind, { options: { extras = {} } }: Job): boolean {
  return kind === 'script' ? extras.withNotes === true : extras.handout === kind
}

/** The deck on paper, made of its PDF: `--handout`, `--handout notes` and `--with-notes`. */
export const handouts: Exporter = {
  name: 'handouts',
  folder: 'out',
  products: (job) =>
    kinds.flatMap((kind) =>
      job.posts
        .map(({ slug, section }): Product => ({ path: pathOf[kind](slug), key: keyOf(job.fingerprint, job.fonts.key, printOf(job.options).paper, kind, section) }))
        .filter(({ path }) => isAsked(kind, job) || job.made.has(path)),
    ),
  async make(wanted, job, deliver) {
    const products = new Map(wanted.map((product) => [product.path, product]))
    const posts = job.posts.filter(({ slug }) => kinds.some((kind) => products.has(pathOf[kind](slug))))
    for await (const { post, printed } of job.prints.of(posts)) {
      // Whoever makes the deck itself reports them.
      if (deckProblems(deckOf(post), printed).length > 0) continue
      for (const kind of kinds) {
        const product = products.get(pathOf[kind](post.slug))
        if (product) await deliver(product, await handoutOf(deckOf(post), printed.pdf, kind, job))
      }
    }
    return []
  },
}
