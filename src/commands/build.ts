import { shown } from '../build/places.ts'
import type { Command } from './command.ts'
import { tally } from './tally.ts'

export const build: Command = {
  name: 'build',
  usage: '[-- slug …]',
  summary: 'make decks, worksheets, workbook and gallery',
  details: [
    'Makes out/decks/<slug>.pdf and out/worksheets/<slug>.pdf for every post, out/workbook.pdf and out/index.html.',
    'Only what changed is made again. With slugs: just those posts.',
  ],
  async run({ names, options, report }) {
    const start = performance.now()
    const [{ build: buildAll }, { openTools }] = await Promise.all([import('../build/build.ts'), import('../build/tools.ts')])
    const tools = openTools()
    const built = await buildAll({ ...options, only: [...options.only, ...names] }, report, tools).finally(tools.close)
    const { errors, warnings, line } = tally(built.diagnostics)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    const made = built.written === 0 ? 'nothing to do' : `${built.written} made`
    report.summary(
      { posts: built.posts, written: built.written, unchanged: built.unchanged, errors, warnings },
      `${built.posts} posts: ${made}, ${built.unchanged} unchanged, ${line}. ${seconds} s\nOpen ${shown(options.out)}/index.html`,
    )
    return errors > 0 ? 1 : 0
  },
}
