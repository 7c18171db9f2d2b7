import type { Exercise } from '../../model/exercise.ts'
import type { Post } from '../../model/post.ts'
import type { Block } from '../../model/text.ts'
import { plainText } from '../../model/text.ts'
import type { Words } from '../../words/index.ts'
import { acronymsIn, countsIn, refrainsIn } from './devices.ts'
import { proposeExercise, type ExerciseProposal } from './exercise.ts'
import { isImperative, weighed } from './idea.ts'
import { ownQuestions } from './questions.ts'
import { strongestQuote, type Quote } from './quotes.ts'
import { plainForm, sentencesOf, shortened } from './sentences.ts'
import { stemFor } from './terms.ts'

/** A first draft of a section, taken from a post's text alone. */
export interface Draft {
  readonly idea: string
  readonly story: readonly string[]
  readonly quote?: Quote
  readonly questions: readonly string[]
  readonly takeaways: readonly string[]
}

export interface Proposal extends Draft {
  readonly exercise: ExerciseProposal
}

const beats = 5
const longestBeat = 100
const goodBeat = 85
/** Characters of a story that stand together on one slide. */
const oneSlide = 300
/** Longer ones do not stay in mind. */
const longestTakeaway = 120
/** A statement weighed less than this is no point. */
const weakest = 0.6

/** Everything a section needs, derived from the body: the same text always gives the same draft. */
export function draftSection(post: Pick<Post, 'title' | 'lang' | 'body' | 'signoff' | 'postscript'>): Draft {
  const { title, lang } = post
  const texts = spokenParagraphs(post)
  const stem = stemFor(lang)
  const sentences = texts.map((text) => sentencesOf(text, lang))
  const statements = sentences.flat().filter((sentence) => !sentence.endsWith('?'))
  const ranked = [...weighed(statements, title, stem)].sort((a, b) => b.score - a.score || b.index - a.index)
  const questions = ownQuestions(texts, lang)
  const [strongest] = ranked
  // A text that mostly asks has no statement worth a slide: then its own question is the idea.
  const idea =
    strongest && (strongest.score >= weakest || questions.length === 0)
      ? strongest.text
      : (questions[0] ?? statements.find((sentence) => sentence.length <= 130) ?? title)
  const quote = strongestQuote(texts)
  return {
    idea,
    story: storyOf(sentences, idea),
    ...(quote ? { quote } : {}),
    questions: questions.filter((one) => one !== idea),
    takeaways: takeawaysOf(post, texts, idea),
  }
}

/** The draft, and the exercise of the library that fits. */
export function propose(post: Pick<Post, 'title' | 'lang' | 'body' | 'signoff' | 'postscript'>, exercises: readonly Exercise[], words: Words): Proposal {
  return { ...draftSection(post), exercise: proposeExercise(post, spokenParagraphs(post), exercises, words) }
}

/** A post that names no exercise, with the one that fits it best; as it was when none does. */
export function withExercise(post: Post, exercises: readonly Exercise[], words: Words): Post {
  if (post.exercise) return post
  const { use, with: values } = proposeExercise(post, spokenParagraphs(post), exercises, words)
  return use === undefined ? post : { ...post, exercise: { use, with: values } }
}

/** The texts of a body's paragraphs without its sign-off and postscript, those in lists and quotations included. */
export function spokenParagraphs({ body, signoff, postscript }: Pick<Post, 'body' | 'signoff' | 'postscript'>): string[] {
  const closing = [signoff, postscript].filter((one) => one !== undefined).map(plainForm)
  const all = paragraphsOf(body).flatMap((text) => {
    const form = plainForm(text)
    if (closing.includes(form) || (postscript && plainForm(postscript).startsWith(form) && form.length > 20)) return []
    return signoff && text.endsWith(signoff) ? [text.slice(0, -signoff.length).trim()] : [text]
  })
  return all.filter((text) => text !== '')
}

