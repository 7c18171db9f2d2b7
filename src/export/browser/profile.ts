import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'

const prefix = 'saljverkstad-browser-'
const owner = new RegExp(`^${prefix}(\\d+)-`)

/** Makes a folder for what a browser keeps while it runs. Its name tells whose it is. */
export function makeProfile(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), `${prefix}${process.pid}-`))
}

/** Removes such folders of processes that were ended before they could do so themselves, when they have not changed for a day. */
export async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const [, pid] = owner.exec(name) ?? []
    if (pid === undefined || isRunning(Number(pid))) continue
    const folder = path.join(tmpdir(), name)
    // A process that cannot be seen from here may still run, in a container that shares the folder.
    const isOld = await stat(folder).then(({ mtimeMs }) => Date.now() - mtimeMs > 86_400_000, () => false)
    if (isOld) await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Somebody else's may not be asked, but is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
