import type { Lang } from '../model/post.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** The interface words of one language: everything the room sees that no trainer wrote. */
export type Words = typeof sv

const languages: Readonly<Record<Lang, Words>> = { sv, en }

/** The words of a language. */
export const wordsFor = (lang: Lang): Words => languages[lang]
