import { diagnostic, fileStart, type Diagnostic, type Place } from '../../model/diagnostic.ts'
import type { Agenda, AgendaEntry, ClockTime, Workshop } from '../../model/workshop.ts'
import type { Words } from '../../words/index.ts'
import { arrange } from './breaks.ts'
import { dayOf, minutesIn, type Day } from './clock.ts'
import { checkLocks } from './locks.ts'
import { timeSlots, type Bounds, type Slot, type TimedSlot } from './slots.ts'

/** A section as the agenda sees it. */
export interface AgendaPart {
  readonly slug: string
  readonly title: string
  readonly minutes: number
}

/** More minutes than this with nothing in them are worth a word. */
const idle = 20

/**
 * The agenda of a workshop: start times follow from what comes before; a locked time gives a reserve before it, or a
 * diagnostic that names the section which is too long. Absent when the times cannot be held.
 */
export function planAgenda(workshop: Workshop, parts: readonly AgendaPart[], words: Words): { agenda?: Agenda; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const report = (one: Diagnostic): void => void diagnostics.push(one)
  const bounds = boundsOf(workshop, report)
  if (!bounds) return { diagnostics }
  const sections = parts.map((part, index): Slot => ({ ...part, kind: 'section', place: placeOf(workshop, `sections.${index}.post`), ...lockOf(workshop, `sections.${index}`, bounds.day, report) }))
  const breaks = workshop.breaks === 'auto' ? [] : workshop.breaks.map((one, index): Slot & { after?: string } => ({
    kind: 'break', title: one.title ?? '', minutes: one.minutes, place: placeOf(workshop, `breaks.${index}`),
    ...(one.after === undefined ? {} : { after: one.after }), ...lockOf(workshop, `breaks.${index}`, bounds.day, report),
  }))
  if (diagnostics.length === 0) checkLocks([...sections, ...breaks], sections, bounds, report)
  if (diagnostics.length > 0) return { diagnostics }
  const frame = {
    opening: { kind: 'opening', title: words.workshop.opening, minutes: workshop.opening, place: placeOf(workshop, 'start') } as const,
    closing: { kind: 'closing', title: words.workshop.closing, minutes: workshop.closing, place: placeOf(workshop, 'end') } as const,
  }
  const slots = arrange(sections, breaks, workshop.breaks === 'auto', frame, bounds, (slug, place) => report(unknownSection(slug, place, parts)))
  if (!slots) return { diagnostics }
  const timed = timeSlots(slots, bounds)
  diagnostics.push(...tooLong(timed, bounds))
  if (diagnostics.length > 0) return { diagnostics }
  diagnostics.push(...idleTimes(timed, bounds))
  return { agenda: { start: workshop.start, end: workshop.end, entries: timed.flatMap((slot) => entriesOf(slot, bounds.day, words)) }, diagnostics }
}

const placeOf = ({ places, path }: Workshop, key: string): Place => places[key] ?? fileStart(path)

function boundsOf(workshop: Workshop, report: (one: Diagnostic) => void): Bounds | undefined {
  const day = dayOf(workshop.date, workshop.zone)
  const [start, end] = (['start', 'end'] as const).map((key) => {
    const minute = day.minuteOf(workshop[key])
    if (minute === undefined) report(skipped(workshop[key], placeOf(workshop, key)))
    return minute
  })
  if (start === undefined || end === undefined) return undefined
  if (end > start) return { day, start, end }
  report(diagnostic('bad-time', placeOf(workshop, 'end'), `the workshop ends at ${workshop.end}, but it begins at ${workshop.start}`, 'make "end" later than "start"; both are on the same day'))
  return undefined
}

function lockOf(workshop: Workshop, key: string, day: Day, report: (one: Diagnostic) => void): { lock?: number } {
  const [list, index] = key.split('.') as ['sections' | 'breaks', string]
  const time = (workshop[list] as readonly { at?: ClockTime }[])[Number(index)]?.at
  if (time === undefined) return {}
  const lock = day.minuteOf(time)
  if (lock === undefined) report(skipped(time, placeOf(workshop, `${key}.at`)))
  return lock === undefined ? {} : { lock }
}

const skipped = (time: ClockTime, place: Place): Diagnostic =>
  diagnostic('bad-time', place, `there is no ${time} that day: the clocks go forward over it`, 'take a time before or after the change')

const unknownSection = (slug: string, place: Place, parts: readonly AgendaPart[]): Diagnostic =>
  diagnostic('missing-post', place, `the break should follow "${slug}", which is no section of this workshop`, `there is: ${parts.map((part) => part.slug).join(', ')}`)

/** For each time that cannot be held, the section before it, with the minutes too many. */
function tooLong(slots: readonly TimedSlot[], { day, end }: Bounds): Diagnostic[] {
  return slots.flatMap((slot, index) => {
    const late = slot.kind === 'closing' ? slot.from + slot.minutes - end : slot.late
    const section = slots.slice(0, index).findLast(({ kind }) => kind === 'section')
    if (late <= 0) return []
    const until = slot.kind === 'closing' ? `the workshop ends at ${day.timeAt(end)}` : `"${nameOf(slot)}" is locked at ${day.timeAt(slot.from - late)}`
    if (!section) return [diagnostic('bad-time', slot.place, `the opening takes ${minutesText(late)} too many: ${until}`, 'shorten the opening, or begin earlier')]
    const ends = day.timeAt(section.from + section.minutes)
    const message = `"${section.title}" is ${minutesText(late)} too long: it ends at ${ends}${slot.kind === 'closing' ? ` and the closing at ${day.timeAt(end + late)}` : ''}, but ${until}`
    return [diagnostic('section-too-long', section.place, message, 'give it or a section before it fewer minutes or a variant of its exercise, or take one out')]
  })
}

function idleTimes(slots: readonly TimedSlot[], { day }: Bounds): Diagnostic[] {
  return slots.flatMap((slot) => {
    if (slot.reserve <= idle) return []
    const message = `nothing is planned from ${day.timeAt(slot.from - slot.reserve)} to ${day.timeAt(slot.from)}, ${minutesText(slot.reserve)} before ${slot.kind === 'closing' ? 'the closing' : `"${nameOf(slot)}"`}`
    return [diagnostic('idle-time', slot.place, message, 'give a section more minutes, or move the time; what stays is your reserve')]
  })
}

const nameOf = ({ title }: Slot): string => title || 'the break'
const minutesText = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`)

function entriesOf(slot: TimedSlot, day: Day, words: Words): AgendaEntry[] {
  const entry = (from: number, minutes: number): Pick<AgendaEntry, 'from' | 'to' | 'minutes'> => ({ from: day.timeAt(from), to: day.timeAt(from + minutes), minutes })
  const reserve: AgendaEntry[] = slot.reserve === 0 ? [] : [{ kind: 'reserve', title: words.workshop.reserve, locked: false, ...entry(slot.from - slot.reserve, slot.reserve) }]
  if (slot.minutes === 0) return reserve
  const isMeal = slot.kind === 'break' && slot.minutes >= 30
  const title = slot.title || breakTitle(isMeal, day.timeAt(slot.from), words)
  return [...reserve, {
    kind: slot.kind, title, ...(slot.slug === undefined ? {} : { slug: slot.slug }), locked: slot.lock !== undefined,
    ...entry(slot.from, slot.minutes), ...(isMeal ? { isMeal: true as const } : {}),
  }]
}

function breakTitle(isMeal: boolean, time: ClockTime, words: Words): string {
  const at = minutesIn(time)
  return isMeal && at >= 10.5 * 60 && at <= 14 * 60 ? words.workshop.lunch : words.workshop.pause
}
