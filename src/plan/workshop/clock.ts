import type { LocalDate } from '../../model/post.ts'
import type { ClockTime } from '../../model/workshop.ts'

/** A day with the clocks of one place: what passes between two times on the wall, and what the wall shows then. */
export interface Day {
  /** Minutes since the day began; undefined for a time that the clocks skip that day. The first of two equal times counts. */
  readonly minuteOf: (time: ClockTime) => number | undefined
  readonly timeAt: (minute: number) => ClockTime
}

const minute = 60_000
const hours24 = 24 * 60 * minute

/** A calendar day in a time zone (an IANA name), right when daylight saving begins or ends on it. */
export function dayOf(date: LocalDate, zone: string): Day {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  const offsetAt = offsets(zone)
  const origin = midnight - offsetAt(midnight)
  return {
    minuteOf(time) {
      const wall = midnight + minutesIn(time) * minute
      const instants = [wall - offsetAt(wall - hours24), wall - offsetAt(wall + hours24)].filter((instant) => instant + offsetAt(instant) === wall)
      return instants.length > 0 ? (Math.min(...instants) - origin) / minute : undefined
    },
    timeAt(minutes) {
      const instant = origin + minutes * minute
      return new Date(instant + offsetAt(instant)).toISOString().slice(11, 16)
    },
  }
}

/** Minutes from 00:00 to a time, as a clock counts them. */
export function minutesIn(time: ClockTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** What the wall shows so many minutes after a time of the workshop's day. */
export function timesAfter(time: ClockTime, { date, zone }: { readonly date: LocalDate; readonly zone: string }): (minutes: number) => ClockTime {
  const day = dayOf(date, zone)
  const from = day.minuteOf(time) ?? minutesIn(time)
  return (minutes) => day.timeAt(from + Math.round(minutes))
}

/** How far a zone's clocks are ahead of UTC at an instant, both in milliseconds. */
function offsets(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  })
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
    const { year = 1970, month = 1, day = 1, hour = 0, minute: minutes = 0, second = 0 } = parts
    return Date.UTC(year, month - 1, day, hour, minutes, second) - instant
  }
}

/** A day so many days or months after another; a day that its month does not have becomes the month's last. */
export function laterDate(date: LocalDate, step: { readonly days?: number; readonly months?: number }): LocalDate {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  const monthsOn = month - 1 + (step.months ?? 0)
  const last = new Date(Date.UTC(year, monthsOn + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, monthsOn, Math.min(day, last) + (step.days ?? 0))).toISOString().slice(0, 10)
}
