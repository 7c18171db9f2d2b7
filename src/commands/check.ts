import type { Tools } from '../build/tools.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Plan } from '../build/plan-all.ts'
import type { Call, Command } from './command.ts'
import { closeWhenInterrupted } from './interrupted.ts'
import { tally } from './tally.ts'

export const check: Command = {
  name: 'check',
  usage: '[-- slug …]',
  summary: 'read everything, write nothing, say what is wrong',
  details: [
    'Reads posts, exercises and illustrations and reports every problem with its place and what to do.',
    'It also reads as a second pair of eyes would: quotation marks, dashes, questions that ask nothing, addresses and',
    'passwords about to be printed. With --fix it mends what is safe to mend, and shows what it did.',
    'With --slides it also draws every slide in a browser and reports text that leaves its place.',
  ],
  flags: {
    fix: { type: 'boolean', value: '', about: 'mend quotation marks, dashes, double spaces and question marks' },
    slides: { type: 'boolean', value: '', about: 'measure every slide in a browser, too' },
  },
  async run({ options, names, flags, report }) {
    const [{ planAll }, { openTools }] = await Promise.all([import('../build/plan-all.ts'), import('../build/tools.ts')])
    const { mend, readAgain } = await import('./second-reader.ts')
    const only = [...options.only, ...names]
    const tools = closeWhenInterrupted(openTools())
    try {
      const mended = flags['fix'] === true ? await mend(options, only, report) : 0
      const plan = await planAll({ ...options, only }, tools)
      const read = await readAgain(options, only, plan.diagnostics)
      report.diagnostics(read)
      const found = flags['slides'] === true ? await measureSlides(plan, tools, report) : []
      const { errors, warnings, line } = tally([...read, ...found])
      const { workshopIds } = plan.project
      const isWanted = (slug: string): boolean => only.length === 0 || only.includes(slug)
      const [posts, slugs] = [plan.project.posts.filter(({ post }) => isWanted(post.slug)), plan.project.slugs.filter(isWanted)]
      const workshops = workshopIds.length === 0 ? '' : `, and ${plan.workshops.length} of ${workshopIds.length} workshops`
      if (mended > 0) report.say(`${mended} ${mended === 1 ? 'line' : 'lines'} mended.`)
      report.summary(
        { posts: posts.length, workshops: plan.workshops.length, errors, warnings },
        `${posts.length} of ${slugs.length} posts${workshops} can be built: ${line}.`,
      )
      return errors > 0 ? 1 : 0
    } finally {
      await tools.close()
    }
  },
}

/** Draws the slides of every post and workshop without an error and looks for what leaves its place. */
async function measureSlides({ posts, workshops }: Plan, tools: Tools, report: Call['report']): Promise<Diagnostic[]> {
  const [{ deckOf }, { deckProblems }, { inOrder }] = await Promise.all([import('../build/deck-of.ts'), import('../build/deck-problems.ts'), import('../export/deck/in-order.ts')])
  const decks = [...posts.filter(({ diagnostics }) => !diagnostics.some(({ severity }) => severity === 'error')), ...workshops].map(deckOf)
  const printer = await tools.printer(report.say)
  const found: Diagnostic[] = []
  let done = 0
  for await (const { deck, measured } of inOrder(decks, async (deck) => ({ deck, measured: await printer.measure(deck) }))) {
    found.push(...deckProblems(deck, measured))
    done += 1
    report.progress(done, decks.length, deck.id)
  }
  report.diagnostics(found)
  return found
}
