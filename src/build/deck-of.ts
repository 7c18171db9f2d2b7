import type { Deck } from '../model/slide.ts'
import type { PlannedPost } from './planned.ts'

/** The deck of a single post: its section alone. */
export const deckOf = ({ section }: PlannedPost): Deck => ({ id: section.slug, title: section.title, lang: section.lang, sections: [section] })
