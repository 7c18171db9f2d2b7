import type { Deck } from '../../model/slide.ts'

/** Decks that are loaded in one page together. */
export interface Chunk {
  readonly decks: readonly PlacedDeck[]
}

export interface PlacedDeck {
  readonly deck: Deck
  /** Its first and last slide in the page, counted from 0. */
  readonly first: number
  readonly last: number
}

/** Groups decks so that no page holds more than `limit` slides, unless one deck alone has more. */
export function chunksOf(decks: readonly Deck[], limit: number): Chunk[] {
  const chunks: PlacedDeck[][] = []
  for (const deck of decks) {
    const count = slidesOf(deck)
    let chunk = chunks.at(-1)
    let first = chunk === undefined ? 0 : (chunk.at(-1)?.last ?? -1) + 1
    if (chunk === undefined || first + count > limit) {
      chunks.push((chunk = []))
      first = 0
    }
    chunk.push({ deck, first, last: first + count - 1 })
  }
  return chunks.map((placed) => ({ decks: placed }))
}

const slidesOf = ({ sections }: Deck): number => sections.reduce((sum, { slides }) => sum + slides.length, 0)
