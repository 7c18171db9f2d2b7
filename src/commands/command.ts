import type { Options } from '../build/options.ts'
import type { Reporter } from './reporter.ts'

/** A command of the toolkit: one file, one line in the table of `cli.ts`. */
export interface Command {
  readonly name: string
  /** What stands after the name, for the help. */
  readonly usage: string
  readonly summary: string
  /** Longer help, a line each. */
  readonly details: readonly string[]
  /** Options of this command alone, besides those that every command has. */
  readonly flags?: Flags
  readonly run: (call: Call) => Promise<ExitCode>
}

export interface Flag {
  readonly type: 'string' | 'boolean'
  /** What stands after the option in the help; empty for one that takes nothing. */
  readonly value: string
  readonly about: string
  /** Of a string: the values there are. It may then stand without one, and means the first. */
  readonly choices?: readonly string[]
}

/** Options by their long names. */
export type Flags = Readonly<Record<string, Flag>>

export interface Call {
  /** What stands on the command line besides options. */
  readonly names: readonly string[]
  readonly options: Options
  /** The command's own options as they were given. */
  readonly flags: Readonly<Record<string, string | boolean | undefined>>
  readonly report: Reporter
}

/** 0 fine, 1 errors in content, 2 wrong usage, 3 the environment (no browser, disk full). */
export type ExitCode = 0 | 1 | 2 | 3
