import path from 'node:path'
import { filesIn } from '../shell/key.ts'
import type { Shell } from '../shell/index.ts'
import { type DeckServer, startServer } from './server.ts'

export interface ShellServer extends DeckServer {
  /** Address of the page that decks are drawn on. */
  readonly page: string
}

export async function serveShell({ folder }: Shell): Promise<ShellServer> {
  const names = await filesIn(folder)
  const files = names.map((name) => [`/${name}`, path.join(folder, name)] as const)
  const server = await startServer(new Map([...files, ['/print', path.join(folder, 'index.html')]]))
  return { ...server, page: `${server.origin}/print?print=true` }
}
