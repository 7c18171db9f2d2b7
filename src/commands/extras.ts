import { UsageError } from '../model/usage-error.ts'
import { papers } from '../model/worksheet.ts'
import type { Extras, Options } from '../build/options.ts'
import type { Call, Flags } from './command.ts'

/** Options that ask for more than the usual outputs. */
export const extraFlags = {
  html: { type: 'boolean', value: '', about: 'decks as one HTML file each, to carry on a USB stick' },
  handout: { type: 'string', value: '[notes]', about: 'three slides a page with lines to write on, or with your notes', choices: ['lines', 'notes'] },
  'with-notes': { type: 'boolean', value: '', about: 'your notes under each slide, a page each' },
  pptx: { type: 'boolean', value: '', about: 'decks as PowerPoint files to edit, with their fonts' },
  'two-up': { type: 'boolean', value: '', about: 'sheets for paper alone, two on each, to be cut apart' },
} as const satisfies Flags

/** Options that say how sheets are printed. */
export const printFlags = {
  paper: { type: 'string', value: 'a4|letter', about: 'paper of the sheets (default: a4)' },
  mono: { type: 'boolean', value: '', about: 'sheets that save ink: outlines instead of fields of colour' },
} as const satisfies Flags

/** The command's options with how its sheets are to be printed. @throws {UsageError} for a paper that is none */
export function withPrint(options: Options, flags: Call['flags']): Options {
  const wanted = String(flags['paper'] ?? 'A4')
  const paper = Object.values(papers).find(({ name }) => name.toLowerCase() === wanted.toLowerCase())
  if (!paper) throw new UsageError(`--paper cannot be "${wanted}".`, `There is: ${Object.keys(papers).join(', ').toLowerCase()}.`)
  return { ...options, print: { paper, mono: flags['mono'] === true } }
}

/** The command's options with what it was asked for besides. */
export function withExtras(options: Options, flags: Call['flags'], names: readonly string[]): Options {
  const { handout } = flags
  const extras: Extras = {
    html: flags['html'] === true,
    withNotes: flags['with-notes'] === true,
    pptx: flags['pptx'] === true,
    twoUp: flags['two-up'] === true,
    ...(handout === 'lines' || handout === 'notes' ? { handout } : {}),
  }
  return { ...withPrint(options, flags), only: [...options.only, ...names], extras }
}
