/** The sums of a countdown; all times in milliseconds, moments since the Unix epoch. */

/** A countdown that somebody touched. */
export interface Countdown {
  /** What was left when it last stood still; below 0 the time is over. */
  readonly left: number
  /** Since when it runs; 0 while it stands still. */
  readonly since: number
}

const minute = 60_000

export const untouched = (seconds: number): Countdown => ({ left: seconds * 1000, since: 0 })

/** What is left at a moment; below 0 the time is over. */
export const leftAt = ({ left, since }: Countdown, now: number): number => (since === 0 ? left : left - (now - since))

/** Started if it stood still, stopped if it ran. */
export const toggled = (clock: Countdown, now: number): Countdown =>
  clock.since === 0 ? { left: clock.left, since: now } : { left: leftAt(clock, now), since: 0 }

/** With one minute more; when the time was over, that minute begins now. */
export function withMinute(clock: Countdown, now: number): Countdown {
  if (leftAt(clock, now) >= 0) return { ...clock, left: clock.left + minute }
  return { left: minute, since: clock.since === 0 ? 0 : now }
}

/** `6:00` with six minutes to go, and up from `0:00` when they are over. */
export function figuresOf(left: number): string {
  const seconds = left >= 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
