import { shown } from '../build/places.ts'
import type { Command } from './command.ts'
import { extraFlags, printFlags, withExtras } from './extras.ts'
import { amounts, tally } from './tally.ts'

export const build: Command = {
  name: 'build',
  usage: '[-- slug …]',
  summary: 'make decks, worksheets, workbook, workshops and gallery',
  details: [
    'Makes out/decks/<slug>.pdf and out/worksheets/<slug>.pdf for every post, out/workbook.pdf and out/index.html.',
    'Makes out/workshops/<id> for every workshop: deck, workbook, facilitator guide, calendar file, and kit.zip with all of it.',
    'Only what changed is made again. With names: just those posts and workshops.',
    'What the options below ask for once is kept up to date from then on, until you delete it.',
  ],
  flags: { ...printFlags, ...extraFlags },
  async run({ names, options, flags, report }) {
    const start = performance.now()
    const [{ build: buildAll }, { openTools }] = await Promise.all([import('../build/build.ts'), import('../build/tools.ts')])
    const tools = openTools()
    const built = await buildAll(withExtras(options, flags, names), report, tools).finally(tools.close)
    const { errors, warnings, line } = tally(built.diagnostics)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    const made = built.written === 0 ? 'nothing to do' : `${built.written} made`
    report.summary(
      { posts: built.posts, workshops: built.workshops, written: built.written, unchanged: built.unchanged, errors, warnings },
      `${amounts(built.posts, built.workshops)}: ${made}, ${built.unchanged} unchanged, ${line}. ${seconds} s\nOpen ${shown(options.out)}/index.html`,
    )
    return errors > 0 ? 1 : 0
  },
}
