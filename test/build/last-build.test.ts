import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isChanged, recall, remember, type LastBuild } from '../../src/build/last-build.ts'
import type { Options } from '../../src/build/options.ts'
import { Outbox } from '../../src/export/files/outbox.ts'

let folder = ''
let options: Options
let built: LastBuild
const picture = (): string => join(folder, 'elsewhere/spade.svg')
const soon = (): number => Date.now() + 60_000

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'last-'))
  options = { content: join(folder, 'content'), exercises: join(folder, 'exercises'), out: join(folder, 'out'), only: [], force: false, quiet: false, json: false }
  for (const path of ['content/posts', 'exercises', 'elsewhere']) await mkdir(join(folder, path), { recursive: true })
  await writeFile(join(folder, 'content/posts/en.md'), 'En post.')
  await writeFile(picture(), '<svg/>')
  const out = await Outbox.open(options.out)
  await out.write('decks/en.pdf', 'key', 'PDF')
  await out.close()
  built = { posts: 1, workshops: 0, diagnostics: [], others: [picture(), join(folder, 'missing.png')], products: [{ folder: 'out', path: 'decks/en.pdf', key: 'key' }] }
  await remember(options, built, soon())
})
afterEach(() => rm(folder, { recursive: true }))

it('is recalled while nothing changes, whatever it says on the way', async () => {
  expect(await recall(options)).toMatchObject(built)
  expect(await recall({ ...options, quiet: true })).toMatchObject(built)
})

it.each<[string, () => Promise<unknown>]>([
  ['a post was changed', () => writeFile(join(folder, 'content/posts/en.md'), 'En annan.')],
  ['a post was added', () => writeFile(join(folder, 'content/posts/två.md'), 'Två.')],
  ['a post was removed', () => rm(join(folder, 'content/posts/en.md'))],
  ['a picture was changed that lies elsewhere', () => writeFile(picture(), '<svg></svg>')],
  ['a missing picture is there', () => writeFile(join(folder, 'missing.png'), '')],
  ['an output was deleted', () => rm(join(folder, 'out/decks/en.pdf'))],
  ['an output was changed', () => writeFile(join(folder, 'out/decks/en.pdf'), 'PDF, filled in')],
])('is not recalled when %s', async (_, change) => {
  await change()
  expect(await recall(options)).toBeUndefined()
})

it('tells when there is something to make for sure: another text, not just another time', async () => {
  const post = join(folder, 'content/posts/en.md')
  await utimes(post, new Date(), new Date())
  expect([await recall(options), await isChanged(options)]).toEqual([undefined, false])
  await writeFile(post, 'En annan.')
  expect(await isChanged(options)).toBe(true)
})

it('is not recalled for other options, nor with --force', async () => {
  expect(await recall({ ...options, extras: { html: true } })).toBeUndefined()
  expect(await recall({ ...options, force: true })).toBeUndefined()
})

it('is not kept when something changed while it was made', async () => {
  await writeFile(join(folder, 'content/posts/en.md'), 'En annan.')
  await remember(options, built, Date.now())
  expect(await recall(options)).toBeUndefined()
})
