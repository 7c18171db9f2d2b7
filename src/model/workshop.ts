import type { Place } from './diagnostic.ts'
import type { Lang, LocalDate } from './post.ts'
import type { Shape } from './scene.ts'
import type { Paper } from './worksheet.ts'

/** A time of day on the wall, `HH:MM` from 00:00 to 23:59. */
export type ClockTime = string

/** An ordered choice of posts for one client and one day. Totals and times of its parts are derived, see `Agenda`. */
export interface Workshop {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly client?: string
  readonly trainer?: string
  readonly date: LocalDate
  readonly place?: string
  readonly start: ClockTime
  readonly end: ClockTime
  /** IANA name of the zone whose clocks hang on the wall. */
  readonly zone: string
  readonly lang: Lang
  readonly paper: Paper['name']
  /** Path of a picture, from the workshop's file. */
  readonly logo?: string
  readonly participants?: Participants
  /** Minutes to begin and to end with, before the first section and after the last. */
  readonly opening: number
  readonly closing: number
  readonly sections: readonly WorkshopSection[]
  /** `auto`: where and how many the toolkit sees fit. */
  readonly breaks: readonly WorkshopBreak[] | 'auto'
  /** What becomes of a follow-up whose date lies before the workshop: it stays, or moves to the workshop's year. */
  readonly pastDates: 'keep' | 'move'
  readonly places: Readonly<Record<string, Place>>
}

/** Who comes: how many, or a list of names (CSV) by its path from the workshop's file. */
export type Participants = { readonly count: number } | { readonly file: string }

/** One post in a workshop, with what this workshop changes in it. */
export interface WorkshopSection {
  readonly post: string
  /** Shown instead of the post's own title. */
  readonly title?: string
  /** Minutes for the whole section, instead of the post's own. */
  readonly minutes?: number
  /** The title of one of the exercise's variants. */
  readonly variant?: string
  /** Values for the exercise's parameters, over the post's own. */
  readonly with: Readonly<Record<string, string>>
  /** Locked: begins at this time, neither earlier nor later. */
  readonly at?: ClockTime
}

export interface WorkshopBreak {
  readonly title?: string
  readonly minutes: number
  /** Locked: begins at this time. */
  readonly at?: ClockTime
  /** The post that it follows. */
  readonly after?: string
}

/** The workshop's sections and breaks with clock times. */
export interface Agenda {
  readonly entries: readonly AgendaEntry[]
  readonly start: ClockTime
  readonly end: ClockTime
}

export type AgendaKind = 'opening' | 'section' | 'break' | 'reserve' | 'closing'

export interface AgendaEntry {
  readonly kind: AgendaKind
  readonly title: string
  /** The post of a section. */
  readonly slug?: string
  readonly from: ClockTime
  readonly to: ClockTime
  /** Minutes that pass, also where the clocks change on the way. */
  readonly minutes: number
  /** Begins at a time that was asked for. */
  readonly locked: boolean
  /** A break of half an hour or more. */
  readonly isMeal?: true
}

/** The client's mark, as slides and paper show it. */
export interface Logo {
  /** What it shows in words. */
  readonly alt: string
  /** Its proportions, in units of its own. */
  readonly width: number
  readonly height: number
  /** The picture itself, as a data URI. */
  readonly src: string
  /** Its forms when it is a drawing; a photograph has none and is drawn from `src`. */
  readonly shapes?: readonly Shape[]
}

/** Something to have in the room, counted for everybody. */
export interface Material {
  readonly item: string
  /** How many in all; absent when the number of participants is not known. */
  readonly total?: number
  /** How many each person, group or the room needs. */
  readonly quantity: number
  readonly per: 'person' | 'group' | 'room'
  /** The exercises it is for. */
  readonly uses: readonly string[]
}

/** What an exercise promises for later, on its day. */
export interface FollowUp {
  /** Unique in its workshop, and the same every time. */
  readonly id: string
  readonly date: LocalDate
  /** The exercise, or the workshop, that it follows up. */
  readonly about: string
  readonly title: string
  readonly text: string
}

/** What to do when a part of the day has some minutes less than planned. */
export interface ShortPlan {
  /** Minutes to win. */
  readonly minutes: number
  readonly parts: readonly ShortPart[]
}

/** A part of the day between two times that cannot move. */
export interface ShortPart {
  readonly from: ClockTime
  readonly to: ClockTime
  /** Minutes that the agenda holds in reserve there. */
  readonly reserve: number
  readonly cuts: readonly Cut[]
  /** Minutes that reserve and cuts win together; may be fewer than wanted. */
  readonly wins: number
}

export interface Cut {
  readonly action: 'shorten' | 'drop'
  readonly slug: string
  readonly title: string
  /** Name of the exercise. */
  readonly exercise: string
  readonly wins: number
  /** The variant to use, when shortening. */
  readonly variant?: { readonly title: string; readonly minutes: number; readonly text: string }
}
