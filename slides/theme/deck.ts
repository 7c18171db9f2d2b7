/**
 * The way from a deck's data to the layout that shows it. A slide's front matter carries only its index in the
 * data (`slide: 3`), so that no text of the deck ever passes through Markdown.
 */
import { computed, type ComputedRef } from 'vue'
import { deck, useFrontMatter, useSlideIndex } from 'virtual:saljverkstad-deck'
import type { Deck, Slide, SlideKind } from '../../src/model/slide.ts'
import { type HandBase, handTitle, isHandKind, type Matter, slideByHand } from './by-hand.ts'

const slides = computed(() => deck.value.sections.flatMap((section) => section.slides))

/** All slides of the deck, one after the other. */
export const useSlides = (): ComputedRef<readonly Slide[]> => slides

/** The whole deck, following changes of its file while presenting. */
export function useDeck(): ComputedRef<Deck> {
  return computed(() => deck.value)
}

/**
 * The data of the slide that the calling layout shows; call it in a layout's setup. Of a slide written by hand it is
 * what its front matter says. While an edit is on its way the data may already have another slide in this place: then the last fitting one stays.
 */
export function useSlide<K extends SlideKind>(kind: K): ComputedRef<Extract<Slide, { kind: K }>> {
  const index = useSlideIndex()
  const matter = useFrontMatter()
  let last: Extract<Slide, { kind: K }> | undefined
  return computed(() => {
    const slide = slides.value[index.value]
    if (slide !== undefined && isOfKind(slide, kind)) last = slide
    else if (isByHand(slide) && isHandKind(kind)) last = slideByHand(kind, matter.value, baseOf(slide, matter.value)) as Extract<Slide, { kind: K }>
    if (last === undefined) throw new Error(`No ${kind} slide at ${index.value} in the deck's data`)
    return last
  })
}

function isOfKind<K extends SlideKind>(slide: Slide, kind: K): slide is Extract<Slide, { kind: K }> {
  return slide.kind === kind
}

/** What a layout whose content is Markdown shares with the others; call it in the layout's setup. */
export function useHandSlide(): ComputedRef<HandBase> {
  const index = useSlideIndex()
  const matter = useFrontMatter()
  return computed(() => baseOf(slides.value[index.value], matter.value))
}

/** A deck that is nothing but a file of somebody's own has no data at all. */
const isByHand = (slide: Slide | undefined): boolean => slide === undefined ? slides.value.length === 0 : slide.kind === 'custom'

function baseOf(slide: Slide | undefined, matter: Matter): HandBase {
  const { title = handTitle(matter), lang = 'sv', accent = accentIn(matter), foot = '', page } = slide ?? {}
  const scene = slide?.kind === 'custom' ? slide.scene : undefined
  return { title, lang, accent, foot, ...(page === undefined ? {} : { page }), ...(scene ? { scene } : {}) }
}

const accentIn = ({ accent }: Matter): HandBase['accent'] =>
  accent === 'lingon' || accent === 'pine' || accent === 'sun' || accent === 'fjord' ? accent : 'ink'
