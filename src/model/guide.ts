import type { Lang } from './post.ts'
import type { Accent, Scene } from './scene.ts'
import type { Block } from './text.ts'
import type { AgendaKind, Logo } from './workshop.ts'

/** What the trainer has in hand while leading a workshop: plain data in the workshop's language, ready to be laid out. */
export interface Guide {
  readonly title: string
  readonly lang: Lang
  /** For whom, when, where, how many. */
  readonly facts: readonly string[]
  readonly logo?: Logo
  readonly runSheet: readonly RunRow[]
  readonly short: { readonly heading: string; readonly parts: readonly { readonly times: string; readonly advice: readonly string[] }[] }
  readonly materials: readonly { readonly count: string; readonly item: string; readonly use: string }[]
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly promised: readonly { readonly date: string; readonly about: string; readonly text: string }[]
  readonly sections: readonly GuideSection[]
}

/** A line of the run sheet. */
export interface RunRow {
  readonly kind: AgendaKind
  readonly times: string
  readonly minutes: string
  readonly title: string
  readonly exercise?: string
  /** Position among the guide's sections, from 0. */
  readonly section?: number
}

export interface GuideSection {
  readonly number: number
  /** Times and minutes. */
  readonly kicker: string
  readonly title: string
  readonly accent: Accent
  readonly scene: Scene
  /** Purpose, outcome, what to lay out, how the room should be. */
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  readonly slides: readonly GuideSlide[]
  /** The post, to tell from. */
  readonly body: readonly Block[]
  readonly exercise: GuideExercise
}

export interface GuideSlide {
  /** Its page in the deck's PDF, from 0. */
  readonly page: number
  readonly caption: string
  /** All that stands on it. */
  readonly alt: string
}

export interface GuideExercise {
  readonly title: string
  readonly kicker: string
  readonly invitation?: string
  readonly steps: readonly GuideStep[]
  readonly debrief: readonly { readonly time: string; readonly question: string; readonly minutes: string }[]
  /** Pitfalls, tips, shorter ways. */
  readonly lists: readonly { readonly label: string; readonly texts: readonly string[] }[]
}

export interface GuideStep {
  /** When it begins, if all before it took what they may. */
  readonly time: string
  readonly letter: string
  readonly title: string
  /** Minutes and mode. */
  readonly how: string
  /** Where its clock is, as “Bild 12”. */
  readonly slide?: string
  readonly do?: string
  readonly say?: string
}
