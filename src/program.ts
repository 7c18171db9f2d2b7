import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile, sourceHash } from './setup/compile.mjs'
import { toolkit } from './toolkit.ts'

/** A hash of the program that runs, with its packages: it is compiled into a folder of that name. */
export function programHash(): string {
  const folder = dirname(fileURLToPath(import.meta.url))
  return existsSync(join(folder, 'cli.mjs')) ? basename(folder) : sourceHash(toolkit)
}

/** The compiled file of something that runs beside this process: next to what runs, or compiled for tests, which run from the source. */
export async function programFile(name: 'build-shell' | 'printer-thread'): Promise<string> {
  const beside = fileURLToPath(new URL(`${name}.mjs`, import.meta.url))
  return existsSync(beside) ? beside : join(await compile(toolkit), `${name}.mjs`)
}
