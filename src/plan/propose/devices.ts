import { plainForm, sentencesOf } from './sentences.ts'

/** A word of capitals that the text spells out: STOPP – Stanna, Tänk, … */
export interface Acronym {
  readonly letters: string
  readonly words: readonly string[]
}

/** Acronyms with the words they stand for, when these follow or precede them within a line or two. */
export function acronymsIn(text: string): Acronym[] {
  const found = new Map<string, Acronym>()
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{3,8}(?![\p{L}\p{N}])/gu)) {
    const letters = match[0]
    const end = match.index + letters.length
    const words =
      spelled(letters, wordsOf(text.slice(end, end + 240))) ?? spelledBefore(letters, wordsOf(text.slice(Math.max(0, match.index - 240), match.index)))
    if (words && !found.has(letters)) found.set(letters, { letters, words })
  }
  return [...found.values()]
}

const little = new Set(['och', 'and', 'samt', 'eller', 'or', 'för', 'att', 'i', 'på', 'of', 'the'])

const wordsOf = (text: string): string[] => text.match(/\p{L}+/gu) ?? []

/** The words whose first letters spell the acronym, in a row but for little words; they begin among the first few. */
function spelled(letters: string, words: readonly string[]): string[] | undefined {
  for (let start = 0; start < Math.min(words.length, 6); start += 1) {
    const taken: string[] = []
    for (let at = start; at < words.length && taken.length < letters.length; at += 1) {
      const word = words[at] ?? ''
      if (word.charAt(0).toUpperCase() === letters[taken.length]) taken.push(word)
      else if (taken.length === 0 || !little.has(word.toLowerCase())) break
    }
    if (taken.length === letters.length) return taken
  }
  return undefined
}

function spelledBefore(letters: string, words: readonly string[]): string[] | undefined {
  const taken: string[] = []
  for (let at = words.length - 1; at >= 0 && taken.length < letters.length; at -= 1) {
    const word = words[at] ?? ''
    if (word.charAt(0).toUpperCase() === letters[letters.length - 1 - taken.length]) taken.unshift(word)
    else if (taken.length === 0 || !little.has(word.toLowerCase())) return undefined
  }
  return taken.length === letters.length ? taken : undefined
}

/** Short sentences that the author says more than once: what the text hammers home. */
export function refrainsIn(paragraphs: readonly string[], lang: string): string[] {
  const counts = new Map<string, { text: string; count: number }>()
  for (const sentence of paragraphs.flatMap((paragraph) => sentencesOf(paragraph, lang))) {
    const key = plainForm(sentence)
    if (key.split(' ').length < 2 || sentence.length > 80) continue
    const known = counts.get(key)
    counts.set(key, { text: known?.text ?? sentence, count: (known?.count ?? 0) + 1 })
  }
  return [...counts.values()]
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count)
    .map(({ text }) => text)
}

const numbers: Readonly<Record<string, string>> = {
  en: '1',
  ett: '1',
  två: '2',
  tre: '3',
  fyra: '4',
  fem: '5',
  sex: '6',
  sju: '7',
  åtta: '8',
  nio: '9',
  tio: '10',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  ten: '10',
}

/** A number with what it counts, written the same however the text writes it: "max 3 mål" and "högst tre mål" are "3 mål". */
export function countsIn(text: string): { readonly number: string; readonly noun: string; readonly limit: boolean }[] {
  return [
    ...text.matchAll(
      /(?:(max(?:imalt)?|högst|minst|at most|at least|no more than)\s+)?(?<![\p{L}\p{N}])(\d{1,2}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|two|three|four|five|six|ten)\s+(?:\p{L}+a\s+)?(\p{Ll}{3,})/giu,
    ),
  ].map(([, limit, number = '', noun = '']) => ({ number: numbers[number.toLowerCase()] ?? number, noun: noun.toLowerCase(), limit: limit !== undefined }))
}
