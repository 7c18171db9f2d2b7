import type { LocalDate } from '../model/post.ts'
import { isDate } from '../parse/values.ts'

/** A day as a text gives it: often without its year. */
export interface FoundDate {
  readonly year?: number
  readonly month: number
  readonly day: number
}

const names: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'febr'],
  ['mars', 'march', 'mar'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augusti', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]

const monthOf = new Map(names.flatMap((all, index) => all.map((name) => [name, index + 1] as const)))
const month = `(?:${[...monthOf.keys()].sort((a, b) => b.length - a.length).join('|')})`
const weekday = '(?:(?:mån|tis|ons|tors|fre|lör|sön)(?:dag)?(?:en)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)'
const clock = '(?:,?\\s+(?:kl\\.?|at)?\\s*\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:\\s*[ap]\\.?m\\.?)?)?'

/** Ways to write a date, each with its parts by name; the day comes before the month, as in Swedish. */
const forms: readonly RegExp[] = [
  `(?<day>\\d{1,2})(?::?e|:?a|st|nd|rd|th|\\.)?(?:\\s+of)?\\s+(?<name>${month})\\.?(?:,?\\s+(?<year>\\d{4}))?`,
  `(?<name>${month})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<year>\\d{4}))?(?!\\d)`,
  '(?<year>\\d{4})[-./](?<month>\\d{2})[-./](?<day>\\d{2})',
  '(?<day>\\d{1,2})/(?<month>\\d{1,2})[ -](?<year>\\d{4})',
].map((form) => new RegExp(`^(?:den\\s+|the\\s+)?(?:${weekday},?\\s+)?(?:den\\s+)?${form}${clock}`, 'iu'))

/** A line that begins with a date, and what follows it after a dash or colon: "12 december – Att stanna upp". */
export function readDateHeading(line: string): { readonly date: FoundDate; readonly rest: string } | undefined {
  const text = line.trim()
  for (const form of forms) {
    const match = form.exec(text)
    const date = match && fromParts(match.groups ?? {})
    if (!date) continue
    const after = text.slice(match[0].length)
    if (after.trim() === '') return { date, rest: '' }
    const rest = /^\s*[–—:|]\s*(\S.*)$|^\s+-+\s+(\S.*)$/su.exec(after)
    if (rest) return { date, rest: (rest[1] ?? rest[2] ?? '').trim() }
  }
  return undefined
}

/** A line that is a date and nothing else, but for a word such as "Publicerat" in front of it. */
export function readDateLine(line: string): FoundDate | undefined {
  const text = line.trim().replace(/^(?:posted|published|publicera(?:d|t)|skriv(?:et|en)|inlagt|postat|datum|date)\s*(?:on|den|:)?\s*/iu, '')
  const bare = text.replace(/\s+(?:by|av)\s+\S.{0,60}$/iu, '')
  const found = readDateHeading(bare)
  return found?.rest === '' ? found.date : undefined
}

function fromParts(parts: Readonly<Record<string, string | undefined>>): FoundDate | undefined {
  const month = parts['name'] ? monthOf.get(parts['name'].toLowerCase()) : Number(parts['month'])
  const day = Number(parts['day'])
  const year = parts['year'] ? Number(parts['year']) : undefined
  // A leap year stands in for the one that is not known.
  if (!month || !isDate(written(year ?? 2012, month, day))) return undefined
  return { ...(year ? { year } : {}), month, day }
}

const written = (year: number, month: number, day: number): LocalDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** A date with its year, its own or the one that was given; undefined while it has none, or for one that never was. */
export function toLocalDate(date: FoundDate, year: number | undefined): LocalDate | undefined {
  const known = date.year ?? year
  const text = known === undefined ? '' : written(known, date.month, date.day)
  return isDate(text) ? text : undefined
}

/**
 * The author's own day of a time stamp, as feeds write it (RFC 822, RFC 3339, WordPress). A stamp with an offset is
 * read off as it stands; one in UTC says nothing of where it was written, so it is turned into the time of `zone`,
 * unless the post's address has the day in it.
 */
export function dayOfStamp(stamp: string, zone: string, url?: string): FoundDate | undefined {
  const parts = rfc3339(stamp) ?? rfc822(stamp)
  if (!parts || !isDate(written(parts.year, parts.month, parts.day)) || parts.year < 1970) return undefined
  const { year, month, day, utc } = parts
  if (!utc) return { year, month, day }
  const instant = Date.UTC(year, month - 1, day, parts.hour, parts.minute)
  return dayInAddress(url, instant) ?? dayIn(zone, instant)
}

interface Stamp {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  /** It is given in universal time. */
  readonly utc: boolean
}

function rfc3339(stamp: string): Stamp | undefined {
  const match = /^\s*(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?\s*$/i.exec(stamp)
  if (!match) return undefined
  const [year, month, day, hour, minute] = match.slice(1, 6).map((part) => Number(part ?? 0)) as [number, number, number, number, number]
  return { year, month, day, hour, minute, utc: isUtc(match[6]) }
}

function rfc822(stamp: string): Stamp | undefined {
  const match = /^\s*(?:[\p{L}]+\.?,?\s+)?(\d{1,2})\s+([\p{L}]+)\.?\s+(\d{2,4})(?:\s+(\d{1,2}):(\d{2})(?::\d{2})?(?:\s*([+-]\d{4}|[A-Z]{1,4}))?)?/iu.exec(stamp)
  const month = match && monthOf.get((match[2] ?? '').toLowerCase())
  if (!match || !month) return undefined
  const short = Number(match[3])
  const year = short < 50 ? short + 2000 : short < 100 ? short + 1900 : short
  return { year, month, day: Number(match[1]), hour: Number(match[4] ?? 0), minute: Number(match[5] ?? 0), utc: match[4] !== undefined && isUtc(match[6]) }
}

const isUtc = (offset: string | undefined): boolean => offset !== undefined && /^(z|ut|utc|gmt|[+-]00:?00)$/i.test(offset)

/** WordPress and Blogger put the local day in a post's address: /2011/12/12/. */
function dayInAddress(url: string | undefined, instant: number): FoundDate | undefined {
  const match = /\/(\d{4})\/(\d\d)\/(\d\d)(?:\/|$)/.exec(url ?? '')
  if (!match) return undefined
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const apart = Math.abs(Date.UTC(year, month - 1, day, 12) - instant)
  return apart <= 36 * 3_600_000 ? { year, month, day } : undefined
}

const calendars = new Map<string, Intl.DateTimeFormat>()

function dayIn(zone: string, instant: number): FoundDate {
  const calendar = calendars.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  calendars.set(zone, calendar)
  const [year, month, day] = calendar.format(instant).split('-').map(Number) as [number, number, number]
  return { year, month, day }
}

/** True for a time zone that the runtime knows (IANA names, as Europe/Stockholm). */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
