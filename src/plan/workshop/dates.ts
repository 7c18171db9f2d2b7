import type { LocalDate } from '../../model/post.ts'
import type { Words } from '../../words/index.ts'

/** A day in full, by the language's own rules: “fredag 4 december 2026”. */
export const longDate = (date: LocalDate, { locale }: Words): string => format(date, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** The same where a line begins with it: “Fredag 4 december 2026”. */
export function dateLine(date: LocalDate, words: Words): string {
  const [first = '', ...rest] = longDate(date, words)
  return first.toLocaleUpperCase(words.locale) + rest.join('')
}

/** A day without its weekday, and without its year where that is the given one: “18 december”. */
export const shortDate = (date: LocalDate, { locale }: Words, inYear?: string): string =>
  format(date, locale, { day: 'numeric', month: 'long', ...(date.slice(0, 4) === inYear ? {} : { year: 'numeric' }) })

function format(date: LocalDate, locale: string, options: Intl.DateTimeFormatOptions): string {
  return formatter(locale, options).format(Date.parse(`${date}T12:00:00Z`))
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** To make one takes longer than to use it a hundred times. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options])
  const found = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  formatters.set(key, found)
  return found
}

/** A time of day by the language's own rules: both of ours write 09:30. */
export const clock = (time: string, { locale }: Words): string =>
  formatter(locale, { hour: '2-digit', minute: '2-digit' }).format(Date.parse(`1970-01-01T${time}:00Z`))
