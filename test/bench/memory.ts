import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** Milliseconds between two looks. */
const pause = 250

/** Follows what a process and all its descendants hold, until it is stopped; gives the most, in bytes. */
export function watchMemory(pid: number): { stop: () => Promise<number | undefined> } {
  let most: number | undefined
  let stopped = false
  const follow = async (): Promise<void> => {
    while (!stopped) {
      const held = await treeMemory(pid).catch(() => undefined)
      if (held !== undefined) most = Math.max(most ?? 0, held)
      await new Promise((next) => setTimeout(next, pause))
    }
  }
  const following = follow()
  return {
    async stop() {
      stopped = true
      await following
      return most
    },
  }
}

interface Held {
  readonly pid: number
  readonly parent: number
  /** Bytes; asked for only when the process belongs to the tree. */
  readonly bytes: () => Promise<number>
}

async function treeMemory(root: number): Promise<number> {
  const all = await (process.platform === 'linux' ? linuxProcesses() : otherProcesses())
  const tree = new Set([root])
  // A parent may stand after its child: again until nobody is added.
  for (let size = 0; size !== tree.size; ) {
    size = tree.size
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid)
  }
  const held = await Promise.all(all.filter(({ pid }) => tree.has(pid)).map(({ bytes }) => bytes().catch(() => 0)))
  return held.reduce((sum, bytes) => sum + bytes, 0)
}

/** What several processes share counts once, divided among them (PSS). */
async function linuxProcesses(): Promise<Held[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(
    names.map(async (name): Promise<Held[]> => {
      const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
      // The program's name stands in parentheses and may hold anything.
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      return stat === '' ? [] : [{ pid: Number(name), parent, bytes: () => proportional(name) }]
    }),
  )
  return found.flat()
}

async function proportional(pid: string): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => readFile(`/proc/${pid}/status`, 'utf8'))
  return Number(/^(?:Pss|VmRSS):\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024
}

/** Elsewhere what is shared counts for each. */
async function otherProcesses(): Promise<Held[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,ppid=,rss='])
  return stdout.split('\n').flatMap((line): Held[] => {
    const [pid, parent, kilobytes] = line.trim().split(/\s+/).map(Number)
    return pid === undefined || parent === undefined || kilobytes === undefined ? [] : [{ pid, parent, bytes: async () => kilobytes * 1024 }]
  })
}
