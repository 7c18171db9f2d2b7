import { expect, it } from 'vitest'
import { deckProblems } from '../../src/build/deck-problems.ts'
import type { Found } from '../../src/export/deck/index.ts'
import type { Exemption, SlideKind } from '../../src/model/slide.ts'
import { sampleDeck } from '../render/slidev/sample-deck.ts'

const place = { path: 'content/posts/prov.md', line: 7, column: 12 }

function problems(exemptions: readonly Omit<Exemption, 'place'>[], ...kinds: readonly SlideKind[]): string[] {
  const sample = sampleDeck('prov')
  const section = { ...sample.sections[0]!, exemptions: exemptions.map((one) => ({ ...one, place })) }
  const deck = { ...sample, sections: [section] }
  const overflows = section.slides.flatMap(({ kind }, slide): Found['overflows'] =>
    kinds.includes(kind) ? [{ slide, into: 'foot', text: 'Lång text', px: 12.3 }] : [],
  )
  return deckProblems(deck, { overflows, failures: [] }).map(({ code, severity, line, message }) => `${severity} ${code} ${line}: ${message}`)
}

it('says what overflows, and where its text stands', () => {
  expect(problems([], 'idea')).toEqual(['error overflow 1: on slide 3 (idea) "Lång text" runs into the foot, by 13 pixels; the deck is not made'])
})

it('lets be what the post lets be', () => {
  expect(problems([{ kind: 'idea' }], 'idea')).toEqual([])
  expect(problems([{ kind: 'idea', number: 1 }], 'idea')).toEqual([])
  expect(problems([{ kind: 'idea' }], 'idea', 'quote')).toHaveLength(1)
})

it('is an error once it is no longer needed', () => {
  expect(problems([{ kind: 'idea' }])).toEqual(['error needless-exemption 7: nothing overflows on "idea" any more'])
  expect(problems([{ kind: 'idea', number: 2 }], 'idea')).toEqual([
    'error overflow 1: on slide 3 (idea) "Lång text" runs into the foot, by 13 pixels; the deck is not made',
    'error needless-exemption 7: the section has no slide "idea 2"',
  ])
})

it('says what cannot be drawn', () => {
  const deck = sampleDeck('prov')
  const failures = [{ slide: 2, message: 'the picture “En båt” cannot be shown' }]
  expect(deckProblems(deck, { overflows: [], failures })).toMatchObject([{ code: 'slide-failed', line: 1, message: 'slide 3 (idea) cannot be shown: the picture “En båt” cannot be shown' }])
})
