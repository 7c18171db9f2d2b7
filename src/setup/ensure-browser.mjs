import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import process from 'node:process'
import { findBrowser } from './find-browser.mjs'

/**
 * Sees to it that there is a browser to print with: an installed one, or Debian's and Ubuntu's package (as root), or
 * Playwright's own download.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<void>}
 */
export async function ensureBrowser(say) {
  if (findBrowser()) return
  const wanted = process.env.SALJVERKSTAD_BROWSER
  if (wanted) throw new Error(`SALJVERKSTAD_BROWSER names ${wanted}, which is not a file.`, { cause: 'Correct it or unset it.' })
  if (isDebian() && process.getuid?.() === 0) {
    say('Installing a browser to print with …')
    const quiet = /** @type {const} */ ({ stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    spawnSync('apt-get', ['update', '-qq'], quiet)
    for (const name of ['chromium-headless-shell', 'chromium']) {
      spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet)
      if (findBrowser()) return
    }
  }
  say('Fetching a browser to print with …')
  const cli = createRequire(import.meta.url).resolve('playwright-chromium/cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 600_000, env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: undefined } })
  if (findBrowser()) return
  throw new Error('There is no browser to print with.', {
    cause: [
      'Any one of these will do:',
      '1. install Chrome, Chromium or Edge (on Debian and Ubuntu: apt-get install chromium),',
      '2. set SALJVERKSTAD_BROWSER to the program of one that is somewhere else,',
      '3. with a network, let Playwright fetch one: npx playwright-chromium install chromium',
    ].join('\n'),
  })
}

function isDebian() {
  try {
    return /^ID(?:_LIKE)?=.*(?:debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}
