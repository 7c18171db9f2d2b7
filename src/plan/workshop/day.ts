import type { Diagnostic, Place } from '../../model/diagnostic.ts'
import { fileStart } from '../../model/diagnostic.ts'
import type { Exercise } from '../../model/exercise.ts'
import type { Accent, Scene } from '../../model/scene.ts'
import type { Section, Slide } from '../../model/slide.ts'
import type { Block } from '../../model/text.ts'
import type { Agenda, AgendaEntry, FollowUp, Logo, Material, ShortPlan, Workshop } from '../../model/workshop.ts'
import type { Words } from '../../words/index.ts'
import type { Ruler } from '../fit.ts'

/** A section of a workshop: its slides, its exercise as it is led there, and its time. */
export interface DayPart {
  readonly slug: string
  readonly title: string
  /** Counted from 1. */
  readonly number: number
  readonly entry: AgendaEntry
  readonly section: Section
  readonly exercise: Exercise
  /** The post's own text. */
  readonly body: readonly Block[]
  readonly accent: Accent
  readonly scene: Scene
}

/** A workshop with everything that was planned of it: what slides, workbook, guide and calendar are made from. */
export interface DayPlan {
  readonly workshop: Workshop
  readonly words: Words
  readonly agenda: Agenda
  readonly parts: readonly DayPart[]
  readonly followUps: readonly FollowUp[]
  readonly materials: readonly Material[]
  readonly short: ShortPlan
  readonly logo?: Logo
  /** How many come, where that is known. */
  readonly headcount?: number
}

/** What slides need besides. */
export interface SlideContext {
  readonly plan: DayPlan
  readonly ruler: Ruler
  readonly report: (one: Diagnostic) => void
}

type DraftOf<S> = S extends Slide ? Omit<S, 'lang' | 'foot' | 'page'> : never

/** A slide before it has its number. */
export type DayDraft = DraftOf<Slide>

/** Where a value of the workshop's file stands. */
export const placeIn = ({ path, places }: Workshop, key: string): Place => places[key] ?? fileStart(path)
