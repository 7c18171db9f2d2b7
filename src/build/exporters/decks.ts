import type { Diagnostic } from '../../model/diagnostic.ts'
import { deckOf } from '../deck-of.ts'
import { deckProblems } from '../deck-problems.ts'
import type { Exporter } from '../exporter.ts'
import { keyOf } from '../fingerprint.ts'

const pathOf = (slug: string): string => `decks/${slug}.pdf`

/** One PDF a post, printed by a browser from the prebuilt Slidev shell. */
export const decks: Exporter = {
  name: 'decks',
  folder: 'out',
  products: ({ posts, fingerprint }) => posts.map(({ slug, section }) => ({ path: pathOf(slug), key: keyOf(fingerprint, section) })),
  async make(wanted, job, deliver) {
    const products = new Map(wanted.map((product) => [product.path, product]))
    const printer = await job.tools.printer(job.say)
    const diagnostics: Diagnostic[] = []
    const chosen = job.posts.filter(({ slug }) => products.has(pathOf(slug))).map(deckOf)
    for await (const printed of printer.print(chosen)) {
      const problems = deckProblems(printed)
      diagnostics.push(...problems)
      const product = products.get(pathOf(printed.deck.id))
      if (product && problems.length === 0) await deliver(product, printed.pdf)
    }
    return diagnostics
  },
}
