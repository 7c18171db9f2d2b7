import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import process from 'node:process'

const root = new URL('../../', import.meta.url)
const lockfile = new URL('package-lock.json', root)
const installed = new URL('node_modules/.package-lock.json', root)
/** Holds the hash of the lockfile that was installed last. */
const stamp = new URL('node_modules/.saljverkstad-packages', root)

/**
 * Installs the packages of the lockfile when they are missing or another lockfile's.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<void>}
 */
export async function ensurePackages(say) {
  const wanted = createHash('sha256').update(readFileSync(lockfile)).digest('hex')
  if (isInstalled(wanted)) return
  say('Installing the packages this needs; it takes a minute or two, once …')
  const npm = process.env.npm_execpath
  const [program, first] = npm ? [process.execPath, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
  const { status } = spawnSync(program, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: program === 'npm.cmd',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', NODE_ENV: undefined },
  })
  if (status !== 0) throw new Error('The packages could not be installed.', { cause: 'This needs the network once. Check the connection and run the command again.' })
  writeFileSync(stamp, wanted)
}

/** @param {string} wanted hash of the lockfile */
function isInstalled(wanted) {
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
