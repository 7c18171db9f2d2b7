import type { Deck } from '../model/slide.ts'
import type { PlannedPost } from './planned.ts'
import type { PlannedWorkshop } from './planned-workshop.ts'

/** Whatever there are slides of. */
export type Planned = PlannedPost | PlannedWorkshop

/** The deck of a workshop, or of a single post: its section alone. */
export function deckOf(planned: Planned): Deck {
  if ('deck' in planned) return planned.deck
  const { section } = planned
  return { id: section.slug, title: section.title, lang: section.lang, sections: [section] }
}
