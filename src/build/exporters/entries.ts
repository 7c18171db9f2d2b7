import { relative, sep } from 'node:path'
import { renderDeckData, renderEntry } from '../../render/slidev/index.ts'
import { deckOf, type Planned } from '../deck-of.ts'
import type { Exporter, Job } from '../exporter.ts'
import { keyOf } from '../fingerprint.ts'
import { customFolder, folders } from '../places.ts'

/** The Slidev entry of each post and workshop with its data beside it, for `slidev` as it comes and for presenting. */
export const entries: Exporter = {
  name: 'entries',
  folder: 'entries',
  products: ({ posts, workshops, fingerprint, entries: folder }) =>
    [...posts, ...workshops].map(deckOf).flatMap((deck) => ['.md', '.json'].map((ending) => ({ path: deck.id + ending, key: keyOf(fingerprint, folder, deck) }))),
  async make(wanted, job, deliver) {
    for (const planned of [...job.posts, ...job.workshops]) {
      const files = entryFiles(planned, job)
      for (const product of wanted) {
        const text = files[product.path]
        if (text !== undefined) await deliver(product, text)
      }
    }
    return []
  },
}

/** An entry and its data, by file name. */
export function entryFiles(planned: Planned, { entries: folder, options }: Pick<Job, 'entries' | 'options'>): Readonly<Record<string, string>> {
  const deck = deckOf(planned)
  const to = (other: string): string => relative(folder, other).split(sep).join('/')
  return { [`${deck.id}.md`]: renderEntry(deck, { theme: to(folders.theme), custom: to(customFolder(options)) }), [`${deck.id}.json`]: renderDeckData(deck) }
}
