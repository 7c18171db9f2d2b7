/** Countdowns as all windows of a presentation have them in common, by the number of their slide. */
import { computed, type ComputedRef, type Ref } from 'vue'
import { leftAt, toggled, untouched, withMinute, type Countdown } from './countdown.ts'
import { useNow } from './now.ts'
import { share, shared } from './shared.ts'

const clockOf = (no: number, seconds: number): Countdown => shared().countdowns?.[no] ?? untouched(seconds)

function setClock(no: number, clock: Countdown): void {
  share({ countdowns: { ...shared().countdowns, [no]: clock } })
}

/** Starts or pauses the clock of a slide with so many seconds. */
export const toggleClock = (no: number, seconds: number): void => setClock(no, toggled(clockOf(no, seconds), Date.now()))

export const addMinute = (no: number, seconds: number): void => setClock(no, withMinute(clockOf(no, seconds), Date.now()))

/** A clock whose time is over begins anew the next time; one that still runs goes on, whatever slide is shown. */
export function leaveClock(no: number): void {
  const { [no]: clock, ...others } = shared().countdowns ?? {}
  if (clock && leftAt(clock, Date.now()) < 0) share({ countdowns: others })
}

/** The milliseconds left on a slide's clock, while it runs several times a second. */
export function useLeft(no: Ref<number>, seconds: Ref<number>): ComputedRef<number> {
  const clock = computed(() => clockOf(no.value, seconds.value))
  const now = useNow(computed(() => clock.value.since !== 0))
  return computed(() => leftAt(clock.value, Math.max(now.value, clock.value.since)))
}
