import { parseArgs } from 'node:util'
import { Figures } from './figure.ts'
import type { Bench, Measure } from './measure.ts'
import { measures } from './measures.ts'
import { results, table } from './table.ts'
import { openWorkplace } from './workplace.ts'

const help = `npm run bench
  Compares the toolkit with Slidev, Marp, pdfkit, pdfmake and react-pdf, and prints a table with the targets.
  Takes about six minutes; the machine should have nothing else to do.

Options (after --):
  --only name,name  just those: ${measures.map(({ name }) => name).join(', ')}
  --quick           fewer rounds, and no 2,000 posts
  --full            Slidev and Marp on all twenty sections instead of three
  --json            the results as JSON alone
  --help            this help
`

/** Runs the comparison; gives the exit code: 0 done, 2 wrong usage, 3 something could not be run. Targets that are missed are no error. */
export async function main(args: readonly string[], ensurePeers: () => Promise<void>): Promise<0 | 2 | 3> {
  const print = (text: string): void => void process.stdout.write(`${text}\n`)
  const complain = (text: string): void => void process.stderr.write(`${text}\n`)
  const chosen = choose(args)
  if (typeof chosen === 'string') {
    complain(chosen)
    return 2
  }
  if (chosen.help) {
    print(help)
    return 0
  }
  const say = chosen.json ? () => undefined : print
  try {
    if (chosen.measures.some(({ peers }) => peers)) await ensurePeers().catch(withoutNetwork)
    const bench: Bench = { place: await openWorkplace(), figures: new Figures(), extent: chosen, say }
    for (const group of new Set(chosen.measures.map((measure) => measure.group))) await inTurns(chosen.measures.filter((measure) => measure.group === group), bench)
    print(chosen.json ? JSON.stringify(results(bench.figures)) : `\n${table(bench.figures)}`)
    return 0
  } catch (error) {
    complain(error instanceof Error ? [error.message, error.cause].filter((part) => typeof part === 'string').join('\n  ') : String(error))
    return 3
  }
}

/** @throws {Error} that names what can be measured all the same */
function withoutNetwork(): never {
  const own = measures.filter(({ peers }) => !peers).map(({ name }) => name)
  throw new Error('Marp, pdfkit, pdfmake and react-pdf could not be installed to compare with.', { cause: `This needs the network once. Without it: npm run bench -- --only ${own.join(',')}` })
}

/** Rounds in turn, so that all of a group meet the same moods of the machine. */
async function inTurns(group: readonly Measure[], bench: Bench): Promise<void> {
  const most = Math.max(...group.map(({ rounds }) => rounds(bench.extent)))
  for (let index = 0; index < most; index += 1) {
    for (const measure of group) {
      const rounds = measure.rounds(bench.extent)
      if (index >= rounds) continue
      bench.say(`${measure.name}, ${index + 1} of ${rounds} …`)
      await measure.round(bench, index)
    }
  }
}

interface Choice {
  readonly measures: readonly Measure[]
  readonly quick: boolean
  readonly full: boolean
  readonly json: boolean
  readonly help: boolean
}

/** What the command line asks for, or what is wrong with it. */
function choose(args: readonly string[]): Choice | string {
  const flag = { type: 'boolean', default: false } as const
  try {
    const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' }, quick: flag, full: flag, json: flag, help: flag }, strict: true })
    const names = values.only?.split(',').map((name) => name.trim()).filter(Boolean) ?? measures.map(({ name }) => name)
    const unknown = names.find((name) => !measures.some((measure) => measure.name === name))
    if (unknown !== undefined) return `There is nothing called ${unknown} to measure. There is: ${measures.map(({ name }) => name).join(', ')}.`
    return { ...values, measures: measures.filter(({ name }) => names.includes(name)) }
  } catch (error) {
    return `${(error as Error).message}\nSee --help.`
  }
}
