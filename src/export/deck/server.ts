import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** What a path of the server answers: text from memory, as soon as it is there, or a file that is read when it is asked for. */
export type Resource = { readonly text: string | Promise<string> } | { readonly file: string }

export interface DeckServer {
  readonly origin: string
  /** Adds paths, each with a leading slash; a path that nobody added is not found. */
  add(resources: Readonly<Record<string, Resource>>): void
  remove(paths: readonly string[]): void
  close(): Promise<void>
}

/** Serves exactly the paths it was given, to this machine only. */
export async function startServer(): Promise<DeckServer> {
  const resources = new Map<string, Resource>()
  let host = ''
  const server = createServer((request, response) => {
    answer(request, response, resources, host).catch(() => {
      if (!response.headersSent) response.writeHead(404)
      response.end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin: `http://${host}`,
    add: (more) => Object.entries(more).forEach(([name, resource]) => resources.set(name, resource)),
    remove: (paths) => paths.forEach((name) => resources.delete(name)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  resources: ReadonlyMap<string, Resource>,
  host: string,
): Promise<void> {
  // Another name for this address would be a page elsewhere that reads what is not its own.
  if (request.headers.host !== host) return void response.writeHead(403).end()
  if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end()
  const name = decodeURIComponent(new URL(request.url ?? '/', `http://${host}`).pathname)
  const resource = resources.get(name)
  if (resource === undefined) return void response.writeHead(404).end()
  const body = 'text' in resource ? Buffer.from(await resource.text) : await readFile(resource.file)
  const extension = path.extname('file' in resource ? resource.file : name).toLowerCase()
  response.writeHead(200, {
    'content-type': types[extension] ?? 'application/octet-stream',
    'content-length': body.length,
    'cache-control': name.startsWith('/assets/') ? 'max-age=86400, immutable' : 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
}
