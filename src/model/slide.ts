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
  /** A line under the title, on a cover written by hand. */
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
  readonly scene: Scene
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
  /** Of the invitation. */
  readonly invitationSize?: Size
  readonly purpose?: string
  readonly scene: Scene
}

/** The exercise's timed steps. */
export interface StepsSlide extends SlideBase {
  readonly kind: 'steps'
  readonly kicker: string
  readonly heading: string
  /** Of the heading. */
  readonly size?: Size
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

/** One timed step of the exercise, with a clock that the trainer starts when everyone is ready. */
export interface CountdownSlide extends SlideBase {
  readonly kind: 'countdown'
  readonly kicker: string
  readonly heading: string
  readonly size: Size
  readonly text?: string
  /** Of the text. */
  readonly textSize: Size
  readonly mode: Mode
  readonly modeLabel: string
  readonly seconds: number
  /** The signs of all steps, as they stand beside them on the steps slide, and which of them this is, from 0. */
  readonly signs: readonly string[]
  readonly current: number
  /** Said of the figures once they count up. */
  readonly overLabel: string
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
  /** Of the sign-off. */
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
  readonly headingSize?: Size
  readonly size: Size
  readonly header: readonly Cell[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What many answered to one question, as bars; without who they are. */
export interface BarsSlide extends SlideBase {
  readonly kind: 'bars'
  readonly kicker: string
  readonly heading: string
  readonly size: Size
  /** Of the labels. */
  readonly labelSize: Size
  /** A share of 1 is a whole bar. */
  readonly bars: readonly { readonly label: string; readonly share: number; readonly figure: string }[]
}

/** What many wrote to one question, as a list; without who they are. */
export interface AnswersSlide extends SlideBase {
  readonly kind: 'answers'
  readonly kicker: string
  readonly heading: string
  /** Of the heading. */
  readonly headingSize: Size
  readonly size: Size
  readonly texts: readonly string[]
}

/** A slide of a section that a trainer has taken over: what is on it stands in a Markdown file, compiled beforehand. */
export interface CustomSlide extends SlideBase {
  readonly kind: 'custom'
  /** The section's slug and the slide's number in its file, from 1. */
  readonly file: string
  readonly number: number
  /** Its words, for those who do not see it. */
  readonly text: string
  /** The illustration it names. */
  readonly scene?: Scene
}

/** The first slide of a workshop: what, for whom, when and with whom. */
export interface WorkshopTitleSlide extends SlideBase {
  readonly kind: 'workshop-title'
  readonly kicker?: string
  readonly heading: string
  readonly size: Size
  /** Date, time, place, trainer: a line each. */
  readonly facts: readonly string[]
  readonly logo?: SlideLogo
  /** The sections' illustrations, row by row. */
  readonly mosaic: readonly (readonly Scene[])[]
}

/** A client's mark as a picture, with its proportions. */
export interface SlideLogo {
  readonly src: string
  readonly alt: string
  readonly width: number
  readonly height: number
}

/** What happens when; breaks and the like have no illustration. */
export interface AgendaSlide extends SlideBase {
  readonly kind: 'agenda'
  readonly heading: string
  readonly size: Size
  readonly kicker: string
  readonly rows: readonly { readonly time: string; readonly title: string; readonly minutesLabel: string; readonly scene?: Scene }[]
}

/** Before a section: which it is, how long it takes, and where in the day it stands. */
export interface DividerSlide extends SlideBase {
  readonly kind: 'divider'
  readonly number: number
  readonly kicker: string
  readonly heading: string
  readonly size: Size
  readonly text: string
  readonly day: readonly DaySpan[]
}

/** A part of the day, as long on the slide as its minutes. */
export interface DaySpan {
  readonly minutes: number
  readonly state: 'past' | 'now' | 'ahead'
  readonly isBreak: boolean
}

export interface BreakSlide extends SlideBase {
  readonly kind: 'break'
  readonly kicker: string
  readonly heading: string
  readonly size: Size
  /** The time to be back, `HH:MM`. */
  readonly back: string
  readonly scene: Scene
}

/** Where questions wait that have no time now. */
export interface ParkingLotSlide extends SlideBase {
  readonly kind: 'parking-lot'
  readonly heading: string
  readonly size: Size
  readonly text: string
}

/** The last slide of a workshop, with the days on which something was promised. */
export interface WorkshopClosingSlide extends SlideBase {
  readonly kind: 'workshop-closing'
  readonly heading: string
  readonly size: Size
  readonly text: string
  readonly rows: readonly { readonly date: string; readonly title: string }[]
  readonly mosaic: readonly (readonly Scene[])[]
}

/** Slides that belong to no post. */
export type WorkshopSlide = WorkshopTitleSlide | AgendaSlide | DividerSlide | BreakSlide | ParkingLotSlide | WorkshopClosingSlide

/** Slides that show what came back from a room. */
export type AnswerSlide = BarsSlide | AnswersSlide

export type Slide =
  | CoverSlide | BeatsSlide | QuoteSlide | IdeaSlide | QuestionsSlide | ExerciseSlide
  | StepsSlide | CountdownSlide | DebriefSlide | ClosingSlide | ImageSlide | TableSlide | CustomSlide | WorkshopSlide | AnswerSlide

export type SlideKind = Slide['kind']

/** The kinds of slides that a post becomes. */
export const sectionKinds = [
  'cover', 'beats', 'image', 'table', 'quote', 'idea', 'questions', 'exercise', 'steps', 'countdown', 'debrief', 'closing',
] as const satisfies readonly SlideKind[]

/** The slides and notes that one post becomes. */
export interface Section {
  readonly slug: string
  readonly title: string
  readonly lang: Lang
  /** Minutes for the whole section, exercise included. */
  readonly minutes: number
  readonly slides: readonly Slide[]
  /** Set when the slides are a trainer's own file: a hash of what they are made of. */
  readonly custom?: string
  /** What the presenter's clock says, in the section's language; a section without it has no clock. */
  readonly clock?: ClockWords
  /** Slides whose text may leave its place, because the post says so. */
  readonly exemptions?: readonly Exemption[]
}

/** Words around the figures of the presenter's clock. */
export interface ClockWords {
  /** "av" in "12 av 35 min". */
  readonly of: string
  readonly minutes: string
  readonly plan: string
  readonly over: string
  /** What a click does: begin, or begin again. */
  readonly start: string
  readonly restart: string
}

/** A kind of slide, or the n-th slide of that kind, that is allowed to overflow. */
export interface Exemption {
  readonly kind: string
  /** Counted from 1; without it every slide of the kind. */
  readonly number?: number
  readonly place: Place
}

/** An ordered list of sections to present. */
export interface Deck {
  readonly id: string
  readonly title: string
  readonly lang: Lang
  readonly sections: readonly Section[]
}
