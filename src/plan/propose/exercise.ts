import type { Exercise } from '../../model/exercise.ts'
import type { Lang, Post } from '../../model/post.ts'
import { minutesOf } from '../../model/exercise.ts'
import type { Words } from '../../words/index.ts'
import { acronymsIn, countsIn } from './devices.ts'
import { plainForm } from './sentences.ts'
import { stemFor, type Stem } from './terms.ts'

/** The exercise that fits a text, or the reflection sheet made of its own questions, and why. */
export interface ExerciseProposal {
  /** Absent when none of the library fits better than the others. */
  readonly use?: string
  readonly with: Readonly<Record<string, string>>
  /** One line, in the language of the post. */
  readonly reason: string
}

/** How an exercise did: the sum over the words it shares with the text, and which weighed most. */
export interface Match {
  readonly exercise: Exercise
  readonly score: number
  /** The same sum where words that the text says once count for little: they may be there by chance. */
  readonly certainty: number
  readonly shared: readonly string[]
}

/** The parts of an exercise by how much they say of what it is about. */
const parts: readonly (readonly [weight: number, text: (exercise: Exercise) => readonly (string | undefined)[]])[] = [
  [4, ({ title }) => [title]],
  [2, ({ purpose, outcome, invitation, lead }) => [purpose, outcome, invitation, lead]],
  [1, ({ steps, worksheet }) => [...steps.flatMap((step) => [step.title, step.do, step.prompt, step.say]), JSON.stringify(worksheet, textOnly)]],
  [1, ({ debrief }) => debrief.map(({ question }) => question)],
  [0.5, ({ tips, pitfalls, variants }) => [...tips, ...pitfalls, ...variants.map(({ text }) => text)]],
]

const textOnly = (key: string, value: unknown): unknown => (['kind', 'type', 'key', 'style'].includes(key) ? undefined : value)

interface Profile {
  readonly exercise: Exercise
  readonly terms: ReadonlyMap<string, number>
  readonly length: number
  readonly letters: string
}

/** A library made ready to be asked. */
export interface Library {
  readonly profiles: readonly Profile[]
  /** In how many exercises a term occurs. */
  readonly spread: ReadonlyMap<string, number>
  readonly average: number
}

const libraries = new WeakMap<readonly Exercise[], Map<Lang, Library>>()

function libraryOf(exercises: readonly Exercise[], lang: Lang): Library {
  const known = libraries.get(exercises) ?? new Map<Lang, Library>()
  libraries.set(exercises, known)
  const made = known.get(lang) ?? makeLibrary(exercises, stemFor(lang))
  known.set(lang, made)
  return made
}

function makeLibrary(exercises: readonly Exercise[], stem: Stem): Library {
  const profiles = exercises.map((exercise): Profile => {
    const terms = new Map<string, number>()
    for (const [weight, text] of parts) {
      for (const one of text(exercise)) for (const term of termsOf(one ?? '', stem)) terms.set(term, (terms.get(term) ?? 0) + weight)
    }
    const letters = exercise.steps
      .map(({ letter, title }) => letter ?? title.charAt(0))
      .join('')
      .toUpperCase()
    return { exercise, terms, letters, length: [...terms.values()].reduce((sum, count) => sum + count, 0) }
  })
  const spread = new Map<string, number>()
  for (const { terms } of profiles) for (const term of terms.keys()) spread.set(term, (spread.get(term) ?? 0) + 1)
  return { profiles, spread, average: profiles.reduce((sum, { length }) => sum + length, 0) / Math.max(profiles.length, 1) }
}

/** Stems, and counted things as terms of their own: `3 mål`. */
const termsOf = (text: string, stem: Stem): string[] => [
  ...stem(text),
  ...countsIn(text).flatMap(({ number, noun }) => stem(noun).map((term) => `${number} ${term}`)),
]

