import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const require = createRequire(import.meta.url)

/** The program of a package, by the name of its command. @type {(name: string, command?: string) => string} */
function program(name, command = name) {
  const file = require.resolve(`${name}/package.json`)
  const { bin } = require(file)
  return path.join(path.dirname(file), typeof bin === 'string' ? bin : bin[command])
}

/**
 * Type check, lint, then all tests; arguments go to vitest, which then runs alone.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function runTests(args) {
  const config = 'test/vitest.config.ts'
  const vitest = [program('vitest'), 'run', '--config', config, ...args]
  const steps = args.length > 0 ? [vitest] : [
    [program('vue-tsc'), '--noEmit', '--project', 'tsconfig.json'],
    [program('eslint'), '--config', 'test/eslint.config.mjs', '--max-warnings', '0', 'src', 'test', 'slides/theme'],
    vitest,
  ]
  for (const step of steps) {
    const { status } = spawnSync(process.execPath, step, { cwd: root, stdio: 'inherit' })
    if (status !== 0) return status ?? 1
  }
  return 0
}
