import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../files/atomic.ts'
import type { FontFile } from './prepared.ts'

type Stored = Omit<FontFile, 'program' | 'simpleProgram'> & {
  readonly program: string
  readonly simpleProgram: string
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const pathOf = (folder: string, key: string): string => join(folder, `fonts-${key}.json`)
const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64')
const base64 = (data: Uint8Array): string => Buffer.from(data).toString('base64')

/** The files kept under this key, or undefined when there are none or when they were damaged. */
export async function readCache(folder: string, key: string): Promise<FontFile[] | undefined> {
  try {
    const content = await readFile(pathOf(folder, key), 'utf8')
    const json = content.slice(65)
    if (content.slice(0, 65) !== `${hash(json)}\n`) return undefined
    const stored = JSON.parse(json) as Stored[]
    return stored.map((file) => ({
      ...file,
      program: bytes(file.program),
      simpleProgram: bytes(file.simpleProgram),
    }))
  } catch {
    return undefined
  }
}

/** Keeps the files for next time, atomically; a folder that cannot be written to is no problem. */
export async function writeCache(folder: string, key: string, files: readonly FontFile[]): Promise<void> {
  const stored = files.map((file): Stored => ({
    ...file,
    program: base64(file.program),
    simpleProgram: base64(file.simpleProgram),
  }))
  const json = JSON.stringify(stored)
  try {
    await writeAtomic(pathOf(folder, key), `${hash(json)}\n${json}`)
  } catch {
    // Without a cache the fonts are prepared anew each time.
  }
}
