import type { Exercise } from '../../model/exercise.ts'
import type { Post } from '../../model/post.ts'
import type { Words } from '../../words/index.ts'
import { storyOf } from './beats.ts'
import { proposeExercise, type ExerciseProposal } from './exercise.ts'
import { statementsOf, weighed } from './idea.ts'
import { citation, spokenParagraphs } from './paragraphs.ts'
import { ownQuestions } from './questions.ts'
import { strongestQuote, type Quote } from './quotes.ts'
import { sentencesOf } from './sentences.ts'
import { takeawaysOf } from './takeaways.ts'
import { stemFor, type Stem } from './terms.ts'

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

/** A statement weighed less than this is no point. */
const weakest = 0.6

/** Everything a section needs, derived from the body: the same text always gives the same draft. */
export function draftSection(post: Pick<Post, 'title' | 'lang' | 'body' | 'signoff' | 'postscript'>): Draft {
  const { title, lang } = post
  const texts = spokenParagraphs(post)
  const stem = stemFor(lang)
  const sentences = texts.map((text) => sentencesOf(text, lang))
  const statements = statementsOf(sentences, lang)
  const ranked = weighed(statements, title, lang, stem).sort((a, b) => b.score - a.score || b.index - a.index)
  const questions = ownQuestions(texts, lang, title)
  const own = questions.filter((one) => one !== title)
  const asked = own.find((one) => one.length <= 90) ?? own[0]
  const [strongest] = ranked
  // A text that mostly asks has no statement worth a slide: then its own question is the idea.
  const idea =
    strongest && (strongest.score >= weakest || asked === undefined)
      ? strongest.text
      : (asked ?? statements.find((sentence) => sentence.length <= 130) ?? title)
  const others = questions.filter((one) => one !== idea)
  const cited = post.body.flatMap((block) => citation(block) ?? []).find(({ text }) => text.length <= 160)
  const quote = cited ?? strongestQuote(texts, lang, relevanceTo(title, texts, stem))
  const takeaways = takeawaysOf(post, texts, statements, ranked, idea)
  const shown = [idea, quote?.text ?? '', ...questions]
  const whole = storyOf(sentences, lang, shown, stem)
  const rest = storyOf(sentences, lang, [...shown, ...takeaways], stem)
  return {
    idea,
    // What is taken home is not told as well, if there is enough to tell.
    story: rest.length >= Math.min(4, whole.length) ? rest : whole,
    ...(quote ? { quote } : {}),
    // The sheet asks it anyway when it is the only one.
    questions: others.length > 0 ? others : questions,
    takeaways,
  }
}

/** How much a text says of what the whole is about: words of the title, and words that come back. */
function relevanceTo(title: string, texts: readonly string[], stem: Stem): (text: string) => number {
  const inTitle = new Set(stem(title))
  const counts = new Map<string, number>()
  for (const word of texts.flatMap(stem)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (text) => [...new Set(stem(text))].reduce((sum, word) => sum + (inTitle.has(word) ? 1 : 0) + ((counts.get(word) ?? 0) > 2 ? 0.3 : 0), 0)
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

export { paragraphsOf, spokenParagraphs } from './paragraphs.ts'
