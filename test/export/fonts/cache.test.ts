import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readCache, writeCache } from '../../../src/export/fonts/cache.ts'
import type { FontFile } from '../../../src/export/fonts/prepared.ts'

const file: FontFile = {
  name: 'prov',
  postScriptName: 'Prov-Regular',
  ascent: 900,
  descent: -200,
  capHeight: 660,
  bbox: [0, -200, 1000, 900],
  italicAngle: 0,
  weight: 400,
  advance: { 32: 200, 65: 544 },
  kern: { [65 * 65536 + 86]: -40 },
  program: Uint8Array.of(0, 1, 0, 0, 255),
  simpleProgram: Uint8Array.of(7),
}

let folder = ''
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'fonts-'))))
afterEach(() => rm(folder, { recursive: true }))

it('gives back what was kept, and leaves nothing else behind', async () => {
  await writeCache(folder, 'k', [file])
  const [kept] = (await readCache(folder, 'k')) ?? []
  expect({
    ...kept,
    program: Uint8Array.from(kept?.program ?? []),
    simpleProgram: Uint8Array.from(kept?.simpleProgram ?? []),
  }).toEqual(file)
  expect(await readdir(folder)).toEqual(['fonts-k.json'])
})

it.each([
  ['cut short', (content: string) => content.slice(0, -5)],
  ['with one other digit', (content: string) => content.replace('544', '545')],
  ['empty', () => ''],
])('does not trust a file that is %s', async (_, damage) => {
  await writeCache(folder, 'k', [file])
  const path = join(folder, 'fonts-k.json')
  await writeFile(path, damage(await readFile(path, 'utf8')))
  expect(await readCache(folder, 'k')).toBeUndefined()
})

it('does without a folder it cannot write to', async () => {
  await writeFile(join(folder, 'taken'), '')
  await writeCache(join(folder, 'taken', 'cache'), 'k', [file])
  expect(await readCache(join(folder, 'taken', 'cache'), 'k')).toBeUndefined()
})
