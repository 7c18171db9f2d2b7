import type { Deck } from '../../src/model/slide.ts'
import type { Extent } from './measure.ts'

/** Sections that the others are measured on, unless all are: as many slides as usual, as few and as many as there are. */
export function sampleOf(decks: readonly Deck[], { full }: Extent): readonly Deck[] {
  if (full) return decks
  const bySize = [...decks].sort((a, b) => slidesIn(a) - slidesIn(b))
  return [0.5, 0.1, 0.9].flatMap((share) => bySize[Math.floor(share * (bySize.length - 1))] ?? [])
}

export const roundsOf = ({ quick, full }: Extent): number => (full ? 20 : quick ? 2 : 3)

const slidesIn = ({ sections }: Deck): number => sections.reduce((sum, { slides }) => sum + slides.length, 0)
