import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Options } from './build/options.ts'
import { folders } from './build/places.ts'
import { build } from './commands/build.ts'
import { check } from './commands/check.ts'
import { collect } from './commands/collect.ts'
import type { Command, ExitCode, Flags } from './commands/command.ts'
import { importPosts } from './commands/import.ts'
import { docs } from './commands/docs.ts'
import { eject } from './commands/eject.ts'
import { create } from './commands/new.ts'
import { present } from './commands/present.ts'
import { watch } from './commands/watch.ts'
import { worksheets } from './commands/worksheets.ts'
import { jsonReporter, textReporter, type Terminal } from './commands/reporter.ts'
import { EnvironmentFailure } from './export/browser/failure.ts'
import { suggest } from './model/suggest.ts'
import { UsageError } from './model/usage-error.ts'

const commands: readonly Command[] = [build, check, collect, create, docs, importPosts, present, watch, worksheets, eject]

/** Options that every command understands. */
const common = {
  content: { type: 'string', value: 'DIR', about: 'folder with posts/ and workshops/ (default: content)' },
  exercises: { type: 'string', value: 'DIR', about: 'folder with exercises (default: exercises)' },
  out: { type: 'string', value: 'DIR', about: 'folder to write to (default: out)' },
  only: { type: 'string', value: 'slug,slug', about: "just those posts' decks and sheets" },
  force: { type: 'boolean', value: '', about: 'make everything anew' },
  quiet: { type: 'boolean', value: '', about: 'say nothing but problems' },
  json: { type: 'boolean', value: '', about: 'problems and results as JSON lines' },
  help: { type: 'boolean', value: '', about: 'this help' },
} as const satisfies Flags

/** Runs one command line, without the program's name; never throws for what a user can cause. */
export async function main(argv: readonly string[], terminal: Terminal = { out: process.stdout, err: process.stderr }): Promise<ExitCode> {
  const json = argv.includes('--json')
  const report = json ? jsonReporter(terminal) : textReporter(terminal, argv.includes('--quiet'))
  try {
    const [name, ...rest] = argv
    const command = commandCalled(name)
    if (!command) {
      terminal.out.write(help())
      return 0
    }
    const { values, positionals } = readFlags(rest, { ...common, ...command.flags })
    if (values.help) {
      terminal.out.write(helpOf(command))
      return 0
    }
    return await command.run({ names: positionals, options: optionsFrom(values), flags: values, report })
  } catch (error) {
    return explain(error, report)
  }
}

function commandCalled(name: string | undefined): Command | undefined {
  if (name === undefined || name === '--help' || name === 'help') return undefined
  const command = commands.find((one) => one.name === name)
  if (command) return command
  throw new UsageError(`There is no command "${name}".`, didYouMean(name, commands.map((one) => one.name)))
}

type Values = Readonly<Record<string, string | boolean | undefined>>

function readFlags(args: readonly string[], flags: Flags): { values: Values; positionals: string[] } {
  const options = Object.fromEntries(Object.entries(flags).map(([name, { type }]) => [name, { type }]))
  const chosen = withChoices(args, flags)
  try {
    const { values, positionals } = parseArgs({ args: chosen, options, strict: true, allowPositionals: true })
    return { values, positionals }
  } catch (error) {
    const message = (error as Error).message
    const unknown = /^Unknown option '(--?[^']+)'/.exec(message)?.[1]
    if (unknown) throw new UsageError(`There is no option ${unknown}.`, didYouMean(unknown, Object.keys(flags).map((name) => `--${name}`)))
    const valueless = /^Option '(?:-\w, )?--([\w-]+)/.exec(message)?.[1] ?? ''
    const flag = flags[valueless]
    if (flag?.value) throw new UsageError(`--${valueless} needs a value.`, `write it as --${valueless} ${flag.value}`)
    throw new UsageError(message.split('. ', 1)[0] ?? message, 'see --help')
  }
}

/** Gives options that have choices their first one where none of them follows. @throws {UsageError} for one that is none. */
function withChoices(args: readonly string[], flags: Flags): string[] {
  return args.flatMap((arg, index) => {
    const [, name = '', value] = /^--([\w-]+)(?:=(.*))?$/.exec(arg) ?? []
    const choices = flags[name]?.choices
    if (!choices) return [arg]
    if (value === undefined) return choices.includes(args[index + 1] ?? '') ? [arg] : [`--${name}=${choices[0]}`]
    if (!choices.includes(value)) throw new UsageError(`--${name} cannot be "${value}".`, `it can be ${choices.join(' or ')}`)
    return [arg]
  })
}

const didYouMean = (name: string, known: readonly string[]): string => {
  const meant = suggest(name, known)
  return meant ? `Did you mean ${meant}?` : `There is: ${known.join(', ')}.`
}

function optionsFrom(values: Values): Options {
  const text = (name: keyof typeof common): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined)
  const folder = (name: 'content' | 'exercises' | 'out'): string => (text(name) ? resolve(text(name) ?? '') : folders[name])
  return {
    content: folder('content'),
    exercises: folder('exercises'),
    out: folder('out'),
    only: (text('only') ?? '').split(',').map((slug) => slug.trim()).filter(Boolean),
    force: values['force'] === true,
    quiet: values['quiet'] === true,
    json: values['json'] === true,
  }
}

function explain(error: unknown, report: ReturnType<typeof textReporter>): ExitCode {
  if (error instanceof UsageError) {
    report.failure(error.message, error.hint, 2)
    return 2
  }
  if (error instanceof EnvironmentFailure) {
    report.failure(error.message, error.hint, 3)
    return 3
  }
  const failure = diskFailure(error)
  if (!failure) throw error
  report.failure(failure.message, failure.hint, 3)
  return 3
}

function diskFailure(error: unknown): { message: string; hint: string } | undefined {
  const { code, path, syscall } = (error ?? {}) as NodeJS.ErrnoException
  if (!syscall || !code) return undefined
  const where = path ?? 'the disk'
  if (code === 'ENOSPC') return { message: `There is no room left on the disk for ${where}.`, hint: 'free some space and run the command again; what was finished stays' }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { message: `${where} may not be written or read.`, hint: 'close the file in other programs, or choose another folder with --out' }
  if (code === 'EBUSY') return { message: `${where} is in use by another program.`, hint: 'close it there and run the command again' }
  if (code === 'ENOTDIR' || code === 'EISDIR' || code === 'EEXIST') return { message: `${where} is a file where a folder should be, or the other way round.`, hint: 'move it, or choose another folder with --out' }
  return undefined
}

function help(): string {
  const width = Math.max(...commands.map(({ name, usage }) => `${name} ${usage}`.length))
  return [
    'Säljverkstad: posts about selling become decks and worksheets.',
    '',
    ...commands.map(({ name, usage, summary }) => `  npm run ${`${name} ${usage}`.padEnd(width)}  ${summary}`),
    '',
    'Options (after --):',
    ...flagLines(common),
    '',
  ].join('\n')
}

const helpOf = ({ name, usage, summary, details, flags = {} }: Command): string =>
  [`npm run ${name} ${usage}`.trim(), `  ${summary}`, '', ...details.map((line) => `  ${line}`), '', 'Options (after --):', ...flagLines({ ...flags, ...common }), ''].join('\n')

const flagLines = (flags: Flags): string[] =>
  Object.entries(flags).map(([name, { value, about }]) => `  ${`--${name} ${value}`.padEnd(22)} ${about}`)
