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
  return withoutTeasers(
    [...kept.values()].map(({ draft }) => draft),
    report,
  )
}

/** Words that close a teaser. */
const goesOn = /\s*(?:\[?(?:…|\.\.\.)\]?|(?:läs mer|läs vidare|fortsätt läsa|read more|continue reading)(?:\s*(?:→|»|…|\.\.\.))?)\s*$/iu

/** Leaves out what is only the beginning of another post of the same title, as on the front page of a saved site. */
function withoutTeasers(drafts: readonly Draft[], report: Report): Draft[] {
  const alike = new Map<string, { draft: Draft; words: string }[]>()
  const all = drafts.map((draft) => ({ draft, words: wordsIn(draft.root) }))
  for (const one of all) {
    const key = keyOf(one.draft, one.words)
    const others = alike.get(key) ?? []
    others.push(one)
    alike.set(key, others)
  }
  return all.flatMap(({ draft, words: text }) => {
    const words = text.replace(goesOn, '').replace(goesOn, '').trim()
    const others = alike.get(keyOf(draft, text)) ?? []
    const whole =
      words.length < shortest ? undefined : others.find((other) => other.draft !== draft && other.words.length > text.length && other.words.startsWith(words))
    if (!whole) return [draft]
    report(diagnostic('skipped-post', draft.place, `"${draft.title}" is only the beginning of the post at ${whole.draft.place.path}:${whole.draft.place.line}`))
    return []
  })
}

/** Fewer characters are no teaser of anything in particular. */
const shortest = 20

const keyOf = ({ title }: Draft, words: string): string => `${title.trim().toLowerCase()}\n${words.slice(0, shortest)}`
