import { resolve } from 'node:path'
import type { AnsweredSheet } from '../collect/sort-out.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { UsageError } from '../model/usage-error.ts'
import type { Call, Command } from './command.ts'
import { closeWhenInterrupted } from './interrupted.ts'
import { tally } from './tally.ts'

export const collect: Command = {
  name: 'collect',
  usage: '-- <files or folder> [--to svar.csv]',
  summary: 'sheets that came back, as a table for Excel',
  details: [
    'Reads filled-in sheets and workbooks, whatever program they were filled in with: one row for each file, one column',
    'for each question. Files that are damaged, foreign or of another version are named; the others are still read.',
    'With --summary also slides with what everybody answered, without names: only of what people ticked to share, and',
    'only where at least five answered.',
  ],
  flags: {
    to: { type: 'string', value: 'FILE', about: 'the table to write (default: out/svar/<post>.csv)' },
    names: { type: 'boolean', value: '', about: "a second row with the fields' stable names, for programs" },
    summary: { type: 'boolean', value: '', about: 'slides with the shared answers, without names' },
  },
  async run({ names, options, flags, report }) {
    if (names.length === 0) throw new UsageError('Say which sheets to read.', 'npm run collect -- svar/')
    const { collectAnswers } = await import('../build/collect.ts')
    const to = typeof flags['to'] === 'string' ? { to: flags['to'] } : {}
    const folder = resolve(options.out, 'svar')
    const collected = await collectAnswers({ paths: names, ...to, folder, withNames: flags['names'] === true }, report)
    const summaries = flags['summary'] === true ? await summaryOf(collected.sheets, options, report) : { paths: [], diagnostics: [] }
    const diagnostics = [...collected.diagnostics, ...summaries.diagnostics]
    const { errors, warnings, line } = tally(diagnostics)
    const answers = collected.sheets.reduce((sum, sheet) => sum + sheet.answers.length, 0)
    report.summary(
      { files: collected.files, answers, tables: collected.tables.length, errors, warnings },
      [`${collected.files} files: ${answers} answers to ${collected.sheets.length} sheets, ${line}.`, ...collected.tables.map((path) => `Open ${path}`), ...summaries.paths.map((path) => `Show ${path}`)].join('\n'),
    )
    return errors > 0 ? 1 : 0
  },
}

async function summaryOf(sheets: readonly AnsweredSheet[], options: Call['options'], report: Call['report']): Promise<{ paths: readonly string[]; diagnostics: readonly Diagnostic[] }> {
  const [{ summarise }, { openTools }] = await Promise.all([import('../build/summary.ts'), import('../build/tools.ts')])
  const tools = closeWhenInterrupted(openTools())
  return summarise(sheets, options, report, tools).finally(tools.close)
}
