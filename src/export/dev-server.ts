import { spawn } from 'node:child_process'
import path from 'node:path'
import { createServer, parser, resolveOptions } from '@slidev/cli'
import { toolkit } from '../toolkit.ts'

export interface PresentOptions {
  /** The deck's Markdown file, absolute. */
  readonly entry: string
  /** Without one the first free from 3030 on. */
  readonly port?: number
  /** Whether to show the presenter's view in the person's own browser. */
  readonly open: boolean
  /** Night instead of paper. */
  readonly dark?: boolean
  /** Where Vite keeps what it prepares. */
  readonly cache?: string
}

export interface Presentation {
  /** The slides for the room. */
  readonly url: string
  readonly presenterUrl: string
  close(): Promise<void>
}

/**
 * Plays a deck with Slidev's own server, on this machine only; changes of the entry and its data show at once.
 * Slidev remembers the first entry of a process, so there can be only one.
 */
export async function startPresenting({ entry, port, open, dark = false, cache }: PresentOptions): Promise<Presentation> {
  const options = await resolveOptions({ entry }, 'dev')
  const colours = dark ? { colorSchema: 'dark' as const } : {}
  Object.assign(options.data.config, colours)
  const server = await createServer(
    options,
    {
      cacheDir: cache,
      clearScreen: false,
      logLevel: 'error',
      server: {
        host: '127.0.0.1',
        port: port ?? 3030,
        strictPort: port !== undefined,
        fs: { allow: ['node_modules', 'slides', 'src/model'].map((folder) => path.join(toolkit, folder)) },
      },
    },
    {
      async loadData(changed) {
        const loaded = await parser.load(options, options.entry, changed, 'dev')
        const { themeMeta } = options.data
        return { ...loaded, themeMeta, config: { ...parser.resolveConfig(loaded.headmatter, themeMeta, options.entry), ...colours } }
      },
    },
  )
  await server.listen()
  const url = server.resolvedUrls?.local[0] ?? `http://127.0.0.1:${server.config.server.port}/`
  const presenterUrl = `${url}presenter/1`
  if (open) show(presenterUrl)
  return { url, presenterUrl, close: () => server.close() }
}

/** Asks the system to open an address; where it cannot, the address is still printed for the person. */
function show(url: string): void {
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', '""'] }[process.platform as string] ?? ['xdg-open']
  if (command === undefined) return
  spawn(command, [...args, url], { detached: true, stdio: 'ignore' }).on('error', () => undefined).unref()
}
