import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, realpath, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { filesIn } from './key.ts'

const manifestName = 'manifest.json'
const unusedAfterDays = 14
const abandonedAfterHours = 1

/** Hashes of a shell's files by name. A shell without one, or that does not match it, counts as not built. */
type Manifest = Readonly<Record<string, string>>

/** Whether `folder` holds a whole shell, every byte as it was built; marks it as used. */
export async function isWhole(folder: string): Promise<boolean> {
  try {
    const manifest = JSON.parse(await readFile(path.join(folder, manifestName), 'utf8')) as Manifest
    const files = Object.entries(manifest)
    if (files.length === 0) return false
    const hashes = await Promise.all(files.map(([name]) => hashOf(path.join(folder, name))))
    if (!files.every(([, hash], index) => hash === hashes[index])) return false
    const now = new Date()
    await utimes(folder, now, now).catch(() => undefined)
    return true
  } catch {
    return false
  }
}

/** A fresh folder beside the shells to build in; `scratchFolder` names are swept up when they are left behind. */
export async function scratchFolder(store: string): Promise<string> {
  const folder = path.join(store, `scratch-${randomUUID()}`)
  await mkdir(folder, { recursive: true })
  // Vite goes by real paths: a linked folder would not be the page's own.
  return realpath(folder)
}

/** Puts a built shell in its place in one step. Another process may have been faster: then its shell stays. */
export async function commit(built: string, target: string): Promise<void> {
  const names = await filesIn(built)
  const hashes = await Promise.all(names.map((name) => hashOf(path.join(built, name))))
  const manifest: Manifest = Object.fromEntries(names.map((name, index) => [name, hashes[index] ?? '']))
  await writeFile(path.join(built, manifestName), JSON.stringify(manifest, null, 1))
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await rename(built, target)
    } catch (error) {
      if (await isWhole(target)) return
      if (attempt === 2) throw error
      // A broken shell is in the way; moved first, so that nobody sees it half removed.
      const broken = `${target}-${randomUUID()}`
      await rename(target, broken).catch(() => undefined)
      await rm(broken, { recursive: true, force: true })
    }
  }
}

/** Removes shells that nobody has used for two weeks, and scratch folders of builds that died. */
export async function sweep(store: string, keep: string): Promise<void> {
  for (const name of await readdir(store).catch(() => [])) {
    const folder = path.join(store, name)
    if (folder === keep) continue
    const hours = (Date.now() - (await modified(folder))) / 3_600_000
    const limit = name.includes('-') ? abandonedAfterHours : unusedAfterDays * 24
    if (hours > limit) await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

const modified = async (file: string): Promise<number> => (await stat(file).catch(() => undefined))?.mtimeMs ?? Date.now()

async function hashOf(file: string): Promise<string> {
  return createHash('sha256').update(await readFile(file)).digest('hex')
}
