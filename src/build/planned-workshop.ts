import { diagnostic, fileStart, type Diagnostic } from '../model/diagnostic.ts'
import type { Exercise } from '../model/exercise.ts'
import type { Fonts } from '../model/font.ts'
import type { Participant } from '../model/participant.ts'
import { suggestionHint } from '../model/suggest.ts'
import type { WorkshopSection } from '../model/workshop.ts'
import { planDay, type PlannedDay } from '../plan/workshop/plan.ts'
import { asVariant, variantCalled } from '../plan/workshop/variant.ts'
import { hyphenator } from '../typography/hyphenate.ts'
import { wordsFor } from '../words/index.ts'
import type { Memory } from './memory.ts'
import { planPost, type PlannedPost } from './planned.ts'
import type { ReadyPost } from './project.ts'
import type { ReadyWorkshop } from './workshops.ts'

/** One workshop, planned: its day with deck and sheets, as plain data. */
export interface PlannedWorkshop extends PlannedDay {
  readonly id: string
  /** Who comes, where there is a list of them. */
  readonly people: readonly Participant[]
}

/** Puts sections that a trainer has taken over by hand in the place of the generated ones. */
export type TakenOver = (posts: readonly PlannedPost[]) => readonly PlannedPost[]

/** What workshops are made of. */
export interface WorkshopSources {
  readonly posts: readonly ReadyPost[]
  /** Every post there is, those with errors too. */
  readonly slugs: readonly string[]
  /** Those that are planned already, as they are to be shown. */
  readonly planned: readonly PlannedPost[]
  readonly fonts: Fonts
  readonly taken: TakenOver
  readonly memory: Memory
}

/**
 * Plans a workshop of posts that can be built. Pure: the same workshop always gives the same plan; none when something
 * in it is wrong, so that nothing half-made is handed out.
 */
export function planWorkshop({ workshop, logo, headcount, people = [], isSound }: ReadyWorkshop, { posts, slugs, planned, fonts, taken, memory }: WorkshopSources): { planned?: PlannedWorkshop; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const parts = workshop.sections.flatMap((section, index) => {
    const place = workshop.places[`sections.${index}.post`] ?? fileStart(workshop.path)
    const ready = posts.find(({ post }) => post.slug === section.post)
    if (!ready) {
      // One that does not exist is reported where the workshop is read.
      if (slugs.includes(section.post)) diagnostics.push(diagnostic('missing-post', place, `the post "${section.post}" has errors, so this workshop cannot be built`, 'mend the post first'))
      return []
    }
    const same = isAsWritten(section) ? planned.find(({ slug }) => slug === section.post) : undefined
    if (same) return [same]
    const own = ownVersion(section, ready)
    if (!own) {
      const titles = ready.exercise?.variants.map(({ title }) => title) ?? []
      diagnostics.push(diagnostic('unknown-variant', workshop.places[`sections.${index}.variant`] ?? place, `the exercise of "${section.post}" has no variant "${section.variant}"`, suggestionHint(section.variant ?? '', titles)))
      return []
    }
    const { post, exercise, scene, images, collection } = ready
    const plan = memory.once(`plan of ${post.slug} in ${workshop.id}, ${index + 1}`, [post, exercise, scene, ...Object.entries(images).flat(), collection, JSON.stringify(section)], () => planPost(own, fonts))
    return taken([plan]).map((part) => (section.minutes === undefined ? part : withoutMinutes(part)))
  })
  // What has changed since a section was taken over is said where its post is planned.
  diagnostics.push(...parts.flatMap((part) => part.diagnostics).filter(({ code }) => code !== 'source-changed'))
  if (parts.length < workshop.sections.length || diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics }
  const day = planDay({
    workshop, parts, words: wordsFor(workshop.lang), ruler: { fonts, hyphenate: hyphenator(workshop.lang) },
    ...(logo ? { logo } : {}), ...(headcount === undefined ? {} : { headcount }),
  })
  diagnostics.push(...day.diagnostics)
  if (!isSound || !day.day || diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics }
  return { planned: { id: workshop.id, people, ...day.day }, diagnostics }
}

/** Minutes that the workshop gives a section are not the post's affair: whether they are enough is said where they stand. */
const withoutMinutes = (part: PlannedPost): PlannedPost => ({ ...part, diagnostics: part.diagnostics.filter(({ code }) => code !== 'minutes-do-not-add-up') })

/** Whether a workshop takes a post as it is. */
const isAsWritten = ({ title, minutes, variant, with: values }: WorkshopSection): boolean =>
  title === undefined && minutes === undefined && variant === undefined && Object.keys(values).length === 0

/** A post with what the workshop changes in it; undefined when it asks for a variant that the exercise does not have. */
function ownVersion({ title, minutes, variant, with: values }: WorkshopSection, ready: ReadyPost): ReadyPost | undefined {
  const exercise = ready.exercise && inVariant(ready.exercise, variant)
  if (variant !== undefined && !exercise) return undefined
  const use = ready.post.exercise?.use
  return {
    ...ready,
    ...(exercise ? { exercise } : {}),
    post: {
      ...ready.post,
      ...(title === undefined ? {} : { title }),
      ...(minutes === undefined ? {} : { minutes }),
      ...(use === undefined ? {} : { exercise: { use, with: { ...ready.post.exercise?.with, ...values } } }),
    },
  }
}

function inVariant(exercise: Exercise, title: string | undefined): Exercise | undefined {
  if (title === undefined) return exercise
  const variant = variantCalled(exercise, title)
  return variant && asVariant(exercise, variant)
}
