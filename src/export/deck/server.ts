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

export interface DeckServer {
  readonly origin: string
  close(): Promise<void>
}

/** Serves exactly the files it was given, by their paths with a leading slash, to this machine only. */
export async function startServer(files: ReadonlyMap<string, string>): Promise<DeckServer> {
  let host = ''
  const server = createServer((request, response) => {
    answer(request, response, files, host).catch(() => {
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
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, files: ReadonlyMap<string, string>, host: string): Promise<void> {
  // Another name for this address would be a page elsewhere that reads what is not its own.
  if (request.headers.host !== host) return void response.writeHead(403).end()
  if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end()
  const name = decodeURIComponent(new URL(request.url ?? '/', `http://${host}`).pathname)
  const file = files.get(name)
  if (file === undefined) return void response.writeHead(404).end()
  const body = await readFile(file)
  response.writeHead(200, {
    'content-type': types[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
    'content-length': body.length,
    'cache-control': name.startsWith('/assets/') ? 'max-age=86400, immutable' : 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
}
