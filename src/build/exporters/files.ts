import { renderFile } from '../../render/slidev/index.ts'
import { deckOf } from '../deck-of.ts'
import type { Exporter } from '../exporter.ts'
import { keyOf } from '../fingerprint.ts'
import { unlessBroken } from '../unless-broken.ts'

const pathOf = (slug: string): string => `decks/${slug}.html`

/** The deck as one HTML file, with the presenter's view, that needs no network: `--html`. */
export const files: Exporter = {
  name: 'files',
  folder: 'out',
  products: ({ posts, fingerprint, options, made }) =>
    posts
      .map(({ slug, section }) => ({ path: pathOf(slug), key: keyOf(fingerprint, 'html', section) }))
      .filter(({ path }) => options.extras?.html === true || made.has(path)),
  async make(wanted, job, deliver) {
    for (const product of wanted) {
      const post = job.posts.find(({ slug }) => product.path === pathOf(slug))
      if (!post) continue
      const page = await unlessBroken(post, () => job.tools.filePage(job.say, deckOf(post)))
      if (page !== undefined) await deliver(product, renderFile(page, deckOf(post)))
    }
    return []
  },
}
