import type { Found } from '../export/deck/index.ts'
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts'
import type { Deck, Exemption, Section, Slide } from '../model/slide.ts'

const where = { edge: 'leaves the slide', box: 'leaves its box', foot: 'runs into the foot', text: 'runs into other text' } as const

/** What the browser found on a deck's slides, as problems where the text stands; a deck that has one is not handed out. */
export function deckProblems(deck: Deck, found: Found): Diagnostic[] {
  const overflows = onSlides(deck, found.overflows)
  const exemptions = exemptionsIn(deck)
  const needed = new Set(overflows.flatMap(({ slide }) => exemptions.filter(({ slides }) => slides.includes(slide))))
  const meant = overflows.filter(({ slide }) => exemptions.some(({ slides }) => slides.includes(slide)))
  return [
    ...overflows.filter((one) => !meant.includes(one)).map(({ slide, number, into, text, px }) =>
      diagnostic(
        'overflow',
        slide.place,
        `on slide ${number} (${slide.kind}) "${text}" ${where[into]}, by ${Math.ceil(px)} pixels; the deck is not made`,
        `shorten the text, or let it be: overflow: [${slide.kind}] in the post`,
      ),
    ),
    ...exemptions.filter((one) => !needed.has(one)).map(({ exemption, slides }) =>
      diagnostic(
        'needless-exemption',
        exemption.place,
        slides.length === 0 ? `the section has no slide "${nameOf(exemption)}"` : `nothing overflows on "${nameOf(exemption)}" any more`,
        'remove it from "overflow"',
      ),
    ),
    ...failedSlides(deck, found.failures),
  ]
}

/** The slides that cannot be shown. */
export function failedSlides(deck: Deck, failures: Found['failures']): Diagnostic[] {
  return onSlides(deck, failures).map(({ slide, number, message }) =>
    diagnostic('slide-failed', slide.place, `slide ${number} (${slide.kind}) cannot be shown: ${message}`, remedyFor(slide)),
  )
}

/** What was found on slides counted from 0, each with its slide and the slide's number in the deck, from 1. */
function onSlides<T extends { readonly slide: number }>({ sections }: Deck, found: readonly T[]): (Omit<T, 'slide'> & { readonly slide: Slide; readonly number: number })[] {
  const slides = sections.flatMap((section) => section.slides)
  return found.flatMap(({ slide: index, ...rest }) => {
    const slide = slides[index]
    return slide === undefined ? [] : [{ ...rest, slide, number: index + 1 }]
  })
}

const remedyFor = ({ kind }: Slide): string =>
  kind === 'custom' ? 'mend the file, or delete it to have the section made from its post again' : 'if it is a picture, save it again as PNG or JPEG'

/** An exemption and the slides it is for. */
interface Exempted {
  readonly exemption: Exemption
  readonly slides: readonly Slide[]
}

const exemptionsIn = ({ sections }: Deck): Exempted[] =>
  sections.flatMap((section) => (section.exemptions ?? []).map((exemption) => ({ exemption, slides: slidesOf(exemption, section) })))

function slidesOf({ kind, number }: Exemption, { slides }: Section): Slide[] {
  const ofKind = slides.filter((slide) => slide.kind === kind)
  return number === undefined ? ofKind : ofKind.slice(number - 1, number)
}

const nameOf = ({ kind, number }: Exemption): string => (number === undefined ? kind : `${kind} ${number}`)
