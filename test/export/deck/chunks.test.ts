import { expect, test } from 'vitest'
import { chunksOf } from '../../../src/export/deck/chunks.ts'
import { sampleDeck } from '../../render/slidev/sample-deck.ts'

const shown = (count: number, limit: number) =>
  chunksOf(Array.from({ length: count }, (_, index) => sampleDeck(`d${index}`)), limit).map(({ decks }) =>
    decks.map(({ deck, first, last }) => `${deck.id} ${first}-${last}`),
  )

test('decks share a page up to the limit and are never torn apart', () => {
  expect(shown(5, 25)).toEqual([['d0 0-9', 'd1 10-19'], ['d2 0-9', 'd3 10-19'], ['d4 0-9']])
  expect(shown(2, 4)).toEqual([['d0 0-9'], ['d1 0-9']])
  expect(shown(0, 4)).toEqual([])
})
