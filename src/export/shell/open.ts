import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { programFile } from '../../program.ts'
import { EnvironmentFailure } from '../browser/failure.ts'
import { shellKey } from './key.ts'
import { commit, isWhole, scratchFolder, sweep } from './store.ts'

/** To print from; or to carry: a page that is a single file but for the deck's data, with the presenter's view. */
export type ShellKind = 'print' | 'file'

/** A section taken over by hand, compiled into the shell. */
export interface ShellSection {
  readonly slug: string
  /** Absolute. */
  readonly path: string
  /** Of all that it is made of. */
  readonly hash: string
}

export interface ShellOptions {
  /** Default: `print`. */
  readonly kind?: ShellKind
  /** The theme's folder. */
  readonly theme: string
  /** Where shells are kept; safe to delete at any time. */
  readonly cache: string
  readonly custom?: readonly ShellSection[]
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
  const { kind = 'print', theme, cache, custom = [], onBuild } = options
  const key = await shellKey([theme], [kind, ...custom.map(({ slug, hash }) => `${slug} ${hash}`)])
  const store = path.join(cache, 'shells')
  const folder = path.join(store, key)
  if (await isWhole(folder)) return { folder, key }
  onBuild?.()
  const scratch = await scratchFolder(store)
  try {
    await runBuild({ theme, folder: scratch, kind, custom })
    await commit(path.join(scratch, 'dist'), folder)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  await sweep(store, folder)
  return { folder, key }
}

/** What `build-main.ts` is told. */
export interface BuildArguments {
  readonly theme: string
  /** To build in; it must hold nothing. */
  readonly folder: string
  readonly kind: ShellKind
  readonly custom: readonly ShellSection[]
}

/** Runs `build-main.ts` in a process of its own, without a terminal to ask questions on; ends it with this process. */
async function runBuild(wanted: BuildArguments): Promise<void> {
  const child = spawn(process.execPath, [await programFile('build-shell'), JSON.stringify(wanted)], {
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
  const hint = wanted.custom.length > 0 ? 'It holds sections taken over by hand; one of them may be at fault.' : 'It is built from the theme in slides/theme; a change there may have broken it.'
  throw new EnvironmentFailure('shell-failed', `The slide shell could not be built.\n${said.trim()}`, hint)
}
