import type { Lang } from '../../model/post.ts'
import { plainForm, sentencesOf } from './sentences.ts'
import { isWhole, signsOf } from './signs.ts'

const longest = 140
const shortest = 10
/** Two questions fill a slide and a sheet; three are the most. */
const [enough, most] = [2, 3]
/** Questions weighed less than this are about the text, and not for the room. */
const good = 1.5

/**
 * Questions the author asks in their own words, those to the reader first chosen; at most three, as they stand in the
 * text. A title that asks something is one of them where the text itself asks too little.
 */
export function ownQuestions(paragraphs: readonly string[], lang: Lang, title = ''): string[] {
  const asked = paragraphs
    .flatMap((paragraph) => sentencesOf(paragraph, lang))
    .map((sentence) => bare(sentence, lang))
    // A question that ends inside quotation marks is somebody else's.
    .filter((sentence) => sentence.endsWith('?') && !/^[”“"»]/u.test(sentence) && sentence.length >= shortest && sentence.length <= longest)
  const unique = [...new Map(asked.map((one) => [plainForm(one), one])).values()]
  const ranked = unique.map((text, index) => ({ text, index, score: score(text, lang) })).sort((a, b) => b.score - a.score || a.index - b.index)
  const chosen = ranked.filter(({ score: points }) => points >= good).slice(0, most)
  if (chosen.length < enough && asks(title, lang)) chosen.push({ text: title, index: -1, score: good })
  return chosen.sort((a, b) => a.index - b.index).map(({ text }) => text)
}

/** A question without what leads up to it: "Men …", "Alla med ett mål: …". */
function bare(sentence: string, lang: Lang): string {
  const tail = sentence.split(/[;:]\s+/u).at(-1) ?? sentence
  const question = (tail.length >= 15 && signsOf(lang).asking.test(tail) ? tail : sentence)
    .replace(/^[\s–—-]+/u, '')
    .replace(/^(?:men|och|så|but|and|so),?\s+/iu, '')
  return question.charAt(0).toUpperCase() + question.slice(1)
}

const asks = (title: string, lang: Lang): boolean => title.endsWith('?') && title.length >= shortest && signsOf(lang).asking.test(title)

/** What asks the room counts more than what the author asks of themselves, or asked once. */
function score(question: string, lang: Lang): number {
  const { reader, together, self, past, asking, referring } = signsOf(lang)
  const words = question.split(/\s+/).length
  const room = reader.test(question) ? 3 : together.test(question) ? 2 : self.test(question) ? -0.5 : 0
  return (
    1 +
    room +
    (words >= 4 ? 1 : 0) +
    (asking.test(question) ? 1 : 0) -
    (past.test(question) && room < 3 ? 2 : 0) -
    (referring.test(question) ? 2 : 0) -
    (isWhole(question, lang) || (asking.test(question) && words >= 4) ? 0 : 2) -
    (/(…|,|\.\.\.)\s*(eller|inte sant|right)\?$/iu.test(question) ? 4 : 0)
  )
}
