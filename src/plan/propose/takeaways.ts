import type { Post } from '../../model/post.ts'
import { acronymsIn, countsIn, refrainsIn } from './devices.ts'
import { isImperative, type Candidate } from './idea.ts'
import { paragraphsOf } from './paragraphs.ts'
import { plainForm } from './sentences.ts'
import { signsOf } from './signs.ts'

/** Longer ones do not stay in mind. */
const longest = 120
const [fewest, most] = [2, 3]
/** A statement weighed less than this is not worth taking home for its own sake. */
const worth = 1.4

/**
 * What is worth taking home: limits, spelled-out rules, refrains, the points of a list, what the author tells one to
 * do, and the strongest of the other statements (`ranked`, best first); else the idea.
 */
export function takeawaysOf(
  { title, lang, body }: Pick<Post, 'title' | 'lang' | 'body'>,
  texts: readonly string[],
  statements: readonly string[],
  ranked: readonly Candidate[],
  idea: string,
): string[] {
  const own = statements.filter((sentence) => sentence.length <= longest)
  const limits = own.filter((sentence) => countsIn(sentence).some(({ limit }) => limit))
  const rules = acronymsIn(texts.join(' ')).map(
    ({ letters, words }) =>
      `${letters}: ${words
        .join(', ')
        .toLowerCase()
        .replace(/^./u, (letter) => letter.toUpperCase())}.`,
  )
  const refrains = refrainsIn(texts, lang).filter((one) => plainForm(one) !== plainForm(title))
  const points = [...listed(body), ...dashed(texts)].filter((point) => point.length <= 110)
  const { past, self, leaning, pronoun } = signsOf(lang)
  const told = own.filter((sentence) => isImperative(sentence, lang) && !self.test(sentence) && sentence.length >= 15 && sentence.length <= 100)
  const alone = (text: string): boolean => ![past, self, leaning, pronoun].some((sign) => sign.test(text))
  const strong = ranked.filter(({ score, text }) => score >= worth && alone(text)).map(({ text }) => text)
  const named = [...rules.slice(0, 1), ...limits.slice(0, 1), ...refrains.slice(0, 1), ...points.slice(0, most), ...told.slice(-2)]
  const found = different(named, [idea], most)
  const filled = found.length >= fewest ? found : different([...found, ...strong], [idea], fewest)
  return filled.length > 0 ? filled : [idea]
}

const listed = (body: Post['body']): string[] =>
  body.flatMap((block) => (block.type === 'list' ? block.items.flatMap((item) => paragraphsOf(item).slice(0, 1)) : []))

/** Points that stand as paragraphs behind dashes: three or more in a row that begin with the same word, so that nobody is speaking. */
function dashed(texts: readonly string[]): string[] {
  const points = texts.map((text) => /^[–—-]\s+(.+)$/su.exec(text)?.[1])
  const first = (at: number): string | undefined => points[at]?.split(/\s/)[0]
  return points.flatMap((point, at) => {
    const inRun = [at - 2, at - 1, at].some(
      (from) => from >= 0 && [0, 1, 2].every((step) => first(from + step) !== undefined && first(from + step) === first(at)),
    )
    return point !== undefined && inRun ? [point] : []
  })
}

/** The first that say something else than the others before them, so many at most. */
function different(all: readonly string[], known: readonly string[], count: number): string[] {
  const kept: string[] = []
  for (const one of all) if (kept.length < count && ![...known, ...kept].some((other) => saysTheSame(one, other))) kept.push(one)
  return kept
}

/** True when all longer words of the one stand in the other. */
export function saysTheSame(one: string, other: string): boolean {
  const words = plainForm(one)
    .split(' ')
    .filter((word) => word.length > 3)
  const others = new Set(plainForm(other).split(' '))
  return plainForm(one) === plainForm(other) || (words.length > 0 && words.every((word) => others.has(word)))
}
