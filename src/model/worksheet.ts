import type { WorksheetBlock } from '../blocks/index.ts'
import type { Place } from './diagnostic.ts'
import type { Lang } from './post.ts'
import type { Accent, Scene } from './scene.ts'

/** An exercise bound to a post: titled, its parameters filled in, ready to be laid out. */
export interface Worksheet {
  /** The post's slug. */
  readonly id: string
  readonly lang: Lang
  readonly accent: Accent
  readonly scene: Scene
  /** The small line above the title, as the series and its part. */
  readonly kicker: string
  readonly title: string
  /** The title of the post it belongs to. */
  readonly postTitle?: string
  /** Minutes that the exercise takes. */
  readonly minutes?: number
  /** The name of the series that the post is a part of. */
  readonly series?: string
  readonly lead: string
  /** Labels of the one-line fields under the head. */
  readonly head: readonly string[]
  readonly blocks: readonly WorksheetBlock[]
  /** Where each block stands in the exercise's file, for reports. */
  readonly blockPlaces?: readonly Place[]
  /** The running foot, in words. */
  readonly foot: string
  /** The exercise it came from. */
  readonly place: Place
}

/** Paper in points (1/72 inch) with the margins that office printers respect. */
export interface Paper {
  readonly name: 'A4' | 'Letter'
  readonly width: number
  readonly height: number
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
}

/** Points in a millimetre. */
export const mm = 72 / 25.4

export const a4: Paper = {
  name: 'A4', width: 595.28, height: 841.89,
  margin: { top: 15 * mm, right: 18 * mm, bottom: 18 * mm, left: 18 * mm },
}

/** As tall as A4 less 18 mm and 6 mm wider: its margins give back what they can without leaving what printers reach. */
export const letter: Paper = {
  name: 'Letter', width: 612, height: 792,
  margin: { top: 15 * mm, right: 18 * mm, bottom: 18 * mm, left: 18 * mm },
}

export const papers: Readonly<Record<Paper['name'], Paper>> = { A4: a4, Letter: letter }
