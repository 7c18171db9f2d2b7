import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the real command line as npm would, in a process of its own. */
export function run(args: readonly string[], options: { cwd?: string; env?: Record<string, string | undefined> } = {}): Promise<Ran> {
  const child = spawn(process.execPath, [`${root}src/setup/main.mjs`, ...args], {
    cwd: options.cwd ?? root,
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  return new Promise((done, failed) => child.once('error', failed).once('close', (code) => done({ code, out, err })))
}
