import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { diagnostic, type Diagnostic, type Place } from '../model/diagnostic.ts'
import type { Source } from '../model/source.ts'

export interface Sources {
  readonly sources: readonly Source[]
  /** Every file there is, those that cannot be read too. */
  readonly paths: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads the files of a folder that end in one of the extensions, sorted by name; a missing folder is empty.
 * A file that is not UTF-8 becomes a diagnostic and the others are still read.
 */
export async function readSources(folder: string, extensions: readonly string[], show: (path: string) => string): Promise<Sources> {
  const names = (await listFolder(folder)).filter((name) => isContent(name, extensions)).sort()
  const read = await Promise.all(names.map((name) => readSource(join(folder, name), show)))
  return {
    paths: names.map((name) => show(join(folder, name))),
    sources: read.flatMap((one) => ('text' in one ? [one] : [])),
    diagnostics: read.flatMap((one) => ('code' in one ? [one] : [])),
  }
}

const isContent = (name: string, extensions: readonly string[]): boolean =>
  !name.startsWith('.') && !name.startsWith('_') && extensions.some((extension) => name.endsWith(extension))

async function listFolder(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function readSource(path: string, show: (path: string) => string): Promise<Source | Diagnostic> {
  const bytes = await readFile(path)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { path: show(path), text: text.replace(/\r\n?/g, '\n').normalize('NFC') }
  } catch {
    return diagnostic(
      'not-utf8',
      placeOfBadByte(bytes, show(path)),
      'the file is not UTF-8 text, so its letters cannot be read safely',
      'open it in your editor and save it with the encoding UTF-8',
    )
  }
}

/** The first byte that no UTF-8 text has at its position. */
function placeOfBadByte(bytes: Uint8Array, path: string): Place {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isUtf8Prefix(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  const before = new TextDecoder().decode(bytes.subarray(0, good)).replace(/\uFFFD$/, '').split('\n')
  return { path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
