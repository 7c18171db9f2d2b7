import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator'
import { tzlib_get_ical_block } from 'timezones-ical-library'

/** Something to be reminded of on a day. */
export interface CalendarEntry {
  /** The same every time the calendar is made, so that importing it again changes the entry instead of doubling it. */
  readonly id: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly title: string
  readonly text: string
}

export interface Calendar {
  readonly title: string
  /** Day that the calendar was made for; it becomes the entries' time stamp, as no clock is read. */
  readonly date: string
  /** IANA name of the zone whose clocks count. */
  readonly zone: string
  readonly entries: readonly CalendarEntry[]
}

/** Reminders come when people sit down to work, and take no time from other meetings. */
const at = { hour: 8, minute: 30, minutes: 15 }

/** A calendar file (RFC 5545) with a reminder for each entry, in the wall-clock time of its zone, summer and winter. */
export function renderCalendar({ title, date, zone, entries }: Calendar): string {
  const calendar = ical({
    prodId: { company: 'saljverkstad', product: 'workshop', language: 'EN' },
    name: escaped(title),
    // Without a zone of the calendar's own, time stamps are in UTC, as 3.8.7.2 has them; the entries have the zone.
    timezone: { name: null, generator: zoneBlock },
  })
  for (const { id, date: day, title: summary, text } of entries) {
    calendar.createEvent({
      id: `${id}@saljverkstad`,
      stamp: new Date(`${date}T12:00:00Z`),
      start: wallTime(day, at.minute),
      end: wallTime(day, at.minute + at.minutes),
      timezone: zone,
      summary,
      description: text,
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: [{ type: ICalAlarmType.display, trigger: 0, description: summary }],
    })
  }
  // Every line ends in CRLF, the last too (3.1).
  return `${calendar.toString()}\r\n`
}

/** The package reads the parts of a date as this computer's clock would show them, and writes them as the zone's. */
function wallTime(date: string, minute: number): Date {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day, at.hour, minute)
}

/** The definition of a zone (3.6.5). Zones with the same rules share one, which then gets the name that the entries use. */
function zoneBlock(zone: string): string | null {
  const [block] = tzlib_get_ical_block(zone)
  if (!block) return null
  return block.replace(/^TZID:.*$/m, `TZID:${zone}`).replace(/^X-LIC-LOCATION:.*$/m, `X-LIC-LOCATION:${zone}`)
}

/** Text as a property's value has it (3.3.11), which the package sees to everywhere but in the name. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')
