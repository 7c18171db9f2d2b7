import type { Lang } from '../../model/post.ts'
import { quotesIn } from './quotes.ts'
import { plainForm } from './sentences.ts'
import { isWhole, namesIn, signsOf } from './signs.ts'
import type { Stem } from './terms.ts'

const longest = 130
const shortest = 18

/** What the author announces or thinks, without the announcement. */
const pointOf = (statement: string, opening: RegExp): string => {
  const rest = statement.replace(opening, '')
  return rest === statement ? statement : rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** Sentences so short that they belong together: "Stanna. Titta. Lyssna." */
const shortOrder = 30

/** What a text states: its sentences that ask nothing, orders in a row taken together, a point together with its announcement. */
export function statementsOf(paragraphs: readonly (readonly string[])[], lang: Lang): string[] {
  const { announced } = signsOf(lang)
  const isOrder = (sentence: string | undefined): boolean => sentence !== undefined && sentence.length <= shortOrder && isImperative(sentence, lang)
  return paragraphs.flatMap((sentences) => {
    const found: string[] = []
    for (const [index, sentence] of sentences.entries()) {
      const previous = sentences[index - 1]
      if (sentence.endsWith('?')) continue
      if (isOrder(sentence) && isOrder(previous) && found.length > 0) found.push(`${found.pop()} ${sentence}`)
      else found.push(previous?.endsWith('?') && announced.test(`${previous} ${sentence}`) ? `${previous} ${sentence}` : sentence)
    }
    return found
  })
}

/** A statement of the text that could fill a slide, and how well it would. */
export interface Candidate {
  readonly text: string
  readonly score: number
  /** Its place among the statements, from 0. */
  readonly index: number
}

/**
 * Weighs a text's statements: the strongest is short, stands by itself, is meant for everybody, holds the words the
 * text and its title turn on, comes back, and tends to stand near the end. What happened once is a story, and no point.
 */
export function weighed(statements: readonly string[], title: string, lang: Lang, stem: Stem): Candidate[] {
  const weights = new Map<string, number>()
  for (const word of statements.flatMap(stem)) weights.set(word, (weights.get(word) ?? 0) + 1)
  const inTitle = new Set(stem(title))
  const names = namesIn(statements)
  const forms = ` ${statements.map(plainForm).join(' | ')} `
  const signs = signsOf(lang)
  return statements.flatMap((statement, index): Candidate[] => {
    const point = pointOf(statement, signs.announced)
    const text = pointOf(point, signs.hedged)
    const form = plainForm(text)
    if (text.length < shortest || text.length > longest || form === plainForm(title)) return []
    const words = [...new Set(stem(text))]
    const central = words.reduce((sum, word) => sum + Math.min(4, (weights.get(word) ?? 1) - 1), 0) / Math.sqrt(Math.max(words.length, 4))
    const place = (index + 1) / statements.length
    const again = form.split(' ').length > 2 && forms.split(` ${form} `).length > 2
    const points = [
      Math.min(central * 0.5, 2.5),
      Math.min(2, words.filter((word) => inTitle.has(word)).length) * 0.6,
      point === statement ? 0 : 2,
      place > 0.75 && statements.length > 2 ? 0.6 : 0,
      index === statements.length - 1 && index > 0 ? 0.9 : 0,
      again ? 2.4 : 0,
      signs.imperative.test(text) ? 0.4 : 0,
      signs.pointed.test(text.replace(/\s(?:som|who|which)\s.*$/u, '')) ? 0.8 : 0,
      signs.reader.test(text) || signs.together.test(text) ? 0.6 : 0,
      signs.self.test(text) ? -0.9 : 0,
      signs.past.test(text) ? -1.2 : 0,
      text.split(/[^\p{L}]+/u).some((word) => names.has(word)) ? -0.8 : 0,
      signs.leaning.test(text) ? -1.2 : 0,
      signs.pronoun.test(text) ? -0.6 : 0,
      signs.referring.test(text) ? -0.6 : 0,
      again || isWhole(text, lang) ? 0 : -1.2,
      /\d/.test(text) ? -0.4 : 0,
      /^[”“"»–—-]/u.test(text) ? -2 : quotesIn(text).some(({ text: said }) => said.split(' ').length > 2) ? -1.5 : 0,
      text.length > 100 ? -0.8 : text.length > 75 ? -0.3 : text.length <= 50 ? 0.3 : 0,
      /:$|…!?$/.test(text) ? -1 : 0,
    ]
    return [{ text, index, score: points.reduce((sum, one) => sum + one, 0) }]
  })
}

/** Statements that tell the reader to do something, as they stand in the text. */
export const isImperative = (text: string, lang: Lang): boolean => signsOf(lang).imperative.test(text) && !/[?:]$/.test(text)
