import type { Place } from './diagnostic.ts'
import type { Mode } from './exercise.ts'
import type { Lang } from './post.ts'
import type { Accent, Scene } from './scene.ts'
import type { Block, Cell } from './text.ts'

/** What every slide has. Strings are plain text, shown character for character. */
interface SlideBase {
  /** The slide's name in outlines and overviews. */
  readonly title: string
  readonly lang: Lang
  readonly accent: Accent
  /** The running foot, in words. */
  readonly foot: string
  /** Number on the page; absent on covers. */
  readonly page?: number
  /** For the presenter. */
  readonly notes: readonly Block[]
  /** The minutes this slide may take. */
  readonly minutes?: number
  /** Where its text stands in the source, for reports. */
  readonly place: Place
}

/** A font size in pixels of a 980 × 552 slide, chosen by the plan so that the text fits. */
type Size = number

export interface CoverSlide extends SlideBase {
  readonly kind: 'cover'
  readonly kicker: string
  readonly heading: string
  readonly size: Size
  readonly idea?: string
  readonly scene: Scene
}

/** The story, one click a beat. */
export interface BeatsSlide extends SlideBase {
  readonly kind: 'beats'
  readonly heading: string
  readonly size: Size
  /** Number of the first beat on this slide. */
  readonly start: number
  readonly beats: readonly string[]
}

export interface QuoteSlide extends SlideBase {
  readonly kind: 'quote'
  readonly text: string
  readonly size: Size
  readonly by?: string
}

export interface IdeaSlide extends SlideBase {
  readonly kind: 'idea'
  readonly text: string
  readonly size: Size
}

export interface QuestionsSlide extends SlideBase {
  readonly kind: 'questions'
  readonly heading: string
  readonly size: Size
  readonly questions: readonly string[]
}

/** What the exercise is, why, and the trainer's opening words. */
export interface ExerciseSlide extends SlideBase {
  readonly kind: 'exercise'
  readonly kicker: string
  readonly heading: string
  readonly size: Size
  readonly invitation?: string
  readonly purpose?: string
  readonly scene: Scene
}

/** The exercise's timed steps. */
export interface StepsSlide extends SlideBase {
  readonly kind: 'steps'
  readonly kicker: string
  readonly heading: string
  readonly steps: readonly {
    readonly letter: string
    readonly title: string
    readonly text?: string
    readonly mode: Mode
    /** The mode and minutes in the room's language. */
    readonly modeLabel: string
    readonly minutesLabel: string
  }[]
}

export interface DebriefSlide extends SlideBase {
  readonly kind: 'debrief'
  readonly kicker: string
  readonly heading: string
  readonly size: Size
  readonly questions: readonly string[]
}

export interface ClosingSlide extends SlideBase {
  readonly kind: 'closing'
  readonly heading: string
  readonly size: Size
  readonly takeaways: readonly string[]
  readonly postscript?: string
  readonly signoff?: string
  /** Of the sign-off; without it the layout goes by the text's length. */
  readonly signoffSize?: Size
  readonly credit?: string
  readonly scene: Scene
}

export interface ImageSlide extends SlideBase {
  readonly kind: 'image'
  /** The picture itself, as a data URI. */
  readonly src: string
  readonly alt: string
}

export interface TableSlide extends SlideBase {
  readonly kind: 'table'
  readonly heading: string
  readonly size: Size
  readonly header: readonly Cell[]
  readonly rows: readonly (readonly Cell[])[]
}

export type Slide =
  | CoverSlide | BeatsSlide | QuoteSlide | IdeaSlide | QuestionsSlide | ExerciseSlide
  | StepsSlide | DebriefSlide | ClosingSlide | ImageSlide | TableSlide

export type SlideKind = Slide['kind']

/** The slides and notes that one post becomes. */
export interface Section {
  readonly slug: string
  readonly title: string
  readonly lang: Lang
  /** Minutes for the whole section, exercise included. */
  readonly minutes: number
  readonly slides: readonly Slide[]
}

/** An ordered list of sections to present. */
export interface Deck {
  readonly id: string
  readonly title: string
  readonly lang: Lang
  readonly sections: readonly Section[]
}
