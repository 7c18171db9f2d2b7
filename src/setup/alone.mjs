import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import process from 'node:process'

/** Milliseconds between two looks at a lock that somebody holds. */
const pause = 200
/** A lock without an owner is one that is being made, or was left by a process that ended just then. */
const newborn = 5_000
/** Nothing done under a lock takes this long; a process of that number is another one by now. */
const oldest = 30 * 60_000

/** @typedef {{ pid: number, host: string, token: string }} Owner */

/**
 * Does something that only one process on this checkout may do at a time. Others that come to it wait, and say so. A
 * lock is a folder, because making one either succeeds or fails; one whose process is gone is taken over.
 *
 * @template T
 * @param {string} lock the folder; what it lies in is made where it is missing
 * @param {(owner: number | undefined) => void} waits called once, with the number of the process that holds the lock
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(lock, waits, work) {
  mkdirSync(path.dirname(lock), { recursive: true })
  /** @type {Owner} */
  const own = { pid: process.pid, host: hostname(), token: randomUUID() }
  for (let said = false; !take(lock, own);) {
    if (cleared(lock)) continue
    if (!said) waits(ownerOf(lock)?.pid)
    said = true
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  const release = () => ownerOf(lock)?.token === own.token && rmSync(lock, { recursive: true, force: true })
  process.on('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

/** @type {(lock: string, own: Owner) => boolean} */
function take(lock, own) {
  try {
    mkdirSync(lock)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
  writeFileSync(path.join(lock, 'owner.json'), JSON.stringify(own))
  return true
}

/** Removes a lock that nobody holds any more; true when it was one. @type {(lock: string) => boolean} */
function cleared(lock) {
  const owner = ownerOf(lock)
  const age = ageOf(lock)
  if (age === undefined) return true
  const gone = owner ? age > oldest || (owner.host === hostname() && !isAlive(owner.pid)) : age > newborn
  if (!gone) return false
  // Of several that see this, only one can move it; one that moved a younger lock puts it back.
  const aside = `${lock}-${randomUUID()}`
  try {
    renameSync(lock, aside)
  } catch {
    return true
  }
  if (ownerOf(aside)?.token !== owner?.token) {
    try {
      renameSync(aside, lock)
      return false
    } catch {
      // There is a new one already.
    }
  }
  rmSync(aside, { recursive: true, force: true })
  return true
}

/** @type {(lock: string) => Owner | undefined} */
function ownerOf(lock) {
  try {
    return JSON.parse(readFileSync(path.join(lock, 'owner.json'), 'utf8'))
  } catch {
    return undefined
  }
}

/** In milliseconds; undefined when there is no lock. @type {(lock: string) => number | undefined} */
function ageOf(lock) {
  try {
    return Date.now() - statSync(lock).mtimeMs
  } catch {
    return undefined
  }
}

/** @type {(pid: number) => boolean} */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, and somebody else's.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
