import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the toolkit itself, absolute; found by its package.json, as the compiled program runs from the cache. */
export const toolkit = folderWith('package.json', dirname(fileURLToPath(import.meta.url)))

function folderWith(name: string, folder: string): string {
  return existsSync(join(folder, name)) || folder === dirname(folder) ? folder : folderWith(name, dirname(folder))
}
