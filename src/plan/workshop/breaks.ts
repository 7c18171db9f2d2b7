import type { Place } from '../../model/diagnostic.ts'
import { timeSlot, type Bounds, type Slot } from './slots.ts'
import { minutesIn } from './clock.ts'

/** A break, and what is known of where it goes. */
export type Pause = Slot & {
  /** The post that it follows. */
  readonly after?: string
  /** A time it would best begin at, in minutes of the day. */
  readonly near?: number
}

interface FrameSlots {
  readonly opening: Slot
  readonly closing: Slot
}

/** People sit still no longer than this; from then on every minute weighs more. */
const longestStretch = 95
/** What a coffee break of the toolkit's own choice must be worth. */
const worthwhile = 15

const own = { kind: 'break', title: '', isRounded: true } as const

/**
 * Puts breaks between sections: those with a post to follow after it, the others where they divide the day best and
 * leave the least time unused before locked ones. Undefined when a break names a post that is no section.
 */
export function arrange(
  sections: readonly Slot[], given: readonly Pause[], isAuto: boolean, frame: FrameSlots, bounds: Bounds, unknown: (slug: string, place: Place) => void,
): Slot[] | undefined {
  const wrong = given.filter(({ after }) => after !== undefined && !sections.some(({ slug }) => slug === after))
  for (const { after = '', place } of wrong) unknown(after, place)
  if (wrong.length > 0) return undefined
  const choices = isAuto ? ownPauses(frame.opening.place, bounds).filter(({ length }) => length < sections.length) : [given]
  const days = choices.map((pauses, index) => {
    const day = bestDay(sections, pauses, frame, bounds)
    return { ...day, cost: day.cost + index * worthwhile }
  })
  return days.reduce((best, one) => (one.cost < best.cost ? one : best)).slots
}

/** The breaks the toolkit would choose itself: lunch on a long day, and none to five for coffee. */
function ownPauses(place: Place, { day, start, end }: Bounds): Pause[][] {
  const isLong = minutesIn(day.timeAt(start)) <= 11 * 60 && minutesIn(day.timeAt(end)) >= 13.5 * 60
  const noon = day.minuteOf('12:00')
  const meals: Pause[] = isLong ? [{ ...own, minutes: 60, place, ...(noon === undefined ? {} : { near: noon }) }] : []
  return Array.from({ length: 6 }, (_, count) => [...meals, ...Array.from({ length: count }, (): Pause => ({ ...own, minutes: 15, place }))])
}

/** A day up to some point: what is in it, the time it is, and how bad it has been. */
interface Morning {
  readonly slots: readonly Slot[]
  readonly now: number
  /** Minutes since the last break. */
  readonly stretch: number
  readonly cost: number
  readonly left: readonly Pause[]
}

/** The best of all ways to put pauses after sections, at most one after each unless there are too many. */
function bestDay(sections: readonly Slot[], pauses: readonly Pause[], { opening, closing }: FrameSlots, bounds: Bounds): { slots: Slot[]; cost: number } {
  const isCrowded = pauses.length > Math.max(1, sections.length - 1)
  let days = [went({ slots: [], now: bounds.start, stretch: 0, cost: 0, left: pauses }, opening, bounds)]
  sections.forEach((section, index) => {
    const isLast = index === sections.length - 1 && index > 0
    const after = days.map((day) => went(day, section, bounds))
    const paused = after.flatMap((day) => withPause(day, section, isLast, isCrowded, bounds))
    days = cheapest([...after, ...paused].filter(({ left }) => !left.some((pause) => pause.after === section.slug)))
  })
  const placed = days.filter(({ left }) => left.length === 0)
  const whole = (placed.length > 0 ? placed : days.map((day) => day.left.reduce((one, pause) => went(one, pause, bounds), day))).map((day) => went(day, closing, bounds))
  const best = whole.reduce((least, one) => (total(one) < total(least) ? one : least))
  return { slots: [...best.slots], cost: total(best) }
}

/** The days that go on with one of the pauses that are left, or with several where there is no other way. */
function withPause(day: Morning, section: Slot, isLast: boolean, isCrowded: boolean, bounds: Bounds): Morning[] {
  const due = day.left.filter(({ after }) => after === section.slug)
  // After the last section comes the closing: a break there is no one's wish, unless it says so.
  const free = due.length > 0 ? due : isLast ? [] : day.left.filter(({ after }) => after === undefined)
  // Of pauses that are alike the first will do.
  const tried = free.filter((pause, index) => !free.slice(0, index).some((other) => isAlike(other, pause)))
  return tried.flatMap((pause) => {
    const next = went({ ...day, left: day.left.filter((one) => one !== pause) }, pause, bounds)
    const more = isCrowded || due.length > 1 ? withPause(next, section, isLast, isCrowded, bounds) : []
    return [next, ...more]
  })
}

const isAlike = (a: Pause, b: Pause): boolean => a.lock === b.lock && a.minutes === b.minutes && a.title === b.title && a.near === b.near

/** Of days that stand alike only the best can become the best. */
function cheapest(days: readonly Morning[]): Morning[] {
  const best = new Map<string, Morning>()
  for (const day of days) {
    const key = [day.now, day.stretch, ...day.left.map(({ title, minutes, lock, after }) => `${title} ${minutes} ${lock} ${after}`)].join('|')
    const known = best.get(key)
    if (!known || day.cost < known.cost) best.set(key, day)
  }
  return [...best.values()]
}

/** A day with one thing more in it. What is bad: long stretches, times that are missed, time that is lost. */
function went(day: Morning, slot: Pause, bounds: Bounds): Morning {
  const { from, reserve, late, minutes } = timeSlot(slot, day.now, bounds)
  let cost = day.cost
  if (late > 0) cost += 1000 + 20 * late
  if (slot.kind === 'closing') cost += Math.max(0, from + minutes - bounds.end) * 20
  else cost += reserve + Math.max(0, reserve - 15)
  const isBreak = slot.kind === 'break'
  if (isBreak) cost += sitting(day.stretch) + Math.abs(from - (slot.near ?? from)) / 2
  return { slots: [...day.slots, slot], now: from + minutes, stretch: isBreak ? 0 : day.stretch + minutes, cost, left: day.left }
}

const total = ({ cost, stretch }: Morning): number => cost + sitting(stretch)

const sitting = (minutes: number): number => Math.max(0, minutes - longestStretch) ** 2 / 10 + minutes ** 2 / 2000
