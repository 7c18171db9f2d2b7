/** What several people answered to one question, without who they are. */
export type SharedAnswer = SharedBars | SharedTexts

interface SharedBase {
  readonly question: string
  /** How many people answered. */
  readonly people: number
}

/** Something to count or to average. */
export interface SharedBars extends SharedBase {
  readonly type: 'bars'
  readonly bars: readonly {
    readonly label: string
    /** How long the bar is, from 0 to 1. */
    readonly share: number
    /** A whole number of people, or an average with one decimal. */
    readonly figure: number
    readonly isAverage: boolean
  }[]
}

/** What was written, in an order that tells nothing of who wrote it. */
export interface SharedTexts extends SharedBase {
  readonly type: 'texts'
  readonly texts: readonly string[]
}