/** The texts of a body's paragraphs, those in lists and quotations included, in order. */
export function paragraphsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [plainText(block.children)]
    if (block.type === 'list') return block.items.flatMap(paragraphsOf)
    if (block.type === 'quote') return paragraphsOf(block.children)
    return []
  })
}

/** A beat for each paragraph: its first sentence, or the first that is short enough; of many, some from all over the text. */
function storyOf(paragraphs: readonly (readonly string[])[], idea: string): string[] {
  const openings = paragraphs.flatMap((sentences) => {
    const candidates = sentences.filter((one) => plainForm(one) !== plainForm(idea) && plainForm(one) !== '')
    const [first] = candidates
    if (!first) return []
    const short = first.length <= goodBeat ? first : (candidates.find((one) => one.length >= 20 && one.length <= goodBeat) ?? first)
    return [shortened(short.replace(/^[–—-]\s+/u, '').replace(/\s*[;:]$/u, '.'), longestBeat)]
  })
  const all = openings.filter((one, index) => openings.findIndex((other) => plainForm(other) === plainForm(one)) === index)
  // An exclamation of a word or two is no beat, as long as there are others.
  const told = all.filter((one) => one.length >= 20).length >= 4 ? all.filter((one) => one.length >= 20) : all
  const whole = told.filter((one) => !one.endsWith('…') && !one.endsWith('…”'))
  const chosen = whole.length >= 4 ? whole : told
  for (let count = Math.min(beats, chosen.length); count > 3; count -= 1) {
    const some = spread(chosen, count)
    if (some.join('').length <= oneSlide) return some
  }
  return spread(chosen, Math.min(3, chosen.length))
}

/** So many of them, from the first to the last, evenly. */
const spread = (all: readonly string[], count: number): string[] =>
  all.length <= count ? [...all] : Array.from({ length: count }, (_, index) => all[Math.round((index * (all.length - 1)) / (count - 1))] ?? '')

/** What is worth taking home: limits, spelled-out rules, refrains, the points of a list, what the author tells one to do; else the idea. */
function takeawaysOf({ title, lang, body }: Pick<Post, 'title' | 'lang' | 'body'>, texts: readonly string[], idea: string): string[] {
  const own = texts.flatMap((text) => sentencesOf(text, lang)).filter((sentence) => sentence.length <= longestTakeaway)
  const limits = own.filter((sentence) => countsIn(sentence).some(({ limit }) => limit) && !sentence.endsWith('?'))
  const rules = acronymsIn(texts.join(' ')).map(
    ({ letters, words }) =>
      `${letters}: ${words
        .join(', ')
        .toLowerCase()
        .replace(/^./u, (letter) => letter.toUpperCase())}.`,
  )
  const refrains = refrainsIn(texts, lang).filter((one) => plainForm(one) !== plainForm(title))
  const points = body
    .flatMap((block) => (block.type === 'list' ? block.items.flatMap((item) => paragraphsOf(item).slice(0, 1)) : []))
    .filter((point) => point.length <= 90)
  const told = own.filter((sentence) => isImperative(sentence) && sentence.length >= 15 && sentence.length <= 100)
  const found = [...rules.slice(0, 1), ...limits.slice(0, 1), ...refrains.slice(0, 1), ...points.slice(0, 3), ...told.slice(-2)]
  const unique = found.filter((one, index) => !saysTheSame(one, idea) && found.findIndex((other) => saysTheSame(one, other)) === index)
  return unique.length > 0 ? unique.slice(0, 3) : [idea]
}

/** True when all longer words of the one stand in the other. */
function saysTheSame(one: string, other: string): boolean {
  const words = plainForm(one)
    .split(' ')
    .filter((word) => word.length > 3)
  const others = new Set(plainForm(other).split(' '))
  return plainForm(one) === plainForm(other) || (words.length > 0 && words.every((word) => others.has(word)))
}
