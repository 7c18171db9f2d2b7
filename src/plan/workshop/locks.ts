import { diagnostic, type Diagnostic } from '../../model/diagnostic.ts'
import type { Bounds, Slot } from './slots.ts'

/** Reports locked times outside of the workshop, over one another, or against the order of the sections. */
export function checkLocks(slots: readonly Slot[], sections: readonly Slot[], { day, start, end }: Bounds, report: (one: Diagnostic) => void): void {
  const locked = slots.filter((slot): slot is Locked => slot.lock !== undefined)
  for (const slot of locked) {
    if (slot.lock >= start && slot.lock < end) continue
    const message = `"${nameOf(slot)}" is locked at ${day.timeAt(slot.lock)}, but the workshop lasts from ${day.timeAt(start)} to ${day.timeAt(end)}`
    report(diagnostic('bad-time', slot.place, message, 'move it into the workshop, or let it follow from the others'))
  }
  const inTime = [...locked].sort((a, b) => a.lock - b.lock)
  inTime.forEach((slot, index) => {
    const before = inTime.slice(0, index).find((one) => one.lock + one.minutes > slot.lock)
    if (before) report(overlap(before, slot, day))
  })
  const order = sections.filter((slot): slot is Locked => slot.lock !== undefined)
  order.forEach((slot, index) => {
    const before = order[index - 1]
    if (!before || before.lock <= slot.lock) return
    const message = `"${slot.title}" is locked at ${day.timeAt(slot.lock)}, but stands after "${before.title}", which is locked at ${day.timeAt(before.lock)}`
    report(diagnostic('overlapping-locks', slot.place, message, 'put the sections in the order of their times'))
  })
}

type Locked = Slot & { readonly lock: number }

function overlap(before: Locked, slot: Locked, day: Bounds['day']): Diagnostic {
  const message = `"${nameOf(slot)}" is locked at ${day.timeAt(slot.lock)}, when "${nameOf(before)}" lasts from ${day.timeAt(before.lock)} to ${day.timeAt(before.lock + before.minutes)}`
  return diagnostic('overlapping-locks', slot.place, message, 'move one of the two')
}

const nameOf = ({ title, kind }: Slot): string => title || kind
