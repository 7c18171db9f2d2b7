import { resolve } from 'node:path'
import { shown } from '../build/places.ts'
import { isDate } from '../parse/values.ts'
import { UsageError } from '../model/usage-error.ts'
import type { Call, Command } from './command.ts'
import { printFlags, withPrint } from './extras.ts'
import { tally } from './tally.ts'

export const worksheets: Command = {
  name: 'worksheets',
  usage: '-- <post or workshop> --participants deltagare.csv',
  summary: "sheets with everybody's name on, and one file to print them all",
  details: [
    'Makes out/packets/<id>/<number>-<name>.pdf for each row of the list, and alla.pdf with all of them for the printer.',
    'The list is a CSV file with columns such as namn;företag;datum, as any spreadsheet saves it.',
    'Of a workshop everybody gets its workbook, of a post its sheet.',
  ],
  flags: {
    participants: { type: 'string', value: 'FILE', about: 'the list of participants (CSV)' },
    date: { type: 'string', value: 'YYYY-MM-DD', about: 'the day, for those whose row has none' },
    ...printFlags,
    'two-up': { type: 'boolean', value: '', about: 'the file to print has two sheets on each paper, to be cut apart' },
  },
  async run(call) {
    const { options, report } = call
    const { id, participants, date } = asked(call)
    const [{ makePackets }, { openTools }] = await Promise.all([import('../build/make-packets.ts'), import('../build/tools.ts')])
    const start = performance.now()
    const wanted = { id, list: participants, isTwoUp: call.flags['two-up'] === true, ...(date === undefined ? {} : { date }) }
    const made = await makePackets(withPrint(options, call.flags), wanted, report, openTools())
    const { errors, warnings, line } = tally(made.diagnostics)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    report.summary(
      { participants: made.people, written: made.written, unchanged: made.unchanged, errors, warnings },
      made.people === 0 ? `No packets: ${line}.` : `${made.people} participants: ${made.written} made, ${made.unchanged} unchanged, ${line}. ${seconds} s\nPrint ${shown(resolve(made.folder, 'alla.pdf'))}`,
    )
    return errors > 0 ? 1 : 0
  },
}

function asked({ names, options, flags }: Call): { id: string; participants: string; date?: string } {
  const ids = [...names, ...options.only]
  const [id] = ids
  const { participants, date } = flags
  if (id === undefined || ids.length > 1) throw new UsageError('Say which post or workshop the sheets are for, one at a time.', 'npm run worksheets -- juldagbok-12-stanna-upp --participants deltagare.csv')
  if (typeof participants !== 'string') throw new UsageError('Say who takes part.', `npm run worksheets -- ${id} --participants deltagare.csv`)
  if (date !== undefined && !isDate(String(date))) throw new UsageError(`"${date}" is not a date that exists.`, 'write it as --date 2026-11-23')
  return { id, participants, ...(typeof date === 'string' ? { date } : {}) }
}
