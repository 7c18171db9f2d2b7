import { createRequire } from 'node:module'
import type * as Playwright from 'playwright-chromium'
import type { Browser } from 'playwright-chromium'
import { findBrowsers } from '../../setup/find-browser.mjs'
import { browserWays, EnvironmentFailure } from './failure.ts'

/**
 * Nothing but drawing: no updates, no reports, no sound, and no name that leads off this machine. Letters keep the
 * widths that their typeface gives them: a browser without a window rounds them to a screen's pixels, even in a PDF.
 */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-gpu',
  '--disable-sync',
  '--font-render-hinting=none',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/**
 * Starts the best browser there is, without a window; it ends with this thread at the latest.
 * @throws {EnvironmentFailure} `no-browser` or `browser-failed`
 */
export async function launchBrowser(env: Readonly<Record<string, string | undefined>> = process.env): Promise<Browser> {
  const found = findBrowsers(env)
  const wanted = env['SALJVERKSTAD_BROWSER']?.trim()
  if (found.length === 0) {
    const message = wanted ? `SALJVERKSTAD_BROWSER names ${wanted}, which is not a file.` : 'No browser to print with.'
    throw new EnvironmentFailure('no-browser', message, browserWays)
  }
  // As a module its names would first be looked for in megabytes of its text.
  const { chromium } = createRequire(import.meta.url)('playwright-chromium') as typeof Playwright
  const failures: string[] = []
  for (const { path } of found) {
    try {
      return await chromium.launch({ executablePath: path, args: [...quiet, ...asRoot()], timeout: 60_000 })
    } catch (error) {
      failures.push(`${path}: ${firstLine(error)}`)
    }
  }
  throw new EnvironmentFailure('browser-failed', `No browser starts.\n${failures.join('\n')}`, browserWays)
}

/** Chromium's sandbox refuses to start as root. */
const asRoot = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? ''
}
