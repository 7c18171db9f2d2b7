import { cpus } from 'node:os'
import { secondsOf, type Figure, type Figures } from './figure.ts'
import { outcomeOf, rows } from './targets.ts'

/** Everything measured, as one table with the targets. */
export function table(figures: Figures): string {
  const lines = rows.flatMap(({ what, figure: name, target }) => {
    const figure = figures.get(name)
    if (!figure) return []
    const outcome = target && outcomeOf(figure, target, figures)
    return [[what, time(secondsOf(figure)), from(figure), memory(figure), outcome?.ratio ?? '', outcome?.target ?? '', outcome ? (outcome.met ? '✓' : '✗') : '']]
  })
  const head = ['what', 'median', 'of', 'memory', 'ratio', 'target', '']
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => (line[column] ?? '').length)))
  const rule = widths.map((width) => '-'.repeat(Math.max(width, 3)))
  const text = [head, rule, ...lines].map((line) => `| ${line.map((cell, column) => cell.padEnd(Math.max(widths[column] ?? 0, 3))).join(' | ')} |`).join('\n')
  return [text, '', ...notes(figures)].join('\n')
}

/** The same for programs to read. */
export function results(figures: Figures): object {
  return {
    machine: machine(),
    figures: Object.fromEntries(figures.entries().map(([name, figure]) => [name, { seconds: secondsOf(figure), ...figure }])),
    targets: rows.flatMap(({ what, figure: name, target }) => {
      const figure = figures.get(name)
      const outcome = figure && target && outcomeOf(figure, target, figures)
      return outcome ? [{ what, ...outcome }] : []
    }),
  }
}

const machine = (): string => `Node ${process.versions.node} on ${cpus().length} × ${cpus()[0]?.model ?? 'an unknown processor'}`

function notes(figures: Figures): string[] {
  const sampled = ['stock', 'marp'].map((name) => figures.get(name)).find((figure) => figure && figure.samples.length < (figure.times ?? 1))
  const sheet = figures.get('sheet')
  return [
    `${machine()}; medians of the runs counted under “of”.`,
    ...(sampled ? [`“× ${sampled.times}”: ${sampled.samples.length} sections were timed, and the median is taken for each; --full times them all.`] : []),
    ...(sheet ? [`${Math.round(1 / secondsOf(sheet))} worksheet pages a second on one core.`] : []),
  ]
}

const from = ({ samples, times }: Figure): string => {
  const [least, most] = [Math.min(...samples), Math.max(...samples)]
  return `${samples.length}: ${time(least)}–${time(most)}${times === undefined ? '' : `, × ${times}`}`
}

const time = (seconds: number): string => (seconds < 0.2 ? `${(seconds * 1000).toFixed(1)} ms` : `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`)

const memory = ({ memory: bytes }: Figure): string => (bytes === undefined ? '' : `${(bytes / 1e9).toFixed(2)} GB`)
