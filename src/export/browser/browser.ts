import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { openPage, type Page } from './page.ts'
import { makeProfile, removeAbandoned } from './profile.ts'
import { Protocol } from './protocol.ts'

/** A browser of our own, without a window. */
export interface Browser {
  /** True when it has ended or no longer answers: then there is nothing more to be had of it. */
  readonly isLost: boolean
  newPage(): Promise<Page>
  /** Ends it, and leaves nothing behind. */
  close(): Promise<void>
}

/** Milliseconds: for the browser to start, for one command of its pages, and for it to end by itself. */
const [startPatience, commandPatience, endPatience] = [60_000, 120_000, 5_000]

/**
 * Starts a browser that is spoken to through pipes, with a folder of its own that is gone when it ends. It ends with this
 * thread at the latest.
 * @throws {Error} with what it said, when it does not start
 */
export async function startBrowser(program: string, flags: readonly string[]): Promise<Browser> {
  void removeAbandoned()
  const folder = await makeProfile()
  const child = spawn(program, ['--headless', '--remote-debugging-pipe', `--user-data-dir=${folder}`, ...flags, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], detached: isUnix })
  const endNow = (): void => {
    kill(child)
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    } catch {
      // A system that holds on to files keeps the folder.
    }
  }
  process.once('exit', endNow)
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)))
  const [out, input] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  const protocol = new Protocol(out, input, commandPatience)
  const ended = once(child, 'exit').catch(() => undefined)
  const close = async (): Promise<void> => {
    // One that does not listen is not waited for.
    if (protocol.isLost) kill(child)
    else protocol.send('Browser.close').catch(() => undefined)
    await endOf(child, ended)
    protocol.end('The browser is gone')
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }).catch(() => undefined)
    process.off('exit', endNow)
  }
  try {
    await started(child, protocol)
  } catch (error) {
    await close()
    const lastLine = said.trim().split('\n').at(-1)
    throw new Error([(error as Error).message, lastLine].filter(Boolean).join(': '), { cause: error })
  }
  return {
    get isLost() {
      return protocol.isLost
    },
    newPage: () => openPage(protocol),
    close,
  }
}

/** Waits for the first answer. One that ends instead says how: its pipes may end a moment before it. */
async function started(child: ChildProcess, protocol: Protocol): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const failed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It has not started within ${startPatience / 1000} seconds`)), startPatience)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      protocol.end('The browser is gone')
      reject(new Error(`It ended at once, with ${signal ?? `code ${code}`}`))
    })
  })
  failed.catch(() => undefined)
  await Promise.race([failed, protocol.send('Browser.getVersion').catch(() => failed)]).finally(() => clearTimeout(timer))
}

/** A group of its own, which Ctrl-C in a terminal does not reach: whoever uses it ends it in good order. */
const isUnix = process.platform !== 'win32'

function kill(child: ChildProcess): void {
  try {
    if (isUnix && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // It has ended.
  }
}

async function endOf(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  // One that never started has no end to wait for.
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const timer = setTimeout(() => kill(child), endPatience)
  await ended
  clearTimeout(timer)
}
