import { plainForm, sentencesOf } from './sentences.ts'

const toReader = /\b(du|dig|din|ditt|dina|ni|er|ert|era|you|your|yours)\b/iu
const together = /\b(vi|oss|vår|vårt|våra|we|us|our)\b/iu
const alone = /\b(jag|mig|min|mitt|mina|i|me|my)\b/iu

const longest = 140
const shortest = 15

/** Questions the author asks in their own words, those to the reader first chosen; at most three, as they stand in the text. */
export function ownQuestions(paragraphs: readonly string[], lang: string): string[] {
  const asked = paragraphs
    .flatMap((paragraph) => sentencesOf(paragraph, lang))
    .map((sentence) => sentence.replace(/^[\s–—-]+/u, ''))
    // A question that ends inside quotation marks is somebody else's.
    .filter((sentence) => sentence.endsWith('?') && !/^[”“"»]/u.test(sentence) && sentence.length >= shortest && sentence.length <= longest)
  const unique = [...new Map(asked.map((one) => [plainForm(one), one])).values()]
  const ranked = unique.map((text, index) => ({ text, index, score: score(text) })).filter(({ score: points }) => points > 1)
  return ranked
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, 3)
    .sort((a, b) => a.index - b.index)
    .map(({ text }) => text)
}

/** What asks the room counts more than what the author asks of themselves. */
function score(question: string): number {
  const words = question.split(/\s+/).length
  return (
    1 +
    (toReader.test(question) ? 3 : together.test(question) ? 2 : alone.test(question) ? -2 : 0) +
    (words >= 4 ? 1 : 0) +
    (/^(vad|vem|hur|när|var|vart|varför|vilk\p{L}+|what|who|how|when|where|why|which)\b/iu.test(question) ? 1 : 0) -
    (/(…|,|\.\.\.)\s*(eller|inte sant|right)\?$/iu.test(question) ? 4 : 0)
  )
}
