import type { Exercise } from '../../model/exercise.ts'
import type { Cut, ShortPart } from '../../model/workshop.ts'
import type { Words } from '../../words/index.ts'
import { clock } from './dates.ts'
import type { DayPlan } from './day.ts'
import { groupsOf, isSheet } from './materials.ts'

/** What to lay out for an exercise, counted for everybody where they are known; its sheet is in the workbook. */
export function bringTexts(exercise: Exercise, { words, headcount }: Pick<DayPlan, 'words' | 'headcount'>): string[] {
  const per = { person: words.perPerson, group: words.perGroup, room: words.perRoom }
  return exercise.materials.filter(({ item }) => !isSheet(item)).map(({ item, per: each, quantity }) => {
    if (each === 'room' || headcount === undefined) return per[each](quantity, item)
    const heads = each === 'person' ? headcount : groupsOf(exercise, headcount)
    return `${Math.ceil(quantity * heads)} × ${lowerFirst(item)}`
  })
}

/** A noun within a sentence; abbreviations such as USB keep their capitals. */
const lowerFirst = (text: string): string => (/^\p{Lu}[\p{Ll}\s]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

/** The plan for a few minutes less, as sentences, each part of the day with its times in front. */
export function shortTexts({ short, words }: Pick<DayPlan, 'short' | 'words'>): string[] {
  return short.parts.map((part) => `${words.workshop.short.between(clock(part.from, words), clock(part.to, words))}: ${adviceFor(part, short.minutes, words).join(' ')}`)
}

/** What to do in one part of the day, a sentence each. */
export function adviceFor({ reserve, cuts, wins }: ShortPart, minutes: number, words: Words): string[] {
  const { short } = words.workshop
  return [
    ...(reserve > 0 ? [short.reserve(Math.min(reserve, minutes))] : []),
    ...cuts.map((cut) => cutText(cut, words)),
    ...(wins < minutes ? [short.notEnough(wins)] : []),
  ]
}

function cutText(cut: Cut, words: Words): string {
  const { short } = words.workshop
  if (cut.action === 'drop' || !cut.variant) return short.drop(cut.title, cut.wins)
  return short.shorten(cut.exercise, cut.variant.title, cut.variant.minutes, cut.wins)
}
