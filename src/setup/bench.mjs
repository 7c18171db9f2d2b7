import { register } from 'tsx/esm/api'
import { ensurePackages } from './ensure-packages.mjs'

/**
 * The comparison with others, whose packages are a lockfile of their own: they are installed when they are asked for.
 *
 * @param {readonly string[]} args
 * @param {(line: string) => void} say
 * @returns {Promise<number>} the exit code
 */
export async function runBench(args, say) {
  register()
  const { main } = await import('../../test/bench/main.ts')
  return main(args, () => ensurePackages(say, new URL('../../test/bench/', import.meta.url)))
}
