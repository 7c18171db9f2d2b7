import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const unfinished = new Set<string>()

// A half-written file never has its final name; what Ctrl-C leaves of it is removed on the way out.
process.on('exit', () => unfinished.forEach((path) => rmSync(path, { force: true })))

/** Writes a file whole or not at all, also one that is made piece by piece: beside its place first, then renamed onto it. */
export async function writeAtomic(path: string, content: Uint8Array | string | Iterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`)
  unfinished.add(temporary)
  try {
    await writeFile(temporary, content)
    await rename(temporary, path)
  } finally {
    await rm(temporary, { force: true })
    unfinished.delete(temporary)
  }
}
