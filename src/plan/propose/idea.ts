import { quotesIn } from './quotes.ts'
import { plainForm } from './sentences.ts'
import type { Stem } from './terms.ts'

const longest = 130
const shortest = 20

const leaning =
  /^(det|den|de|då|så|men|och|jo|ja|nej|detta|dessa|därför|där|sen|sedan|dessutom|ändå|annars|både|inga|inget|ingen|mer|it|that|this|these|then|so|but|and|yes|no|therefore)\b/iu
const imperative =
  /^(ta|våga|tänk|visa|se till|skriv|led|håll|tro|låt|gör|lyssna|fråga|bry|var|gå|lova|sluta|börja|stanna|utmana|minns|glöm|take|dare|think|show|write|keep|let|listen|ask|stop|start|remember)\b/iu
const pointed =
  /\b(måste|behöver|aldrig|alltid|viktig\p{L}*|handlar om|bygger på|bättre|bäst\p{L}*|inte .* utan|hellre|must|never|always|need|better|best|rather)\b/iu
const told = /\b(jag|mig|igår|i går|han|hon|i|me|yesterday|he|she)\b/iu
const reader = /\b(du|dig|ni|er|vi|oss|you|we|us)\b/iu

/** How an author announces the point. */
const announced =
  /^(?:det (?:som )?jag (?:försöker|vill|menar)[^;:]{0,30}? är|min poäng är|poängen är|kontentan är|slutsatsen är|lärdomen är|kort sagt|what i (?:mean|want to say) is|my point is|the point is|in short)(?: att| that)?\s*[;:,]?\s+(?=\S)/iu

/** What the author announces, without the announcement. */
export const pointOf = (statement: string): string => {
  const rest = statement.replace(announced, '')
  return rest === statement ? statement : rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** A statement of the text that could fill a slide, and how well it would. */
export interface Candidate {
  readonly text: string
  readonly score: number
  /** Its place among the statements, from 0. */
  readonly index: number
}

/**
 * Weighs a text's statements: the strongest is short, stands by itself, speaks to the reader, holds the words the
 * text and its title turn on, and tends to stand near the end.
 */
export function weighed(statements: readonly string[], title: string, stem: Stem): Candidate[] {
  const weights = new Map<string, number>()
  for (const word of statements.flatMap(stem)) weights.set(word, (weights.get(word) ?? 0) + 1)
  const inTitle = new Set(stem(title))
  return statements.flatMap((statement, index): Candidate[] => {
    const text = pointOf(statement)
    if (text.length < shortest || text.length > longest || plainForm(text) === plainForm(title)) return []
    const words = [...new Set(stem(text))]
    const central = words.reduce((sum, word) => sum + Math.min(4, (weights.get(word) ?? 1) - 1), 0) / Math.sqrt(Math.max(words.length, 4))
    const place = (index + 1) / statements.length
    const points = [
      central * 0.5,
      Math.min(2, words.filter((word) => inTitle.has(word)).length) * 0.6,
      text === statement ? 0 : 2,
      place > 0.75 ? 1 : 0,
      index === statements.length - 1 ? 1.2 : 0,
      imperative.test(text) ? 0.6 : 0,
      pointed.test(text) ? 0.6 : 0,
      reader.test(text) ? 0.4 : 0,
      told.test(text) ? -0.7 : 0,
      leaning.test(text) ? -0.8 : 0,
      /\d/.test(text) ? -0.4 : 0,
      /^[”“"»–—-]/u.test(text) ? -2 : quotesIn(text).some(({ text: said }) => said.split(' ').length > 2) ? -1.5 : 0,
      text.length > 100 ? -0.6 : 0,
      /:$|…$/.test(text) ? -1 : 0,
    ]
    return [{ text, index, score: points.reduce((sum, one) => sum + one, 0) }]
  })
}

/** Statements that tell the reader to do something, as they stand in the text. */
export const isImperative = (text: string): boolean => imperative.test(text) && !/[?:]$/.test(text)
