import { diagnostic, type Diagnostic } from '../../model/diagnostic.ts'
import { minutesOf, type Exercise } from '../../model/exercise.ts'
import type { Section } from '../../model/slide.ts'
import type { Logo, Workshop } from '../../model/workshop.ts'
import type { Worksheet } from '../../model/worksheet.ts'
import type { Words } from '../../words/index.ts'
import type { CompletePost } from '../derive.ts'
import type { Ruler } from '../fit.ts'
import { planAgenda } from './agenda.ts'
import { checkConsistency } from './consistency.ts'
import { placeIn, type DayPart, type DayPlan } from './day.ts'
import { planDeck } from './deck.ts'
import { planFollowUps } from './follow-ups.ts'
import { rollUp } from './materials.ts'
import { planShort } from './short.ts'
import type { Deck } from '../../model/slide.ts'

/** A section as it was planned for this workshop, in the workshop's order. */
export interface WorkshopPart {
  readonly slug: string
  readonly section: Section
  readonly worksheet: Worksheet
  readonly exercise: Exercise
  readonly post: CompletePost
}

/** What a workshop is planned from; all of it plain data. */
export interface WorkshopSource {
  readonly workshop: Workshop
  readonly parts: readonly WorkshopPart[]
  readonly logo?: Logo
  readonly headcount?: number
  readonly words: Words
  readonly ruler: Ruler
}

export interface PlannedDay {
  readonly plan: DayPlan
  readonly deck: Deck
  readonly worksheets: readonly Worksheet[]
}

/** The minutes that the plan for a delay wins. */
const shortBy = 20

/** Plans the day of a workshop; without a day when its times cannot be held. */
export function planDay({ workshop, parts, logo, headcount, words, ruler }: WorkshopSource): { day?: PlannedDay; diagnostics: Diagnostic[] } {
  const diagnostics = parts.flatMap((part, index) => checkPart(part, index, workshop, headcount))
  const timed = parts.map(({ slug, section }) => ({ slug, title: section.title, minutes: section.minutes }))
  const { agenda, diagnostics: agendaProblems } = planAgenda(workshop, timed, words)
  diagnostics.push(...agendaProblems)
  if (!agenda || diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics }
  const { followUps, diagnostics: late } = planFollowUps(workshop, parts, words)
  diagnostics.push(...late)
  const exercises = parts.map(({ exercise }) => exercise)
  const cuttable = parts.map(({ slug, section, exercise }) => ({ slug, title: section.title, minutes: section.minutes, exercise }))
  const plan: DayPlan = {
    workshop, words, agenda, followUps,
    parts: parts.flatMap((part, index) => dayPart(part, index, agenda.entries)),
    materials: rollUp(exercises, headcount, words),
    short: planShort(agenda, cuttable, shortBy),
    ...(logo ? { logo } : {}), ...(headcount === undefined ? {} : { headcount }),
  }
  const { deck, diagnostics: long } = planDeck(plan, ruler)
  const worksheets = parts.map(({ worksheet }) => worksheet)
  const placeOf = (slug: string) => placeIn(workshop, `sections.${parts.findIndex((part) => part.slug === slug)}.post`)
  diagnostics.push(...long, ...checkConsistency(deck.sections.filter(({ slug }) => parts.some((part) => part.slug === slug)), worksheets, placeOf))
  return { day: { plan, deck, worksheets }, diagnostics }
}

function dayPart({ slug, section, exercise, post, worksheet }: WorkshopPart, index: number, entries: DayPlan['agenda']['entries']): DayPart[] {
  const entry = entries.find((one) => one.slug === slug)
  if (!entry) return []
  return [{ slug, title: section.title, number: index + 1, entry, section, exercise, body: post.body, accent: worksheet.accent, scene: worksheet.scene }]
}

/** A section with less time than its exercise takes cannot be led; one for fewer or more people than come is worth a word. */
function checkPart({ section, exercise, post }: WorkshopPart, index: number, workshop: Workshop, headcount: number | undefined): Diagnostic[] {
  const needed = minutesOf(exercise)
  const stated = post.minutes ?? section.minutes
  const place = placeIn(workshop, workshop.places[`sections.${index}.minutes`] ? `sections.${index}.minutes` : `sections.${index}.post`)
  const found: Diagnostic[] = []
  if (stated < needed) {
    const variants = exercise.variants.flatMap(({ title, minutes }) => (minutes !== undefined && minutes <= stated ? [`"variant: ${title}" takes ${minutes}`] : []))
    found.push(diagnostic('section-too-long', place, `"${section.title}" has ${stated} minutes, but its exercise ${exercise.title} alone takes ${needed}: ${needed - stated} too many`, variants[0] ?? `give it at least ${needed} minutes`))
  }
  const { min, max } = exercise.group ?? {}
  if (headcount !== undefined && ((min !== undefined && headcount < min) || (max !== undefined && headcount > max))) {
    const wanted = headcount < (min ?? 0) ? `at least ${min}` : `at most ${max}`
    found.push(diagnostic('group-size', place, `the exercise ${exercise.title} is for ${wanted} people, and ${headcount} come`, 'divide the group, or choose another post'))
  }
  return found
}
