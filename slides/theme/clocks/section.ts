/** Where one is in a section, and where one should be by the clock. */
import type { Section, Slide } from '../../../src/model/slide.ts'

/** A slide in its section. */
export interface Position {
  readonly section: Section
  /** The slide in its section, and the section in its deck, from 0. */
  readonly slide: number
  readonly number: number
}

/** Where the slide of this index in the deck stands. */
export function positionOf(sections: readonly Section[], index: number): Position | undefined {
  let first = 0
  for (const [number, section] of sections.entries()) {
    if (index < first + section.slides.length) return index < first ? undefined : { section, slide: index - first, number }
    first += section.slides.length
  }
  return undefined
}

/** The planned minutes from the section's beginning: when the slide comes and when it should be done. */
export function plannedOf({ section, slide }: Position): { readonly from: number; readonly until: number } {
  const sum = (slides: readonly Slide[]): number => slides.reduce((total, { minutes = 0 }) => total + minutes, 0)
  const from = sum(section.slides.slice(0, slide))
  return { from, until: from + (section.slides[slide]?.minutes ?? 0) }
}

export type Haste = 'calm' | 'soon' | 'now'

/** How much of a section's time is left: `soon` from a fifth on, `now` from a twentieth. */
export function hasteOf(elapsed: number, minutes: number): Haste {
  const left = minutes === 0 ? 1 : (minutes - elapsed) / minutes
  return left <= 0.05 ? 'now' : left <= 0.2 ? 'soon' : 'calm'
}

/**
 * Whether a section's time begins with a step from one slide to another. People find their seats before the deck's
 * first cover, so its section begins when that is left; any other begins with its cover.
 */
export const begins = ({ number, slide }: Position, isStep: boolean): boolean => isStep && (number > 0 || slide > 0)
