import type { Deck, Slide } from '../model/slide.ts'

/** Which slide of a deck something was found on. */
export interface OnSlide {
  readonly slide: Slide
  /** The slide's number in the deck, from 1. */
  readonly number: number
}

/** What was found on slides counted from 0, each with its slide. */
export function onSlides<T extends { readonly slide: number }>({ sections }: Deck, found: readonly T[]): (OnSlide & Omit<T, 'slide'>)[] {
  const slides = sections.flatMap((section) => section.slides)
  return found.flatMap(({ slide: index, ...rest }) => {
    const slide = slides[index]
    return slide === undefined ? [] : [{ ...rest, slide, number: index + 1 }]
  })
}
