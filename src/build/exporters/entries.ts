import { relative, sep } from 'node:path'
import { renderDeckData, renderEntry } from '../../render/slidev/index.ts'
import { deckOf } from '../deck-of.ts'
import type { Exporter, Job } from '../exporter.ts'
import { keyOf } from '../fingerprint.ts'
import { folders } from '../places.ts'
import type { PlannedPost } from '../planned.ts'

/** The Slidev entry of each post with its data beside it, for `slidev` as it comes and for presenting. */
export const entries: Exporter = {
  name: 'entries',
  folder: 'entries',
  products: ({ posts, fingerprint, entries: folder }) =>
    posts.flatMap((post) => ['.md', '.json'].map((ending) => ({ path: post.slug + ending, key: keyOf(fingerprint, folder, post.section) }))),
  async make(wanted, job, deliver) {
    for (const post of job.posts) {
      const files = entryFiles(post, job)
      for (const product of wanted) {
        const text = files[product.path]
        if (text !== undefined) await deliver(product, text)
      }
    }
    return []
  },
}

/** An entry and its data, by file name. */
export function entryFiles(post: PlannedPost, job: Pick<Job, 'entries'>): Readonly<Record<string, string>> {
  const deck = deckOf(post)
  const theme = relative(job.entries, folders.theme).split(sep).join('/')
  return { [`${post.slug}.md`]: renderEntry(deck, { theme }), [`${post.slug}.json`]: renderDeckData(deck) }
}
