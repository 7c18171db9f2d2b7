import { createRequire } from 'node:module'
import type * as Playwright from 'playwright-chromium'
import { findBrowsers } from '../../setup/find-browser.mjs'
import { startBrowser, type Browser } from './browser.ts'
import { browserWays, EnvironmentFailure, firstLine } from './failure.ts'
import { ownFlags, quietFlags } from './flags.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Starts the best browser there is, without a window; it ends with this thread at the latest.
 * @throws {EnvironmentFailure} `no-browser` or `browser-failed`
 */
export const launchBrowser = (env?: Environment): Promise<Browser> => withBest((program) => startBrowser(program, ownFlags()), env)

/**
 * The same, driven by Playwright: for whatever takes a page of its. Loading it takes half a second.
 * @throws {EnvironmentFailure} `no-browser` or `browser-failed`
 */
export function launchWithPlaywright(env?: Environment): Promise<Playwright.Browser> {
  return withBest((executablePath) => {
    // As a module its names would first be looked for in megabytes of its text.
    const { chromium } = createRequire(import.meta.url)('playwright-chromium') as typeof Playwright
    return chromium.launch({ executablePath, args: quietFlags(), timeout: 60_000, ...ownSignals })
  }, env)
}

/** Whoever uses it ends it in good order; Playwright would end the whole process at once. */
const ownSignals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }

/** Starts the first browser that does start. */
async function withBest<T>(start: (program: string) => Promise<T>, env: Environment = process.env): Promise<T> {
  const found = findBrowsers(env)
  const wanted = env['SALJVERKSTAD_BROWSER']?.trim()
  if (found.length === 0) {
    const message = wanted ? `SALJVERKSTAD_BROWSER names ${wanted}, which is not a file.` : 'No browser to print with.'
    throw new EnvironmentFailure('no-browser', message, browserWays)
  }
  const failures: string[] = []
  for (const { path } of found) {
    try {
      return await start(path)
    } catch (error) {
      failures.push(`${path}: ${firstLine(error)}`)
    }
  }
  throw new EnvironmentFailure('browser-failed', `No browser starts.\n${failures.join('\n')}`, browserWays)
}
