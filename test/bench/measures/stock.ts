import { stat } from 'node:fs/promises'
import { stockExport } from '../../export/deck/stock.ts'
import { deckFiles } from '../decks.ts'
import type { Measure } from '../measure.ts'
import { run } from '../run.ts'
import { roundsOf, sampleOf } from '../samples.ts'

/** `slidev export` as it comes, a process a section. */
export const stock: Measure = {
  name: 'stock',
  group: 'decks',
  peers: false,
  rounds: roundsOf,
  async round({ place, figures, extent }, index) {
    const { decks, entry } = await deckFiles(place)
    const sample = sampleOf(decks, extent)
    const deck = sample[index % sample.length]
    if (!deck) return
    const output = place.at('stock', `${deck.id}.pdf`)
    // What Vite prepares for all sections is there before the first is timed.
    if (index === 0) await run(stockExport(entry(deck), output), { cwd: place.at('stock') })
    const { seconds } = await run(stockExport(entry(deck), output), { cwd: place.at('stock') })
    await stat(output)
    figures.add('stock', [seconds], { times: decks.length })
  },
}
