import type { Diagnostic } from '../../model/diagnostic.ts'
import { deckOf } from '../deck-of.ts'
import { deckProblems } from '../deck-problems.ts'
import type { Exporter, Product } from '../exporter.ts'
import { keyOf } from '../fingerprint.ts'
import type { PlannedPost } from '../planned.ts'

const pathOf = (slug: string): string => `decks/${slug}.pdf`

/** A post's deck; how it is written in its PDF depends on the toolkit alone. */
export const deckProduct = ({ slug, section }: PlannedPost, fingerprint: string): Product => ({ path: pathOf(slug), key: keyOf(fingerprint, section) })

/** One PDF a post, printed by a browser from the prebuilt Slidev shell. */
export const decks: Exporter = {
  name: 'decks',
  folder: 'out',
  products: ({ posts, fingerprint }) => posts.map((post) => deckProduct(post, fingerprint)),
  async make(wanted, job, deliver) {
    const products = new Map(wanted.map((product) => [product.path, product]))
    const diagnostics: Diagnostic[] = []
    const posts = job.posts.filter(({ slug }) => products.has(pathOf(slug)))
    for await (const { post, printed } of job.prints.of(posts)) {
      const problems = deckProblems(deckOf(post), printed)
      diagnostics.push(...problems)
      const product = products.get(pathOf(post.slug))
      if (product && problems.length === 0) await deliver(product, printed.pdf)
    }
    return diagnostics
  },
}
