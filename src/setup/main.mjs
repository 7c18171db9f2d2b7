/**
 * The door every npm script goes through. Plain JavaScript on node builtins, because it runs before any package is
 * there: it sees to it that the dependencies and a browser are in place, then hands over to the command line.
 */
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { ensureBrowser } from './ensure-browser.mjs'
import { ensurePackages } from './ensure-packages.mjs'

const [nodeMajor = 0, nodeMinor = 0] = process.versions.node.split('.').map(Number)
if (!((nodeMajor === 20 && nodeMinor >= 19) || nodeMajor > 22 || (nodeMajor === 22 && nodeMinor >= 12))) {
  fail(`Node ${process.versions.node} cannot run this.`, 'Install Node 22 (or 20.19 and later 20) from nodejs.org and try again.')
}

/**
 * Flags for what lives for seconds: V8 would take longer to optimize its code than the optimized code saves, and let the
 * memory for thousands of posts grow to several times of what is in use.
 */
const v8ForBuilds = ['--interrupt-budget=1000000', '--heap-growing-percent=50']

const [command, ...args] = process.argv.slice(2)
/** What prints needs a browser; help and checks do not. */
const prints = (['bench', 'build', 'test', 'watch'].includes(command ?? '') || args.includes('--slides') || args.includes('--summary')) && !args.includes('--help')

// Ctrl-C ends the work at once, unless something listens that ends it in good order.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(130)
  })
}

const say = args.includes('--json') || args.includes('--quiet') ? () => undefined : (/** @type {string} */ line) => console.log(line)

try {
  await ensurePackages(say)
  if (prints) await ensureBrowser(say)
} catch (error) {
  fail(error instanceof Error ? error.message : String(error), error instanceof Error && typeof error.cause === 'string' ? error.cause : '')
}

if (command === 'test') {
  const { runTests } = await import('./test.mjs')
  process.exitCode = await runTests(args)
} else if (command === 'bench') {
  const { runBench } = await import('./bench.mjs')
  process.exitCode = await runBench(args, say)
} else {
  // Others than these may lack the flags.
  if (nodeMajor <= 22) for (const flag of v8ForBuilds) setFlagsFromString(flag)
  const { compile } = await import('./compile.mjs')
  const { main } = await import(pathToFileURL(path.join(await compile(fileURLToPath(new URL('../../', import.meta.url))), 'cli.mjs')).href)
  process.exitCode = await main(command === undefined ? [] : [command, ...args])
}

/** @type {(message: string, hint: string) => never} */
function fail(message, hint) {
  console.error(hint ? `${message}\n  ${hint.replaceAll('\n', '\n  ')}` : message)
  process.exit(3)
}
