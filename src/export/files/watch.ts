import { basename } from 'node:path'
import { watch } from 'chokidar'

/** Time without further changes before a batch of them counts as over, in milliseconds: editors save in several strokes. */
const pause = 40

/**
 * Calls back, with a function that does not fail, after files in the folders changed, however an editor saves them; many quick changes give one call, and
 * calls never overlap. Returns, once it has begun, what ends the watching and waits for the last call. A folder that does not exist yet is watched, too.
 */
export async function watchFolders(folders: readonly string[], changed: () => Promise<void>): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  const run = async (): Promise<void> => {
    try {
      do {
        again = false
        await changed()
      } while (again)
    } finally {
      running = undefined
    }
  }
  const start = (): void => {
    if (running) again = true
    else running = run()
  }
  const watcher = watch([...folders], { ignoreInitial: true, ignored: (path) => !folders.includes(path) && basename(path).startsWith('.') })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(start, pause)
  })
  // What cannot be watched, such as a folder without permission, is no reason to stop watching the others.
  watcher.on('error', () => undefined)
  await new Promise<void>((ready) => watcher.once('ready', ready))
  return async () => {
    clearTimeout(timer)
    await watcher.close()
    again = false
    await running
  }
}
