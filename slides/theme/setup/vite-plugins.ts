import type { Plugin } from 'vite'
import { deckData } from './deck-data.ts'
import { plainTitles } from './plain-titles.ts'
import { slidevClient } from './slidev-client.ts'

/** Slidev asks a theme here for plugins; `entry` is the deck's Markdown file. */
export default function setup({ entry }: { readonly entry: string }): Plugin[] {
  return [deckData(entry.replace(/\.md$/, '.json')), plainTitles(), slidevClient()]
}
