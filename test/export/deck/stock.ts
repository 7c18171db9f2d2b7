import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { findBrowser } from '../../../src/setup/find-browser.mjs'

const manifest = createRequire(import.meta.url).resolve('@slidev/cli/package.json')

/** Slidev's own command line, as it is installed here. */
export const slidevProgram = path.join(path.dirname(manifest), (JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { slidev: string } }).bin.slidev)

/** The arguments of node for `slidev export` of an entry, as it comes: nothing is set but what it cannot know. */
export function stockExport(entry: string, output: string, browser = findBrowser()?.path ?? ''): string[] {
  // Its own limit of 30 seconds is too short for many slides on a busy machine.
  return [slidevProgram, 'export', entry, '--output', output, '--executable-path', browser, '--timeout', '300000']
}

/**
 * Exports a deck with Slidev itself, by a browser that like ours leaves letters as wide as their typeface has them.
 * @throws {Error} with what it said
 */
export async function exportWithSlidev(entry: string, output: string, more: readonly string[] = []): Promise<void> {
  const browser = `${output}.browser`
  await writeFile(browser, `#!/bin/sh\nexec '${findBrowser()?.path}' --font-render-hinting=none "$@"\n`, { mode: 0o755 })
  const child = spawn(process.execPath, [...stockExport(entry, output, browser), ...more], {
    cwd: path.dirname(entry),
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const code = await new Promise<number | null>((done, failed) => child.once('error', failed).once('close', done))
  if (code !== 0) throw new Error(`slidev export ended with ${code}:\n${said}`)
}
