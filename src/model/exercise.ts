import type { WorksheetBlock } from '../blocks/index.ts'
import type { Place } from './diagnostic.ts'

/** How a step is done: each alone, two and two, four and four, or all together. */
export type Mode = 'alone' | 'pairs' | 'fours' | 'everyone'

/** One timed part of an exercise. */
export interface Step {
  /** The big letter or numeral in front of the step; default: its number. */
  readonly letter?: string
  readonly title: string
  readonly minutes: number
  readonly mode: Mode
  /** What the trainer says aloud. */
  readonly say?: string
  /** What the participants do: one line, shown on the slide. */
  readonly do?: string
  /** The question above the step's lines on the sheet; default: `do`. */
  readonly prompt?: string
  /** Writing lines on the sheet; 0 leaves the step out there. */
  readonly rows?: number
}

/** A facilitation method as data: what it is for, how it is led, and the blocks of its worksheet. */
export interface Exercise {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly purpose?: string
  readonly outcome?: string
  /** Stated minutes, steps and debrief together. */
  readonly timing?: number
  readonly group?: { readonly min?: number; readonly max?: number; readonly mode?: Mode }
  readonly materials: readonly { readonly item: string; readonly per: 'person' | 'group' | 'room'; readonly quantity: number }[]
  /** The trainer's opening words. */
  readonly invitation?: string
  /** The sentence under the sheet's title; default: the invitation. */
  readonly lead?: string
  /** Labels of the one-line fields under the sheet's head; default: name and date. */
  readonly head?: readonly string[]
  readonly steps: readonly Step[]
  readonly worksheet: readonly WorksheetBlock[]
  readonly debrief: readonly { readonly question: string; readonly minutes: number }[]
  readonly tips: readonly string[]
  readonly pitfalls: readonly string[]
  readonly variants: readonly {
    readonly title: string
    readonly minutes?: number
    readonly text: string
    /** Minutes it gives each step and each question, in their order, 0 for one it leaves out; default: in proportion. */
    readonly steps?: readonly number[]
    readonly debrief?: readonly number[]
  }[]
  /** What should happen afterwards: a time after the workshop (ISO 8601 duration) or a date. */
  readonly followUp: readonly { readonly after?: string; readonly on?: string; readonly text: string }[]
  /** Names that may stand as `{name}` in the exercise's texts, with the value used when a post gives none. */
  readonly parameters: Readonly<Record<string, string>>
  readonly places: Readonly<Record<string, Place>>
}

/** Minutes an exercise takes: its steps and its debrief. */
export function minutesOf(exercise: Pick<Exercise, 'steps' | 'debrief' | 'timing'>): number {
  const sum = [...exercise.steps, ...exercise.debrief].reduce((total, part) => total + part.minutes, 0)
  return sum > 0 ? sum : (exercise.timing ?? 0)
}
