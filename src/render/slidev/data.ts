import type { Deck } from '../../model/slide.ts'

/** The deck as the JSON file that its layouts read: keys in alphabetical order, so that equal decks are equal files. */
export function renderDeckData(deck: Deck): string {
  return `${JSON.stringify(sorted(deck), null, 1)}\n`
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, child]) => [key, sorted(child)]))
}
