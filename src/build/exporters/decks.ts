import type { Overflow } from '../../export/deck/index.ts'
import { diagnostic, type Diagnostic } from '../../model/diagnostic.ts'
import { deckOf } from '../deck-of.ts'
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
    for await (const { deck, pdf, overflows } of printer.print(chosen)) {
      diagnostics.push(...overflows.map(overflowing))
      const product = products.get(pathOf(deck.id))
      if (product && overflows.length === 0) await deliver(product, pdf)
    }
    return diagnostics
  },
}

const where = { edge: 'leaves the slide', box: 'leaves its box', foot: 'runs into the foot', text: 'runs into other text' } as const

function overflowing({ slide, number, into, text, px }: Overflow): Diagnostic {
  const message = `on slide ${number} (${slide.kind}) "${text}" ${where[into]}, by ${Math.ceil(px)} pixels; the deck is not made`
  return diagnostic('overflow', slide.place, message, 'shorten the text')
}
