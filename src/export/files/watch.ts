import { watch, type FSWatcher } from 'node:fs'

/** Time without further changes before a batch of them counts as over, in milliseconds: editors save in several strokes. */
const pause = 60

/**
 * Calls back after files in the folders changed; many quick changes give one call, and calls never overlap.
 * Returns what ends the watching. A folder that does not exist is not watched.
 */
export function watchFolders(folders: readonly string[], changed: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  const run = async (): Promise<void> => {
    do {
      again = false
      await changed()
    } while (again)
    running = undefined
  }
  const start = (): void => {
    if (running) again = true
    else running = run()
  }
  const watchers = folders.flatMap((folder): FSWatcher[] => {
    try {
      return [watch(folder, { recursive: true }, (_event, name) => {
        if (name?.split(/[\\/]/).some((part) => part.startsWith('.'))) return
        clearTimeout(timer)
        timer = setTimeout(start, pause)
      })]
    } catch {
      return []
    }
  })
  return () => {
    clearTimeout(timer)
    watchers.forEach((watcher) => watcher.close())
  }
}
