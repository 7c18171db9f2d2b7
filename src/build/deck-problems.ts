import type { MeasuredDeck } from '../export/deck/index.ts'
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts'

const where = { edge: 'leaves the slide', box: 'leaves its box', foot: 'runs into the foot', text: 'runs into other text' } as const

/** What the browser found on a deck's slides, as problems where the text stands; a deck that has one is not handed out. */
export function deckProblems({ overflows, failures }: MeasuredDeck): Diagnostic[] {
  return [
    ...overflows.map(({ slide, number, into, text, px }) =>
      diagnostic('overflow', slide.place, `on slide ${number} (${slide.kind}) "${text}" ${where[into]}, by ${Math.ceil(px)} pixels; the deck is not made`, 'shorten the text'),
    ),
    ...failures.map(({ slide, number, message }) =>
      diagnostic('slide-failed', slide.place, `slide ${number} (${slide.kind}) cannot be shown: ${message}`, 'if it is a picture, save it again as PNG or JPEG'),
    ),
  ]
}
