import type { Diagnostic } from '../model/diagnostic.ts'

/** What a command tells while it works: for people, or as JSON lines for programs. */
export interface Reporter {
  readonly diagnostics: (diagnostics: readonly Diagnostic[]) => void
  /** A file that was made, kept, set aside or removed. */
  readonly result: (result: { readonly path: string; readonly state: string; readonly note?: string }) => void
  /** How far a long job is; `done` of `total`. */
  readonly progress: (done: number, total: number, label: string) => void
  /** A line for people. */
  readonly say: (line: string) => void
  /** Figures of the whole run. */
  readonly summary: (figures: Readonly<Record<string, number>>, line: string) => void
  readonly failure: (message: string, hint: string, code: number) => void
}

export interface Terminal {
  readonly out: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
  readonly err: NodeJS.WritableStream
}

/** JSON lines on standard output: `{"type":"diagnostic"|"result"|"summary"|"failure", …}`. */
export function jsonReporter({ out }: Terminal): Reporter {
  const write = (type: string, data: object): void => void out.write(`${JSON.stringify({ type, ...data })}\n`)
  return {
    diagnostics: (diagnostics) => diagnostics.forEach((one) => write('diagnostic', one)),
    result: (result) => write('result', result),
    progress: () => undefined,
    say: () => undefined,
    summary: (figures) => write('summary', figures),
    failure: (message, hint, code) => write('failure', { message, hint, code }),
  }
}

/** Lines for people; with `quiet` only problems. */
export function textReporter({ out, err }: Terminal, quiet: boolean): Reporter {
  const bar = quiet ? undefined : progressBar(out)
  const say = (line: string): void => {
    if (quiet) return
    bar?.clear()
    out.write(`${line}\n`)
  }
  return {
    diagnostics: (diagnostics) => {
      if (diagnostics.length === 0) return
      bar?.clear()
      err.write(`${formatDiagnostics(diagnostics)}\n`)
    },
    result: ({ path, state, note }) => {
      if (state === 'kept' || state === 'removed') say(`${state === 'kept' ? 'kept' : 'removed'} ${path}${note ? ` ${note}` : ''}`)
    },
    progress: (done, total, label) => bar?.show(done, total, label),
    say,
    summary: (_figures, line) => say(line),
    failure: (message, hint) => {
      bar?.clear()
      err.write(`${message}\n${indented(hint)}\n`)
    },
  }
}

/** `path:line:column severity [code] message` and a hint, grouped by file, in order of place. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const lines = inOrder(diagnostics).flatMap(({ path, line, column, severity, code, message, hint }) => [
    `${path}:${line}:${column} ${severity} [${code}] ${message}`,
    ...(hint ? [indented(hint)] : []),
  ])
  return lines.join('\n')
}

/** Diagnostics by file and place, each once. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = (one: Diagnostic): string => `${one.path}:${one.line}:${one.column}:${one.code}:${one.message}`
  const unique = [...new Map(diagnostics.map((one) => [key(one), one])).values()]
  return unique.sort((a, b) => (a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1))
}

const indented = (text: string): string => text.split('\n').map((line) => `  ${line}`).join('\n')

interface Bar {
  readonly show: (done: number, total: number, label: string) => void
  readonly clear: () => void
}

/** A bar that is drawn over itself on a terminal; elsewhere one line per tenth. */
function progressBar(out: Terminal['out']): Bar {
  if (!out.isTTY) {
    let tenths = 0
    return {
      show: (done, total, label) => {
        const now = Math.floor((done * 10) / Math.max(total, 1))
        if (now > tenths && done > 0) out.write(`${done} of ${total}: ${label}\n`)
        tenths = now
      },
      clear: () => undefined,
    }
  }
  const width = 24
  return {
    show: (done, total, label) => {
      const full = Math.round((done * width) / Math.max(total, 1))
      const text = `${'█'.repeat(full)}${'░'.repeat(width - full)} ${done}/${total} ${label}`
      out.write(`\r\u001b[2K${text.slice(0, (out.columns ?? 80) - 1)}`)
    },
    clear: () => void out.write('\r\u001b[2K'),
  }
}
