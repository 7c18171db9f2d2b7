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
  readonly run: (call: Call) => Promise<ExitCode>
}

export interface Call {
  /** What stands on the command line besides options. */
  readonly names: readonly string[]
  readonly options: Options
  readonly report: Reporter
}

/** 0 fine, 1 errors in content, 2 wrong usage, 3 the environment (no browser, disk full). */
export type ExitCode = 0 | 1 | 2 | 3
