import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { toolkit } from '../../src/toolkit.ts'
import { watchMemory } from './memory.ts'

export interface Ran {
  readonly seconds: number
  /** The most that the process and its children held together, in bytes; undefined when it was not looked at. */
  readonly memory: number | undefined
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly memory?: boolean
}

/** The command line of the toolkit, as npm starts it. */
export const program = join(toolkit, 'src/setup/main.mjs')

/** A clean environment: nothing that npm or a test runner has put into this one. */
export const environment = (more: RunOptions['env'] = {}): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_ENV$|^VITEST/.test(name))),
  NO_COLOR: '1',
  ...more,
})

/** Ends a process with this one at the latest; returns what takes that back. */
export function endWith(child: ChildProcess): () => void {
  const end = (): void => void child.kill()
  process.once('exit', end)
  return () => process.off('exit', end)
}

/** Runs node to its end and takes the time from outside. @throws {Error} with what it said, when it fails */
export async function run(args: readonly string[], { cwd, env, memory = false }: RunOptions = {}): Promise<Ran> {
  const start = performance.now()
  const child = spawn(process.execPath, args, { cwd, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] })
  const stop = endWith(child)
  const watched = memory && child.pid !== undefined ? watchMemory(child.pid) : undefined
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4000)))
  const code = await new Promise<number | null>((done, failed) => child.once('error', failed).once('close', done))
  const seconds = (performance.now() - start) / 1000
  stop()
  const most = await watched?.stop()
  if (code !== 0) throw new Error(`node ${args.slice(0, 3).join(' ')} … ended with ${code}.\n${said.trim()}`)
  return { seconds, memory: most }
}
