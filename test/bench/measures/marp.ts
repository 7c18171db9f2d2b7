import { stat } from 'node:fs/promises'
import { findBrowser } from '../../../src/setup/find-browser.mjs'
import { deckFiles } from '../decks.ts'
import type { Measure } from '../measure.ts'
import { programOf } from '../peers/packages.ts'
import { run } from '../run.ts'
import { roundsOf, sampleOf } from '../samples.ts'

const marpArguments = (files: readonly string[]): string[] => [
  programOf('@marp-team/marp-cli', 'marp'), '--no-config-file', '--no-stdin', '--pdf', '--browser', 'chrome', '--browser-path', findBrowser()?.path ?? '', ...files,
]

/** Marp's command line on the same texts, a process a section. */
export const marp: Measure = {
  name: 'marp',
  group: 'decks',
  peers: true,
  rounds: roundsOf,
  async round({ place, figures, extent }, index) {
    const { decks, markdown } = await deckFiles(place)
    const sample = sampleOf(decks, extent)
    const deck = sample[index % sample.length]
    if (!deck) return
    if (index === 0) await run(marpArguments([markdown(deck)]))
    const { seconds } = await run(marpArguments([markdown(deck)]))
    await stat(place.at('marp', `${deck.id}.pdf`))
    figures.add('marp', [seconds], { times: decks.length })
  },
}

/** The same, all sections by one process: the fastest that Marp offers. */
export const marpAtOnce: Measure = {
  name: 'marp-at-once',
  group: 'decks',
  peers: true,
  rounds: ({ quick }) => (quick ? 1 : 2),
  async round({ place, figures }) {
    const { decks, markdown } = await deckFiles(place)
    const { seconds } = await run(marpArguments(decks.map(markdown)))
    await Promise.all(decks.map(({ id }) => stat(place.at('marp', `${id}.pdf`))))
    figures.add('marp-at-once', [seconds])
  },
}
