import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Built } from '../build/build.ts'
import { isChanged, recall } from '../build/last-build.ts'
import type { Options } from '../build/options.ts'
import { shown } from '../build/places.ts'
import type { Command } from './command.ts'
import { extraFlags, printFlags, withExtras } from './extras.ts'
import { closeWhenInterrupted } from './interrupted.ts'
import type { Reporter } from './reporter.ts'
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
    const asked = withExtras(options, flags, names)
    const built = (await unchanged(asked, report)) ?? (await make(asked, report))
    const { errors, warnings, line } = tally(built.diagnostics)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    const made = built.written === 0 ? 'nothing to do' : `${built.written} made`
    report.summary(
      { posts: built.posts, workshops: built.workshops, written: built.written, unchanged: built.unchanged, errors, warnings },
      `${amounts(built.posts, built.workshops)}: ${made}, ${built.unchanged} unchanged, ${line}. ${seconds} s\n${whereTo(options.out)}`,
    )
    return errors > 0 ? 1 : 0
  },
}

/** The gallery shows everything; a build of single posts may have made none. */
function whereTo(out: string): string {
  const gallery = join(out, 'index.html')
  return existsSync(gallery) ? `Open ${shown(gallery)}` : `It is in ${shown(out)}`
}

/** What the last build gave, with what it had to say, when nothing has changed since; it is found out without planning anything. */
async function unchanged(options: Options, report: Reporter): Promise<Built | undefined> {
  const last = await recall(options)
  if (!last) return undefined
  report.diagnostics(last.diagnostics)
  return { ...last, written: 0, unchanged: last.products.length }
}

async function make(options: Options, report: Reporter): Promise<Built> {
  const [{ openTools }, isSure] = await Promise.all([import('../build/tools.ts'), options.force || isChanged(options)])
  const tools = closeWhenInterrupted(openTools())
  // Where there is something to print for sure, the browser starts while this process gets ready and plans.
  if (isSure) tools.warm(report.say, options.force ? Infinity : 1)
  const { build } = await import('../build/build.ts')
  // The browser ends while the build notes down what it made.
  return build(options, { ...report, made: () => void tools.close() }, tools).finally(tools.close)
}
