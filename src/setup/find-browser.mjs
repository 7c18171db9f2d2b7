/**
 * Finds a browser to print with. Plain JavaScript on node builtins: the set-up step asks before any package is there.
 *
 * @typedef {import('./find-browser.d.mts').FoundBrowser} FoundBrowser
 * @typedef {import('./find-browser.d.mts').Machine} Machine
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import process from 'node:process'

/** Names of browsers on the search path, best first: one without a window of its own prints in half the time. */
const commands = [
  'chrome-headless-shell',
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge']

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** Programs in the folders of Playwright's own download; the folders are named after the system. */
const playwrightPrograms = {
  linux: ['chrome', 'chrome-headless-shell', 'headless_shell'],
  darwin: [
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'Chromium.app/Contents/MacOS/Chromium',
    'chrome-headless-shell',
    'headless_shell',
  ],
  win32: ['chrome.exe', 'chrome-headless-shell.exe', 'headless_shell.exe'],
}

/**
 * Every usable browser, best first: the one `SALJVERKSTAD_BROWSER` names (then no other), installed ones, Playwright's.
 *
 * @param {Readonly<Record<string, string | undefined>>} [env]
 * @param {Machine} [machine]
 * @returns {FoundBrowser[]}
 */
export function findBrowsers(env = process.env, machine = thisMachine) {
  const wanted = env.SALJVERKSTAD_BROWSER?.trim()
  if (wanted) return machine.isFile(wanted) ? [{ path: wanted, source: 'environment' }] : []
  const found = [
    ...installed(env, machine).map((path) => ({ path, source: /** @type {const} */ ('installed') })),
    ...downloaded(env, machine).map((path) => ({ path, source: /** @type {const} */ ('playwright') })),
  ]
  const seen = new Set()
  return found.filter(({ path }) => machine.isFile(path) && !seen.has(path) && seen.add(path))
}

/**
 * The best browser of `findBrowsers`, if there is one.
 *
 * @param {Readonly<Record<string, string | undefined>>} [env]
 * @param {Machine} [machine]
 * @returns {FoundBrowser | undefined}
 */
export function findBrowser(env = process.env, machine = thisMachine) {
  return findBrowsers(env, machine)[0]
}

/** @type {(env: Readonly<Record<string, string | undefined>>, machine: Machine) => string[]} */
function installed(env, { platform, home }) {
  if (platform === 'win32') {
    const { join } = path.win32
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    return windowsPrograms.flatMap((program) => roots.map((root) => join(root, program)))
  }
  const { join, delimiter } = path.posix
  if (platform === 'darwin') {
    return macApplications.flatMap((name) =>
      ['/Applications', join(home, 'Applications')].map((root) => join(root, `${name}.app/Contents/MacOS`, name)),
    )
  }
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)))
}

/** @type {(env: Readonly<Record<string, string | undefined>>, machine: Machine) => string[]} */
function downloaded(env, { platform, home, isFile, list }) {
  const { join } = platform === 'win32' ? path.win32 : path.posix
  const folder = env.PLAYWRIGHT_BROWSERS_PATH || join(...playwrightFolder(env, platform, home))
  const programs = playwrightPrograms[/** @type {keyof typeof playwrightPrograms} */ (platform)] ?? []
  const revision = (/** @type {string} */ name) => Number(/\d+$/.exec(name)?.[0])
  const builds = list(folder)
    .filter((name) => /^chromium(?:_headless_shell)?-\d+$/.test(name))
    .filter((name) => isFile(join(folder, name, 'INSTALLATION_COMPLETE')))
    .sort((a, b) => revision(b) - revision(a) || a.length - b.length)
  return builds.flatMap((build) =>
    list(join(folder, build)).flatMap((system) => programs.map((program) => join(folder, build, system, program))),
  )
}

/** @type {(env: Readonly<Record<string, string | undefined>>, platform: string, home: string) => string[]} */
function playwrightFolder(env, platform, home) {
  if (platform === 'win32') return [env.LOCALAPPDATA ?? path.win32.join(home, 'AppData', 'Local'), 'ms-playwright']
  if (platform === 'darwin') return [home, 'Library/Caches/ms-playwright']
  return [env.XDG_CACHE_HOME ?? path.posix.join(home, '.cache'), 'ms-playwright']
}

/** @type {Machine} */
const thisMachine = {
  platform: process.platform,
  home: homedir(),
  isFile: (file) => existsSync(file) && statSync(file).isFile(),
  list: (folder) => (existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder) : []),
}
