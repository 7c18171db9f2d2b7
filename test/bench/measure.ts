import type { Figures } from './figure.ts'
import type { Workplace } from './workplace.ts'

/** How much is measured. */
export interface Extent {
  /** Few rounds, and nothing that takes minutes. */
  readonly quick: boolean
  /** All twenty sections by the others too, instead of some. */
  readonly full: boolean
}

export interface Bench {
  readonly place: Workplace
  readonly figures: Figures
  readonly extent: Extent
  /** One line about what is being done. */
  readonly say: (line: string) => void
}

/** One thing that is measured, in rounds; those of a group take turns, so that a machine that slows down does so for all. */
export interface Measure {
  readonly name: string
  readonly group: 'decks' | 'edits' | 'scale' | 'sheets'
  /** Whether it needs the packages it compares with. */
  readonly peers: boolean
  readonly rounds: (extent: Extent) => number
  /** Measures once; `index` counts from 0. */
  readonly round: (bench: Bench, index: number) => Promise<void>
}
