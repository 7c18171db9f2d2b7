import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import process from 'node:process'
import { alone } from './alone.mjs'

const root = new URL('../../', import.meta.url)

/** What a folder's packages are known by. @typedef {{ folder: URL, wanted: string, lockfile: URL, installed: URL, stamp: URL }} Place */

/**
 * Installs the packages of a folder's lockfile when they are missing or another lockfile's: the toolkit's own, unless
 * another folder is named. Of two commands that begin at once only one installs, and the other waits for it.
 *
 * @param {(line: string) => void} say
 * @param {URL} [folder]
 * @returns {Promise<void>}
 */
export async function ensurePackages(say, folder = root) {
  const lockfile = new URL('package-lock.json', folder)
  const wanted = createHash('sha256').update(readFileSync(lockfile)).digest('hex')
  const installed = new URL('node_modules/.package-lock.json', folder)
  // The stamp holds the hash of the lockfile that was installed last.
  const place = { folder, wanted, lockfile, installed, stamp: new URL('node_modules/.saljverkstad-packages', folder) }
  if (isInstalled(place)) return
  // The lock is outside of the folder that npm clears before it installs.
  const lock = fileURLToPath(new URL('.cache/packages.lock', folder))
  const waits = (/** @type {number | undefined} */ pid) => say(`Another command is installing the packages${pid ? ` (process ${pid})` : ''}; waiting for it …`)
  await alone(lock, waits, () => isInstalled(place) || install(place, say))
}

/** @type {(place: Place, say: (line: string) => void) => void} */
function install({ folder, wanted, stamp }, say) {
  say('Installing the packages this needs; it takes a minute or two, once …')
  const npm = process.env.npm_execpath
  const [program, first] = npm ? [process.execPath, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
  const { status } = spawnSync(program, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: fileURLToPath(folder),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: program === 'npm.cmd',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', PUPPETEER_SKIP_DOWNLOAD: '1', NODE_ENV: undefined },
  })
  if (status !== 0) throw new Error('The packages could not be installed.', { cause: 'This needs the network once. Check the connection and run the command again.' })
  writeFileSync(stamp, wanted)
}

/** @type {(place: Place) => boolean} */
function isInstalled({ wanted, lockfile, installed, stamp }) {
  if (!existsSync(installed)) return false
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true
  // Packages that a person installed with npm are as good, if they are those of the lockfile.
  if (!sameVersions(packagesOf(lockfile), packagesOf(installed))) return false
  writeFileSync(stamp, wanted)
  return true
}

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/** @type {(file: URL) => Packages} */
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/** Optional packages may be missing: they are for other machines. @type {(wanted: Packages, found: Packages) => boolean} */
const sameVersions = (wanted, found) =>
  Object.entries(wanted).every(([name, { version, optional }]) => name === '' || found[name]?.version === version || (optional && !found[name]))
