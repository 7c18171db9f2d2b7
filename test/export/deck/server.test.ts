import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DeckServer, startServer } from '../../../src/export/deck/server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'server-'))
let server: DeckServer

beforeAll(async () => {
  writeFileSync(path.join(folder, 'page.html'), '<p>å')
  writeFileSync(path.join(folder, 'deck.json'), '{"a":"ö"}')
  const files = { '/page': 'page.html', '/deck.json': 'deck.json', '/gone': 'gone' }
  server = await startServer(new Map(Object.entries(files).map(([name, file]) => [name, path.join(folder, file)])))
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

/** Asks without `fetch`, which tidies a path before it is sent. */
function ask(path: string, method = 'GET', headers = {}): Promise<{ status?: number; type?: string; body: string }> {
  const { hostname, port } = new URL(server.origin)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (part: string) => (body += part))
      response.on('end', () => resolve({ status: response.statusCode, type: response.headers['content-type'], body }))
    }).on('error', reject).end()
  })
}

test('answers what it was given, on this machine only', async () => {
  expect(new URL(server.origin).hostname).toBe('127.0.0.1')
  expect(await ask('/page?print=true')).toEqual({ status: 200, type: 'text/html; charset=utf-8', body: '<p>å' })
  expect(await ask('/deck.json')).toEqual({ status: 200, type: 'application/json; charset=utf-8', body: '{"a":"ö"}' })
})

test.each(['/', '/page.html', '/../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '//etc/passwd', '/%zz', '/gone'])('has nothing else: %s', async (path) => {
  expect((await ask(path)).status).toBe(404)
})

test('only reads, and only under its own name', async () => {
  expect((await ask('/page', 'POST')).status).toBe(405)
  expect((await ask('/page', 'GET', { host: 'example.org' })).status).toBe(403)
})
