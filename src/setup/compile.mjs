import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder } from './cache-folder.mjs'

/**
 * What is compiled together: files to start, by the names that they get, and the folders of which any file may be in them.
 *
 * @typedef {{ readonly entries: Readonly<Record<string, string>>, readonly sources: readonly string[] }} Program
 */

/** The command line, the printer of decks in a thread, and the builder of slide shells in a process of its own. @type {Program} */
const toolkitProgram = {
  entries: { cli: 'src/cli.ts', 'printer-thread': 'src/export/deck/printer-thread.ts', 'build-shell': 'src/export/shell/build-main.ts' },
  sources: ['src'],
}

/** The comparison with others: it measures what trainers run, not what a loader of TypeScript makes of it. @type {Program} */
export const benchProgram = { entries: { bench: 'test/bench/main.ts' }, sources: ['src', 'test/bench', 'test/export/deck'] }

/** Packages that look for files of their own, or that Slidev and the browser bring along. */
const external = ['@slidev/*', 'esbuild', 'fontkit', 'linkedom', 'playwright-chromium', 'subset-font', 'vite', 'vue']

const unusedAfterDays = 2

/**
 * Compiles the TypeScript into a program that starts at once, with the packages it uses in it; once for each change of
 * the source. The program may be deleted at any time.
 *
 * @param {string} root the toolkit's folder
 * @param {Program} [program] default: the toolkit itself
 * @returns {Promise<string>} the folder with a file for each of the entries
 */
export async function compile(root, program = toolkitProgram) {
  const { entries } = program
  const store = path.join(cacheFolder(root), 'programs')
  const folder = path.join(store, sourceHash(root, program))
  const isThere = () => Object.keys(entries).every((name) => existsSync(path.join(folder, `${name}.mjs`)))
  if (isThere()) {
    const now = new Date()
    utimesSync(folder, now, now)
    return folder
  }
  const scratch = `${folder}-${randomUUID()}`
  try {
    const { build, stop } = await import('esbuild')
    await build({
      absWorkingDir: root,
      entryPoints: entries,
      outdir: scratch,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20.19',
      mainFields: ['module', 'main'],
      external,
      // Packages of the older kind ask for others with `require`.
      banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
      sourcemap: 'linked',
      legalComments: 'none',
      logLevel: 'error',
    })
    // Its own process would stay, with all that it knows.
    await stop()
    renameSync(scratch, folder)
  } catch (error) {
    // Another process may have been faster.
    if (!isThere()) throw error
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  sweep(store, folder)
  return folder
}

/**
 * A hash of every file that a program may be made of, and of the versions of all packages; the name of the folder that it is compiled into.
 *
 * @param {string} root the toolkit's folder
 * @param {Program} [program] default: the toolkit itself
 * @returns {string}
 */
export function sourceHash(root, { entries, sources } = toolkitProgram) {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).update(JSON.stringify(entries))
  for (const file of sources.flatMap((folder) => filesIn(path.join(root, folder)))) hash.update(`\n${path.relative(root, file)}\n`).update(readFileSync(file))
  return hash.digest('hex').slice(0, 32)
}

/** @type {(folder: string) => string[]} */
function filesIn(folder) {
  const found = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name !== 'node_modules').sort((a, b) => (a.name < b.name ? -1 : 1))
  return found.flatMap((one) => (one.isDirectory() ? filesIn(path.join(folder, one.name)) : [path.join(folder, one.name)]))
}

/** Removes programs that nothing has started for some days; one that runs may still have parts of itself to load. @type {(store: string, keep: string) => void} */
function sweep(store, keep) {
  for (const name of readdirSync(store)) {
    const folder = path.join(store, name)
    const days = (Date.now() - statSync(folder).mtimeMs) / 86_400_000
    if (folder !== keep && days > unusedAfterDays) rmSync(folder, { recursive: true, force: true })
  }
}
