/** What all windows of a presentation know of its clocks: Slidev carries it from the presenter's to the room's. */
import { sharedState } from 'virtual:saljverkstad-client'
import type { Countdown } from './countdown.ts'

export interface Shared {
  /** Countdowns by the number of their slide. */
  readonly countdowns?: Readonly<Record<number, Countdown>>
  /** When each section began, by its slug, in milliseconds of the Unix epoch. */
  readonly sections?: Readonly<Record<string, number>>
}

/** What is known so far; follows the other windows. */
export const shared = (): Shared => sharedState.saljverkstad ?? {}

/** Tells all windows. */
export function share(change: Shared): void {
  sharedState.saljverkstad = { ...shared(), ...change }
}
