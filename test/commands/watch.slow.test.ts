import { spawn, type ChildProcess } from 'node:child_process'
import { cp, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPdf } from '../build/read-pdf.ts'
import { root, run } from './run.ts'

let folder = ''
let child: ChildProcess
let said = ''
const at = (path: string): string => join(folder, path)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watch-'))
  await cp(new URL('../fixtures/three', import.meta.url), folder, { recursive: true })
  const args = ['watch', '--content', at('content'), '--exercises', at('exercises'), '--out', at('out')]
  child = spawn(process.execPath, [`${root}src/setup/main.mjs`, ...args], { cwd: root, env: { ...process.env, NODE_ENV: undefined, VITEST: undefined } })
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (said += text))
  await until(() => said.includes('Watching.'))
})
afterAll(async () => {
  const ended = new Promise((done) => child.once('close', done))
  child.kill('SIGINT')
  await ended
  await rm(folder, { recursive: true })
})

/** Waits for something that happens soon; fails with what was said so far. */
async function until(happened: () => boolean | Promise<boolean>): Promise<void> {
  const patience = Date.now() + 60_000
  while (!(await happened())) {
    if (Date.now() > patience) throw new Error(`It never happened. Said so far:\n${said}`)
    await new Promise((next) => setTimeout(next, 50))
  }
}

const exists = (path: string): Promise<boolean> => stat(at(path)).then(() => true, () => false)

it('puts what was saved into both PDFs', async () => {
  const post = at('content/posts/2011-12-01-forsta.md')
  const before = said.length
  // An editor that saves in several strokes.
  for (const title of ['Andra', 'Den tredje', 'Den fjärde snön']) await writeFile(post, (await readFile(post, 'utf8')).replace(/^title: .*$/m, `title: ${title}`))
  await until(() => / made, .* s\n/.test(said.slice(before)))
  expect((await readPdf(at('out/decks/forsta.pdf'))).title).toBe('Den fjärde snön')
  expect((await readPdf(at('out/worksheets/forsta.pdf'))).pages.join(' ')).toContain('Den fjärde snön')
})

it('sees every time that an editor puts another file in the place of the post', async () => {
  const post = at('content/posts/2011-12-01-forsta.md')
  for (const title of ['Ett byte', 'Två byten', 'Tre byten']) {
    await writeFile(at('scratch.md'), (await readFile(post, 'utf8')).replace(/^title: .*$/m, `title: ${title}`))
    await rename(at('scratch.md'), post)
    await until(async () => (await readPdf(at('out/decks/forsta.pdf'))).title === title)
  }
})

it('reports a broken file, waits, and goes on', async () => {
  const post = at('content/posts/bara-en-titel.md')
  await writeFile(post, '---\ntitle: A: B\n---\nText.')
  await until(() => said.includes('bara-en-titel.md:2:8 error [bad-yaml]'))
  await writeFile(post, '---\ntitle: Lagad\n---\nText som håller.')
  await until(async () => (await readPdf(at('out/decks/bara-en-titel.pdf'))).title === 'Lagad')
})

it('follows a post that gets another name', async () => {
  await rename(at('content/posts/bara-en-titel.md'), at('content/posts/annat-namn.md'))
  await until(async () => (await exists('out/decks/annat-namn.pdf')) && !(await exists('out/decks/bara-en-titel.pdf')))
  expect(await exists('out/worksheets/bara-en-titel.pdf')).toBe(false)
  expect(await exists('out/decks/forsta.pdf')).toBe(true)
})

it('ends when it is told to watch what does not exist', async () => {
  const { code, err } = await run(['watch', '--content', at('content'), '--exercises', at('exercises'), '--out', at('other'), 'fors'])
  expect(err).toContain('Did you mean forsta?')
  expect(code).toBe(2)
})

it('ends at once when it is interrupted during the first build', async () => {
  const other = spawn(process.execPath, [`${root}src/setup/main.mjs`, 'watch', '--force', '--content', at('content'), '--exercises', at('exercises'), '--out', at('third')], { cwd: root, env: { ...process.env, NODE_ENV: undefined, VITEST: undefined }, stdio: 'ignore' })
  const ended = new Promise((done) => other.once('close', done))
  await until(() => exists('third/worksheets/forsta.pdf'))
  other.kill('SIGINT')
  // Printing may be over by then, and so may the first build.
  expect([0, 130]).toContain(await ended)
})
