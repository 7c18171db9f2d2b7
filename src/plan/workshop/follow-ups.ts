import { diagnostic, fileStart, type Diagnostic } from '../../model/diagnostic.ts'
import type { Exercise } from '../../model/exercise.ts'
import type { LocalDate } from '../../model/post.ts'
import type { FollowUp, Workshop } from '../../model/workshop.ts'
import type { Words } from '../../words/index.ts'
import { laterDate } from './clock.ts'

interface Led {
  readonly slug: string
  readonly exercise: Exercise
}

/** When nothing was promised for later, one looks back after so many days. */
const lookBack = 14

/**
 * What the exercises promise for later, in order of its days, and on a day in order of the sections. A day that was over before the workshop is reported and
 * kept, or moved to the workshop's year when the workshop says so. There is always at least one.
 */
export function planFollowUps(workshop: Workshop, led: readonly Led[], words: Words): { followUps: FollowUp[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const followUps = led.flatMap(({ slug, exercise }) => exercise.followUp.flatMap(({ after, on, text }, index): FollowUp[] => {
    const key = `followUp.${index}.on`
    const date = after === undefined ? on && dated(on) : afterwards(workshop.date, after)
    const place = exercise.places[key] ?? fileStart(exercise.path)
    if (date === undefined || date === '') {
      if (on !== undefined) diagnostics.push(diagnostic('bad-date', place, `"${on}" is not a date that exists, so this follow-up is left out`, 'write it YYYY-MM-DD'))
      return []
    }
    const kept = date >= workshop.date ? date : past(date, workshop, exercise, diagnostics)
    return [{ id: `${slug}-${index + 1}`, date: kept, about: exercise.title, title: words.workshop.followUpTitle(exercise.title), text }]
  }))
  if (followUps.length === 0) {
    followUps.push({ id: 'look-back', date: laterDate(workshop.date, { days: lookBack }), about: workshop.title, title: words.workshop.followUpTitle(workshop.title), text: words.workshop.lookBack })
  }
  return { followUps: followUps.sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1)), diagnostics }
}

/** The same day in the workshop's year, or in the next when that too is over. */
function past(date: LocalDate, workshop: Workshop, exercise: Exercise, diagnostics: Diagnostic[]): LocalDate {
  if (workshop.pastDates === 'move') {
    const year = Number(workshop.date.slice(0, 4))
    const moved = [year, year + 1].map((one) => laterDate(`${one}-${date.slice(5, 7)}-01`, { days: Number(date.slice(8)) - 1 }))
    return moved.find((one) => one >= workshop.date) ?? workshop.date
  }
  const place = workshop.places['date'] ?? fileStart(workshop.path)
  const message = `"${exercise.title}" promises something for ${date}, which is over by ${workshop.date}; the calendar says so all the same`
  diagnostics.push(diagnostic('past-date', place, message, 'give the section another year (with: {year: …}), or write "pastDates: move"'))
  return date
}

/** An ISO 8601 duration of days, weeks or months (as the exercises have them) after a day. */
function afterwards(date: LocalDate, duration: string): LocalDate | undefined {
  const [, count, unit] = /^P(\d+)([DWM])$/.exec(duration) ?? []
  if (!count) return undefined
  const amount = Number(count)
  return laterDate(date, unit === 'M' ? { months: amount } : { days: unit === 'W' ? amount * 7 : amount })
}

/** A day as the exercise names it; one its month does not have is none. */
function dated(text: string): LocalDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text.trim()) ?? []
  if (!year || !month || !day) return undefined
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return laterDate(`${date.slice(0, 7)}-01`, { days: Number(day) - 1 }) === date ? date : undefined
}
