import { readdir } from 'node:fs/promises'
import type { Bench, Measure } from '../measure.ts'

/** Makes all PDFs of the twenty posts anew; the shell is there. */
export const full: Measure = {
  name: 'full',
  group: 'decks',
  peers: false,
  rounds: ({ quick }) => (quick ? 2 : 3),
  async round(bench, index) {
    // Shell, fonts and program are made once, before the first.
    if (index === 0) await bench.place.command([...all(bench), '--force'])
    const { seconds } = await bench.place.command([...all(bench), '--force'])
    await expectAll(bench)
    bench.figures.add('full', [seconds])
  },
}

/** The same with nothing made before: program, fonts and shell too. */
export const cold: Measure = {
  name: 'cold',
  group: 'decks',
  peers: false,
  rounds: ({ quick }) => (quick ? 1 : 3),
  async round(bench) {
    await bench.place.emptyCache('cold')
    const { seconds } = await bench.place.command([...all(bench), '--force'], { env: bench.place.cache('cold'), out: bench.place.at('out-cold') })
    bench.figures.add('cold', [seconds])
  },
}

const all = ({ place }: Bench): string[] => ['build', '--quiet', ...place.posts.map(({ slug }) => slug)]

async function expectAll({ place }: Bench): Promise<void> {
  for (const kind of ['decks', 'worksheets']) {
    const names = await readdir(place.at('out', kind))
    const missing = place.posts.filter(({ slug }) => !names.includes(`${slug}.pdf`))
    if (missing.length > 0) throw new Error(`The build made no PDF in ${kind} of ${missing.map(({ slug }) => slug).join(', ')}.`)
  }
}
