import type { Place } from '../../model/diagnostic.ts'
import type { Day } from './clock.ts'

/** What follows one another, before it has its time; all times in minutes of the day. */
export interface Slot {
  readonly kind: 'opening' | 'section' | 'break' | 'closing'
  readonly title: string
  readonly minutes: number
  readonly place: Place
  readonly slug?: string
  /** Must begin then. */
  readonly lock?: number
  /** Lasts a little longer, so that it ends at a time one remembers. */
  readonly isRounded?: true
}

/** A slot with its time. `late`: minutes by which it misses its lock. `reserve`: minutes without a plan before it. */
export interface TimedSlot extends Slot {
  readonly from: number
  readonly late: number
  readonly reserve: number
}

export interface Bounds {
  readonly day: Day
  readonly start: number
  readonly end: number
}

/** Minutes that times to remember are multiples of. */
const memorable = 5

/** When a slot begins that may not begin before `now`: then, or at its lock; the closing so that it ends with the workshop. */
export function timeSlot(slot: Slot, now: number, { end }: Pick<Bounds, 'end'>): TimedSlot {
  const wanted = slot.kind === 'closing' ? Math.max(now, end - slot.minutes) : slot.lock
  const from = wanted === undefined ? now : Math.max(now, wanted)
  const minutes = slot.isRounded ? Math.ceil((from + slot.minutes) / memorable) * memorable - from : slot.minutes
  return { ...slot, minutes, from, reserve: from - now, late: wanted === undefined ? 0 : from - wanted }
}

/** Gives every slot its time, one after another from the start. */
export function timeSlots(slots: readonly Slot[], bounds: Pick<Bounds, 'start' | 'end'>): TimedSlot[] {
  let now = bounds.start
  return slots.map((slot) => {
    const timed = timeSlot(slot, now, bounds)
    now = timed.from + timed.minutes
    return timed
  })
}
