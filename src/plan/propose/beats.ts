import type { Lang } from '../../model/post.ts'
import { plainForm, sentencesOf, shortened } from './sentences.ts'
import { isWhole, namesIn, signsOf } from './signs.ts'
import type { Stem } from './terms.ts'

const [most, fewest] = [5, 4]
const longest = 100
const good = 85
/** A beat of fewer characters is an exclamation. */
const shortest = 18
/** Characters of a story that stand together on one slide. */
const oneSlide = 300

interface Beat {
  readonly text: string
  readonly score: number
  readonly paragraph: number
  readonly index: number
}

/**
 * The story of a text in three to five beats, from all over it: of each part the sentence that tells most, whole and as
 * the author wrote it. What stands on a slide of its own (`taken`: the idea, the quote) is not told twice.
 */
export function storyOf(paragraphs: readonly (readonly string[])[], lang: Lang, taken: readonly string[], stem: Stem): string[] {
  const rated = ratedBeats(paragraphs, lang, taken, stem)
  const best = paragraphs.flatMap((_, paragraph) => top(rated.filter((one) => one.paragraph === paragraph)) ?? [])
  const all = filled(
    best.filter(({ score }) => score > 0),
    rated,
  )
  for (let count = Math.min(most, all.length); count > 3; count -= 1) {
    const some = parted(all, count)
    if (some.map(({ text }) => text).join('').length <= oneSlide) return some.map(({ text }) => text)
  }
  return parted(all, Math.min(3, all.length)).map(({ text }) => text)
}

function ratedBeats(paragraphs: readonly (readonly string[])[], lang: Lang, taken: readonly string[], stem: Stem): Beat[] {
  const sentences = paragraphs.flat()
  const weights = new Map<string, number>()
  for (const word of sentences.flatMap(stem)) weights.set(word, (weights.get(word) ?? 0) + 1)
  const names = namesIn(sentences)
  const told = taken.map(plainForm).filter((form) => form !== '')
  const seen = new Set<string>()
  const { past, leaning, pronoun } = signsOf(lang)
  return paragraphs.flatMap((all, paragraph) =>
    all.flatMap(spoken(lang)).flatMap((sentence, index): Beat[] => {
      const form = plainForm(sentence)
      if (form === '' || seen.has(form) || told.some((one) => form.includes(one) || one.includes(form))) return []
      seen.add(form)
      const text = fitted(sentence.replace(/^[–—-]\s+/u, '').replace(/\s*[;:]$/u, '.'), lang)
      const words = [...new Set(stem(sentence))]
      const points = [
        index === 0 ? 1 : 0,
        Math.min(
          2,
          words.reduce((sum, word) => sum + ((weights.get(word) ?? 1) > 1 ? 0.5 : 0.25), 0),
        ),
        past.test(sentence) ? 0.5 : 0,
        sentence.split(/[^\p{L}]+/u).some((word) => names.has(word)) ? 0.5 : 0,
        sentence.endsWith('?') ? -3 : 0,
        /[;:]$/.test(sentence) && paragraphs[paragraph]?.length === 1 ? -1.5 : 0,
        isWhole(sentence, lang) ? 0 : -2.5,
        leaning.test(sentence) && index > 0 ? -0.7 : 0,
        pronoun.test(sentence) && index > 0 ? -0.3 : 0,
        words.length < 2 ? -1.5 : words.length < 3 ? -0.6 : 0,
        text.length < shortest ? -2 : text.length > good ? -0.5 : 0,
        /…[”"]?$/.test(text) && text.length > 60 ? -6 : 0,
        // Who asks or answers whom is lost outside its conversation.
        /[”“"»]/u.test(sentence) && /\?[”“"»]/u.test(sentence) ? -3 : 0,
      ]
      return [{ text, paragraph, index, score: points.reduce((sum, one) => sum + one, 0) }]
    }),
  )
}

/** A long quotation is told a sentence at a time, each between its marks. */
const spoken =
  (lang: Lang) =>
  (sentence: string): readonly string[] => {
    const said = sentence.length > longest ? /^”([^”]+)”[,.]?(?:\s.*)?$/u.exec(sentence)?.[1] : undefined
    return said === undefined ? [sentence] : sentencesOf(said, lang).map((one) => `”${one}”`)
  }

/** Where a sentence goes on with something that it could do without. */
const joint = /,?\s(?:och|men|utan|så att|där|vilket|när|medan|eftersom|and|but|where|which|when|while|because)\s|,\s(?:så|so)\s/gu
/** Inside a clause of these a cut would leave half of it. */
const inner = /\s(?:som|att|där|när|om|vilket|vars|that|who|which|where|when|if)\s/iu
const paired = /\s(?:både|mellan|antingen|såväl|both|between|either)\s/iu
const dependent = /^(?:när|om|eftersom|medan|innan|sedan|så fort|ju|att|för att|även om|när|if|when|because|while|before|as soon as)\s/iu

/** A sentence that a room can read: as it is, or ended where its first clause ends. */
function fitted(sentence: string, lang: Lang): string {
  if (sentence.length <= longest) return sentence
  const ends =
    dependent.test(sentence) || sentence.endsWith('?') || /[”“"»]/u.test(sentence)
      ? []
      : [...sentence.matchAll(joint)].map(({ index }) => index).filter((at) => at >= 40 && at < longest)
  const clause = ends
    .reverse()
    .map((at) => sentence.slice(0, at))
    .find((one) => isWhole(one, lang) && !inner.test(one) && !paired.test(one))
  return clause === undefined ? shortened(sentence, longest) : `${clause}.`
}

/** The first of the best. */
const top = (beats: readonly Beat[]): Beat | undefined =>
  beats.reduce<Beat | undefined>((best, one) => (best === undefined || one.score > best.score ? one : best), undefined)

/** Four at least where so many are worth telling, three anyway; in the order of the text. */
function filled(chosen: readonly Beat[], rated: readonly Beat[]): Beat[] {
  const others = rated.filter((one) => !chosen.includes(one)).sort((a, b) => b.score - a.score || a.paragraph - b.paragraph || a.index - b.index)
  const more = others.filter(({ score }, index) => chosen.length + index < (score > 0 ? fewest : 3))
  return [...chosen, ...more].sort((a, b) => a.paragraph - b.paragraph || a.index - b.index)
}

/** The beats in so many parts of about the same size, and of each part the best; the first and the last part open and close the story. */
function parted(all: readonly Beat[], count: number): Beat[] {
  if (all.length <= count) return [...all]
  return Array.from({ length: count }, (_, part) => {
    const group = all.slice(Math.floor((part * all.length) / count), Math.floor(((part + 1) * all.length) / count))
    return top(part === count - 1 ? [...group].reverse() : group)
  }).filter((one) => one !== undefined)
}
