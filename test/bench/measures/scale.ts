import { rm } from 'node:fs/promises'
import { multiply } from '../workplace.ts'
import type { Bench, Measure } from '../measure.ts'

/** A whole build of many posts, with workbook and gallery, and the memory that it takes. */
const many = (count: number, rounds: Measure['rounds']): Measure => ({
  name: String(count),
  group: 'scale',
  peers: false,
  rounds,
  round: (bench) => buildMany(bench, count),
})

async function buildMany({ place, figures }: Bench, count: number): Promise<void> {
  const [content, out] = [await multiply(place, count), place.at(`out-${count}`)]
  const { seconds, memory } = await place.command(['build', '--quiet', '--force'], { content, out, memory: true })
  figures.add(String(count), [seconds], memory === undefined ? {} : { memory })
  for (const folder of [content, out]) await rm(folder, { recursive: true })
}

export const hundreds = many(200, ({ quick }) => (quick ? 1 : 2))
export const thousands = many(2000, ({ quick }) => (quick ? 0 : 1))
