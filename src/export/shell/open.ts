import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { EnvironmentFailure } from '../browser/failure.ts'
import { shellKey } from './key.ts'
import { commit, isWhole, scratchFolder, sweep } from './store.ts'

export interface ShellOptions {
  /** The theme's folder. */
  readonly theme: string
  /** Where shells are kept; safe to delete at any time. */
  readonly cache: string
  /** Further folders whose files a shell depends on. */
  readonly inputs?: readonly string[]
  /** Called when a shell has to be built first, which takes seconds. */
  readonly onBuild?: () => void
}

/** A prebuilt Slidev client that reads its slides from data at run time. */
export interface Shell {
  /** Holds `index.html` and what belongs to it. */
  readonly folder: string
  /** Hash of all that the shell was made of. */
  readonly key: string
}

/**
 * Gives the shell for a theme, from the cache if it is there and whole.
 * @throws {EnvironmentFailure} `shell-failed` with what the build said
 */
export async function openShell(options: ShellOptions): Promise<Shell> {
  const { theme, cache, inputs = [], onBuild } = options
  const key = await shellKey([theme, ...inputs])
  const store = path.join(cache, 'shells')
  const folder = path.join(store, key)
  if (await isWhole(folder)) return { folder, key }
  onBuild?.()
  const scratch = await scratchFolder(store)
  try {
    await runBuild(theme, scratch)
    await commit(path.join(scratch, 'dist'), folder)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  await sweep(store, folder)
  return { folder, key }
}

/** Runs `build-main.ts` in a process of its own, without a terminal to ask questions on; ends it with this process. */
async function runBuild(theme: string, scratch: string): Promise<void> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const program = fileURLToPath(new URL('build-main.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', tsx, program, theme, scratch], {
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = (): void => void child.kill()
  process.once('exit', stop)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  process.off('exit', stop)
  if (code === 0) return
  const hint = 'It is built from the theme in slides/theme; a change there may have broken it.'
  throw new EnvironmentFailure('shell-failed', `The slide shell could not be built.\n${said.trim()}`, hint)
}
