import { minutesOf, type Exercise } from '../../model/exercise.ts'
import type { Agenda, AgendaEntry, Cut, ShortPart, ShortPlan } from '../../model/workshop.ts'

/** A section that could be made shorter. */
export interface Cuttable {
  readonly slug: string
  readonly title: string
  readonly minutes: number
  /** As it is led in this workshop. */
  readonly exercise: Exercise
}

/** Dropping a section is the last thing to do; each cut is one more thing to explain; what is cut needlessly is lost. */
const price = { drop: 100, shorten: 10, minute: 1 }

/**
 * What to do when so many minutes are missing, for each part of the day between two times that cannot move: first the
 * reserve, then the exercises' own shorter variants, in the last resort a whole section.
 */
export function planShort(agenda: Agenda, sections: readonly Cuttable[], minutes: number): ShortPlan {
  return { minutes, parts: partsOf(agenda.entries).flatMap((entries) => planPart(entries, sections, minutes)) }
}

/** The entries between locked ones; a locked one begins a part. */
function partsOf(entries: readonly AgendaEntry[]): AgendaEntry[][] {
  const parts: AgendaEntry[][] = []
  for (const entry of entries) {
    const part = parts.at(-1)
    if (part && !entry.locked) part.push(entry)
    else parts.push([entry])
  }
  return parts
}

function planPart(entries: readonly AgendaEntry[], sections: readonly Cuttable[], minutes: number): ShortPart[] {
  const own = entries.flatMap(({ slug }) => sections.find((section) => section.slug === slug) ?? [])
  const [first, last] = [entries[0], entries.at(-1)]
  if (own.length === 0 || !first || !last) return []
  const reserve = entries.reduce((sum, { kind, minutes: length }) => sum + (kind === 'reserve' ? length : 0), 0)
  const cuts = cheapest(own, minutes - reserve)
  return [{ from: first.from, to: last.to, reserve, cuts, wins: reserve + cuts.reduce((sum, { wins }) => sum + wins, 0) }]
}

interface Choice {
  readonly wins: number
  readonly cost: number
  readonly cuts: readonly Cut[]
}

/** The cuts that win what is needed at the least cost, or as much as there is. */
function cheapest(sections: readonly Cuttable[], needed: number): readonly Cut[] {
  if (needed <= 0) return []
  let choices: Choice[] = [{ wins: 0, cost: 0, cuts: [] }]
  for (const section of sections) {
    const more = choices.flatMap((choice) => cutsOf(section, sections.length).map((cut): Choice => ({
      wins: choice.wins + cut.wins, cost: choice.cost + price[cut.action], cuts: [...choice.cuts, cut],
    })))
    choices = bestByWins([...choices, ...more], needed)
  }
  const enough = choices.filter(({ wins }) => wins >= needed)
  const full = (choice: Choice): number => choice.cost + (choice.wins - needed) * price.minute
  if (enough.length > 0) return enough.reduce((best, one) => (full(one) < full(best) ? one : best)).cuts
  return choices.reduce((best, one) => (one.wins > best.wins ? one : best)).cuts
}

/** Of choices that win the same, the cheapest; beyond what is needed the surplus does not matter much, so all stay apart. */
function bestByWins(choices: readonly Choice[], needed: number): Choice[] {
  const best = new Map<number, Choice>()
  for (const choice of choices) {
    const key = Math.min(choice.wins, needed + 60)
    const known = best.get(key)
    if (!known || choice.cost < known.cost) best.set(key, choice)
  }
  return [...best.values()]
}

/** How a section can be cut; the only one of its part is never dropped. */
function cutsOf({ slug, title, minutes, exercise }: Cuttable, count: number): Cut[] {
  const full = minutesOf(exercise)
  const variant = shorterVariant(exercise)
  const about = { slug, title, exercise: exercise.title }
  return [
    ...(variant ? [{ ...about, action: 'shorten' as const, wins: full - variant.minutes, variant }] : []),
    ...(count > 1 ? [{ ...about, action: 'drop' as const, wins: minutes }] : []),
  ]
}

/** The first variant that takes less time than the exercise itself: authors name the one to fall back on first. */
function shorterVariant(exercise: Exercise): { title: string; minutes: number; text: string } | undefined {
  const full = minutesOf(exercise)
  const found = exercise.variants.find(({ minutes }) => minutes !== undefined && minutes < full)
  return found?.minutes === undefined ? undefined : { title: found.title, minutes: found.minutes, text: found.text }
}
