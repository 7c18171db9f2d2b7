import { openDeckPrinter, type Overflow } from '../../export/deck/index.ts'
import { openShell } from '../../export/shell/index.ts'
import { diagnostic, type Diagnostic } from '../../model/diagnostic.ts'
import { deckOf } from '../deck-of.ts'
import type { Exporter } from '../exporter.ts'
import { keyOf } from '../fingerprint.ts'
import { folders } from '../places.ts'

const pathOf = (slug: string): string => `decks/${slug}.pdf`

/** One PDF a post, printed by a browser from the prebuilt Slidev shell. */
export const decks: Exporter = {
  name: 'decks',
  folder: 'out',
  products: ({ posts, fingerprint }) => posts.map(({ slug, section }) => ({ path: pathOf(slug), key: keyOf(fingerprint, section) })),
  async make(wanted, job, deliver) {
    const products = new Map(wanted.map((product) => [product.path, product]))
    const onBuild = (): void => job.say('Building the slide shell, once for each change of the theme …')
    const shell = await openShell({ theme: folders.theme, cache: folders.cache, onBuild })
    const printer = await openDeckPrinter({ shell })
    const diagnostics: Diagnostic[] = []
    try {
      const chosen = job.posts.filter(({ slug }) => products.has(pathOf(slug))).map(deckOf)
      for await (const { deck, pdf, overflows } of printer.print(chosen)) {
        diagnostics.push(...overflows.map(overflowing))
        const product = products.get(pathOf(deck.id))
        if (product && overflows.length === 0) await deliver(product, pdf)
      }
    } finally {
      await printer.close()
    }
    return diagnostics
  },
}

const where = { edge: 'leaves the slide', box: 'leaves its box', foot: 'runs into the foot', text: 'runs into other text' } as const

function overflowing({ slide, number, into, text, px }: Overflow): Diagnostic {
  const message = `on slide ${number} (${slide.kind}) "${text}" ${where[into]}, by ${Math.ceil(px)} pixels; the deck is not made`
  return diagnostic('overflow', slide.place, message, 'shorten the text')
}
