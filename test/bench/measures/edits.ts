import { edit } from '../workplace.ts'
import type { Bench, Measure } from '../measure.ts'

/** A build when nothing changed. The browser it is given is none: one that it started would make it fail. */
export const nothing: Measure = {
  name: 'nothing',
  group: 'edits',
  peers: false,
  rounds: ({ quick }) => (quick ? 3 : 7),
  async round(bench, index) {
    if (index === 0) await makeAll(bench)
    const { seconds } = await bench.place.command(build, { ...folder(bench), env: { SALJVERKSTAD_BROWSER: process.execPath } })
    bench.figures.add('nothing', [seconds])
  },
}

/** A build in a new process after one post was saved: its deck and sheet, the workbook, the gallery. */
export const changed: Measure = {
  name: 'changed',
  group: 'edits',
  peers: false,
  rounds: ({ quick }) => (quick ? 2 : 5),
  async round(bench, index) {
    if (index === 0) await makeAll(bench)
    const post = bench.place.posts.filter(({ slug }) => !inWorkshop.test(slug))[index % 4]
    if (!post) return
    await edit(post)
    const { seconds } = await bench.place.command(build, folder(bench))
    bench.figures.add('changed', [seconds])
  },
}

/** The same for a post that a workshop holds, all of whose files are made again. */
export const workshop: Measure = {
  name: 'workshop',
  group: 'edits',
  peers: false,
  rounds: ({ quick }) => (quick ? 1 : 3),
  async round(bench, index) {
    if (index === 0) await makeAll(bench)
    const post = bench.place.posts.find(({ slug }) => slug === 'relationer')
    if (!post) return
    await edit(post)
    const { seconds } = await bench.place.command(build, folder(bench))
    bench.figures.add('workshop', [seconds])
  },
}

const build = ['build', '--quiet']
/** Posts of the diary and of the half day; the others are in no workshop. */
const inWorkshop = /^(?:juldagbok-|relationer$|halla-loften$|utmana$)/

const folder = ({ place }: Bench): { out: string } => ({ out: place.at('out-all') })

/** Everything, once: what was saved in between is made as well. */
const makeAll = async ({ place }: Bench): Promise<void> => void (await place.command(build, { out: place.at('out-all') }))
