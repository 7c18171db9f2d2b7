import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from './setup/compile.mjs'
import { toolkit } from './toolkit.ts'

/** The compiled file of something that runs beside this process: next to what runs, or compiled for tests, which run from the source. */
export async function programFile(name: 'build-shell' | 'printer-thread'): Promise<string> {
  const beside = fileURLToPath(new URL(`${name}.mjs`, import.meta.url))
  return existsSync(beside) ? beside : join(await compile(toolkit), `${name}.mjs`)
}
