import type { Deck, Slide } from '../../model/slide.ts'
import type { SlideFailure, SlideOverflow } from '../shell/client/page.ts'

/** Which slide something was found on. */
export interface OnSlide {
  readonly deck: Deck
  readonly slide: Slide
  /** The slide's number in the deck, from 1. */
  readonly number: number
}

/** Text or a box that does not stay where it belongs, and by how many pixels. */
export type Overflow = OnSlide & Omit<SlideOverflow, 'slide'>

/** Something that could not be drawn at all, such as a broken picture. */
export type Failure = OnSlide & Omit<SlideFailure, 'slide'>

/** What was found on a page that shows a deck. */
export function onSlides<T extends { readonly slide: number }>(deck: Deck, found: readonly T[]): (OnSlide & Omit<T, 'slide'>)[] {
  const slides = deck.sections.flatMap((section) => section.slides)
  return found.flatMap(({ slide: index, ...rest }) => {
    const slide = slides[index]
    return slide === undefined ? [] : [{ ...rest, deck, slide, number: index + 1 }]
  })
}
