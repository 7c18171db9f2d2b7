import english from 'hyphen/en-gb/index.js'
import swedish from 'hyphen/sv/index.js'
import type { Lang } from '../model/post.ts'

/** Puts soft hyphens between the parts of a word where its language may break it. */
export type Hyphenate = (word: string) => string

const patterns = { sv: swedish, en: english }

/** Hyphenation by the TeX patterns of a language, with at least three letters on each side. */
export function hyphenator(lang: Lang): Hyphenate {
  return (word) => {
    const parts = patterns[lang].hyphenateSync(word, { minWordLength: 7 }).split('\u00ad')
    while (parts.length > 1 && letters(parts[0] ?? '') < 3) parts.splice(0, 2, parts.slice(0, 2).join(''))
    while (parts.length > 1 && letters(parts.at(-1) ?? '') < 3) parts.splice(-2, 2, parts.slice(-2).join(''))
    return parts.join('\u00ad')
  }
}

const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0