/** All exercises by how well they fit a text, best first: Okapi BM25 over stems, and a spelled-out acronym that an exercise works through. */
export function matches(post: Pick<Post, 'title' | 'lang'>, paragraphs: readonly string[], exercises: readonly Exercise[]): Match[] {
  const stem = stemFor(post.lang)
  const { profiles, spread, average } = libraryOf(exercises, post.lang)
  const asked = new Map<string, number>()
  for (const term of termsOf(post.title, stem)) asked.set(term, (asked.get(term) ?? 0) + 3)
  for (const term of paragraphs.flatMap((paragraph) => termsOf(paragraph, stem))) asked.set(term, (asked.get(term) ?? 0) + 1)
  const said = ` ${plainForm([post.title, ...paragraphs].join(' '))} `
  const acronyms = acronymsIn(paragraphs.join(' ')).map(({ letters }) => letters)
  return profiles
    .map(({ exercise, terms, length, letters }): Match => {
      const shares = [...asked].flatMap(([term, count]) => {
        const found = terms.get(term)
        if (!found) return []
        const rarity = Math.log(1 + (profiles.length - (spread.get(term) ?? 0) + 0.5) / ((spread.get(term) ?? 0) + 0.5))
        const worth = rarity * ((found * 2.2) / (found + 1.2 * (0.25 + (0.75 * length) / average)))
        return [{ term, share: worth * ((count * 2) / (count + 1)), insisted: worth * insistence(count) }]
      })
      const spelled =
        acronyms.includes(letters) ||
        acronyms.some((one) =>
          exercise.title
            .toUpperCase()
            .split(/\P{L}+/u)
            .includes(one),
        )
          ? 20
          : 0
      // A title that is a saying counts when the text says it, whatever little words it is made of.
      const saying = plainForm(exercise.title)
      const quoted = saying.includes(' ') && said.includes(` ${saying} `) ? 15 : 0
      const shared = [...shares].sort((a, b) => b.insisted - a.insisted).map(({ term }) => term)
      const sum = (of: 'share' | 'insisted'): number => shares.reduce((total, one) => total + one[of], 0) + spelled + quoted
      return { exercise, score: sum('share'), certainty: sum('insisted'), shared }
    })
    .sort((a, b) => b.score - a.score || (a.exercise.id < b.exercise.id ? -1 : 1))
}

/** What a text comes back to is what it is about. */
const insistence = (count: number): number => (count === 1 ? 0.35 : (count * 1.6) / (count + 0.8))

/** The best must share at least so much with the text, and stand out from the rest by so many of their standard deviations. */
const certain = 6.5
const distinct = 1.5

/** Proposes the exercise that stands out, or none. */
export function proposeExercise(
  post: Pick<Post, 'title' | 'lang'>,
  paragraphs: readonly string[],
  exercises: readonly Exercise[],
  words: Words,
): ExerciseProposal {
  const all = matches(post, paragraphs, exercises)
  const [best, ...rest] = all
  if (!best || !standsOut(best, rest)) return { with: {}, reason: words.proposal.reflection }
  const { exercise } = best
  const values = valuesFor(exercise, [post.title, ...paragraphs].join(' '))
  const title = exercise.title.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? exercise.parameters[name] ?? whole)
  return {
    use: exercise.id,
    with: values,
    reason: words.proposal.because(title, minutesOf(exercise), surface(best.shared, [post.title, ...paragraphs].join(' '), stemFor(post.lang))),
  }
}

function standsOut(best: Match, rest: readonly Match[]): boolean {
  if (best.certainty < certain) return false
  if (rest.length < 3) return true
  const mean = rest.reduce((sum, { score }) => sum + score, 0) / rest.length
  const deviation = Math.sqrt(rest.reduce((sum, { score }) => sum + (score - mean) ** 2, 0) / rest.length)
  return best.score >= mean + distinct * Math.max(deviation, mean * 0.1)
}

/** Words that two texts may share without being about the same. */
const faint = new Set('bra många runt själv själva fungerar kallar good many own'.split(' '))

/** The first three shared terms as the text writes them, no two of the same word. */
function surface(terms: readonly string[], text: string, stem: Stem): string[] {
  const forms = new Map<string, string>()
  for (const word of text.match(/\p{L}{3,}/gu) ?? []) {
    for (const term of stem(word))
      if (!forms.has(term) || word === word.toLowerCase()) forms.set(term, forms.get(term)?.toLowerCase() === word ? word : (forms.get(term) ?? word))
  }
  const found: string[] = []
  for (const term of terms) {
    const form = forms.get(term)
    if (form && !faint.has(form.toLowerCase()) && !found.some((other) => other.toLowerCase().slice(0, 5) === form.toLowerCase().slice(0, 5))) found.push(form)
    if (found.length === 3) break
  }
  return found
}

/** An exercise that asks for a year gets the one the text speaks of, when it is one only. */
function valuesFor(exercise: Exercise, text: string): Record<string, string> {
  if (!('year' in exercise.parameters)) return {}
  const years = new Set(text.match(/(?<!\d)20\d\d(?!\d)/g) ?? [])
  const [year] = years
  return years.size === 1 && year ? { year } : {}
}
