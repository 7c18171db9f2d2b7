import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { benchProgram, compile } from './compile.mjs'
import { ensurePackages } from './ensure-packages.mjs'

/**
 * The comparison with others, whose packages are a lockfile of their own: they are installed when they are asked for.
 *
 * @param {readonly string[]} args
 * @param {(line: string) => void} say
 * @returns {Promise<number>} the exit code
 */
export async function runBench(args, say) {
  const folder = await compile(fileURLToPath(new URL('../../', import.meta.url)), benchProgram)
  const { main } = await import(pathToFileURL(path.join(folder, 'bench.mjs')).href)
  return main(args, () => ensurePackages(say, new URL('../../test/bench/', import.meta.url)))
}
