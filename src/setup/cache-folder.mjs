import path from 'node:path'
import process from 'node:process'

/**
 * Where everything is kept that can be made again; safe to delete. `SALJVERKSTAD_CACHE` names another folder beside the
 * usual one, such as an empty one to time a first build. Compiled programs find their packages from there.
 *
 * @param {string} root the toolkit's folder
 * @param {Readonly<Record<string, string | undefined>>} [env]
 * @returns {string}
 */
export function cacheFolder(root, env = process.env) {
  return path.join(root, 'node_modules/.cache', path.basename(env.SALJVERKSTAD_CACHE?.trim() || 'saljverkstad'))
}
