/**
 * The way from a deck's data to the layout that shows it. A slide's front matter carries only its index in the
 * data (`slide: 3`), so that no text of the deck ever passes through Markdown.
 */
import { computed, type ComputedRef } from 'vue'
import { deck, useSlideIndex } from 'virtual:saljverkstad-deck'
import type { Deck, Slide, SlideKind } from '../../src/model/slide.ts'

const slides = computed(() => deck.value.sections.flatMap((section) => section.slides))

/** The whole deck, following changes of its file while presenting. */
export function useDeck(): ComputedRef<Deck> {
  return computed(() => deck.value)
}

/**
 * The data of the slide that the calling layout shows; call it in a layout's setup.
 * While an edit is on its way the data may already have another slide in this place: then the last fitting one stays.
 */
export function useSlide<K extends SlideKind>(kind: K): ComputedRef<Extract<Slide, { kind: K }>> {
  const index = useSlideIndex()
  let last: Extract<Slide, { kind: K }> | undefined
  return computed(() => {
    const slide = slides.value[index.value]
    if (slide !== undefined && isOfKind(slide, kind)) last = slide
    if (last === undefined) throw new Error(`No ${kind} slide at ${index.value} in the deck's data`)
    return last
  })
}

function isOfKind<K extends SlideKind>(slide: Slide, kind: K): slide is Extract<Slide, { kind: K }> {
  return slide.kind === kind
}
