import { diagnostic } from '../model/diagnostic.ts'
import type { Draft, Report } from './found.ts'
import { wordsIn } from './markdown.ts'

/** Leaves one of each post: the longest of those with the same identifier or address, the first of those with the same words. */
export function withoutDuplicates(drafts: readonly Draft[], report: Report): Draft[] {
  const kept = new Map<string, { draft: Draft; length: number }>()
  const keyOf = new Map<string, string>()
  for (const draft of drafts) {
    const words = wordsIn(draft.root)
    const keys = [draft.guid && `guid ${draft.guid}`, draft.url && `guid ${draft.url}`, words.length > 80 && `text ${draft.title} ${words}`].filter(
      (key) => typeof key === 'string',
    )
    const known = keys.map((key) => keyOf.get(key)).find((key) => key !== undefined)
    const own = known ?? keys[0] ?? `place ${draft.place.path} ${draft.place.line} ${kept.size}`
    keys.forEach((key) => keyOf.set(key, own))
    const other = kept.get(own)
    if (!other) {
      kept.set(own, { draft, length: words.length })
      continue
    }
    const [better, worse] = words.length > other.length ? [draft, other.draft] : [other.draft, draft]
    kept.set(own, { draft: better, length: Math.max(words.length, other.length) })
    report(diagnostic('skipped-post', worse.place, `"${worse.title}" is here twice; the one at ${better.place.path}:${better.place.line} is taken`))
  }
  return [...kept.values()].map(({ draft }) => draft)
}
