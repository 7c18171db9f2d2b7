import path from 'node:path'
import { filesIn } from '../shell/key.ts'
import type { Shell } from '../shell/index.ts'
import { type DeckServer, startServer } from './server.ts'

/** Serves a shell; its print page is at `/print`. */
export async function serveShell({ folder }: Shell): Promise<DeckServer> {
  const server = await startServer()
  const names = await filesIn(folder)
  server.add(Object.fromEntries(names.map((name) => [`/${name}`, { file: path.join(folder, name) }])))
  server.add({ '/print': { file: path.join(folder, 'index.html') } })
  return server
}
