import { mkdir, writeFile } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import { deckOf } from '../../src/build/deck-of.ts'
import { folders } from '../../src/build/places.ts'
import { planAll } from '../../src/build/plan-all.ts'
import { openTools } from '../../src/build/tools.ts'
import type { Deck } from '../../src/model/slide.ts'
import { renderDeckData, renderEntry } from '../../src/render/slidev/index.ts'
import { marpDeck } from './peers/marp-deck.ts'
import type { Workplace } from './workplace.ts'

/** The same decks for each of those that are compared, as files. */
export interface DeckFiles {
  readonly decks: readonly Deck[]
  /** A Slidev entry with its data beside it. */
  readonly entry: (deck: Deck) => string
  /** Markdown for Marp. */
  readonly markdown: (deck: Deck) => string
}

const written = new WeakMap<Workplace, Promise<DeckFiles>>()

/** Writes the decks of the twenty posts, once. */
export function deckFiles(place: Workplace): Promise<DeckFiles> {
  const files = written.get(place) ?? writeDecks(place)
  written.set(place, files)
  return files
}

async function writeDecks(place: Workplace): Promise<DeckFiles> {
  const tools = openTools()
  const options = { content: folders.content, exercises: folders.exercises, out: place.at('out'), only: [], force: true, quiet: true, json: false }
  const { posts } = await planAll(options, tools)
  await tools.close()
  const decks = posts.map(deckOf)
  const entry = ({ id }: Deck): string => place.at('stock', `${id}.md`)
  const markdown = ({ id }: Deck): string => place.at('marp', `${id}.md`)
  const theme = relative(place.at('stock'), folders.theme).split(sep).join('/')
  for (const folder of ['stock', 'marp']) await mkdir(place.at(folder), { recursive: true })
  for (const deck of decks) {
    await writeFile(entry(deck), renderEntry(deck, { theme }))
    await writeFile(place.at('stock', `${deck.id}.json`), renderDeckData(deck))
    await writeFile(markdown(deck), marpDeck(deck))
  }
  return { decks, entry, markdown }
}
