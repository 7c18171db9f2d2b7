import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { toolkit } from '../../../src/toolkit.ts'

/** The folder of the packages to compare with: they are not the toolkit's, and may be missing. */
export const peerFolder = join(toolkit, 'test/bench')

const here = createRequire(join(peerFolder, 'package.json'))

/** Loads a package of the peers; its types are what the caller uses of it. */
export const load = async <T>(name: string): Promise<T> => (await import(pathToFileURL(here.resolve(name)).href)) as T

/** The version of a package that is installed. */
export const versionOf = (name: string): string => manifestOf(name).version

/** The file that a package's command starts with. */
export function programOf(name: string, command: string): string {
  const { bin, folder } = manifestOf(name)
  return join(folder, bin[command] ?? '')
}

function manifestOf(name: string): { version: string; bin: Readonly<Record<string, string>>; folder: string } {
  const folder = join(peerFolder, 'node_modules', name)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string; bin?: Readonly<Record<string, string>> }
  return { version: manifest.version, bin: manifest.bin ?? {}, folder: dirname(join(folder, 'package.json')) }
}
