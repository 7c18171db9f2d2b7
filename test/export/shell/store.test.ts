import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { shellKey } from '../../../src/export/shell/key.ts'
import { commit, isWhole, scratchFolder, sweep } from '../../../src/export/shell/store.ts'

let store: string
const target = (): string => path.join(store, 'key')

beforeEach(() => {
  store = mkdtempSync(path.join(tmpdir(), 'shells-'))
})

afterEach(() => rmSync(store, { recursive: true }))

async function built(text = 'x'): Promise<string> {
  const folder = await scratchFolder(store)
  mkdirSync(path.join(folder, 'assets'))
  writeFileSync(path.join(folder, 'index.html'), text)
  writeFileSync(path.join(folder, 'assets/a.js'), text)
  return folder
}

test('a committed shell is whole', async () => {
  expect(await isWhole(target())).toBe(false)
  await commit(await built(), target())
  expect(await isWhole(target())).toBe(true)
})

test.each([
  ['changed', () => writeFileSync(path.join(target(), 'assets/a.js'), 'y')],
  ['missing', () => rmSync(path.join(target(), 'index.html'))],
  ['without its manifest', () => rmSync(path.join(target(), 'manifest.json'))],
  ['with half a manifest', () => writeFileSync(path.join(target(), 'manifest.json'), '{"index')],
])('one with a file %s is not, and is built anew in its place', async (_, harm) => {
  await commit(await built(), target())
  harm()
  expect(await isWhole(target())).toBe(false)
  await commit(await built('new'), target())
  expect(await isWhole(target())).toBe(true)
  expect(readFileSync(path.join(target(), 'index.html'), 'utf8')).toBe('new')
})

test('of two at once one stays', async () => {
  const folders = await Promise.all([built('a'), built('b'), built('c')])
  await Promise.all(folders.map((folder) => commit(folder, target())))
  expect(await isWhole(target())).toBe(true)
})

test('what nobody uses is swept up', async () => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
  for (const [name, days] of [['old', 15], ['fresh', 13], ['scratch-old', 1], ['scratch-fresh', 0], ['key', 99]] as const) {
    mkdirSync(path.join(store, name))
    utimesSync(path.join(store, name), daysAgo(days), daysAgo(days))
  }
  await sweep(store, target())
  expect(readdirSync(store).sort()).toEqual(['fresh', 'key', 'scratch-fresh'])
})

test('the key follows the theme, but not its illustrations', async () => {
  const theme = path.join(store, 'theme')
  mkdirSync(path.join(theme, 'illustrations'), { recursive: true })
  writeFileSync(path.join(theme, 'a.vue'), '1')
  const key = await shellKey([theme])
  writeFileSync(path.join(theme, 'illustrations/a.svg'), '1')
  expect(await shellKey([theme])).toBe(key)
  writeFileSync(path.join(theme, 'b.vue'), '1')
  expect(await shellKey([theme])).not.toBe(key)
  expect(existsSync(target())).toBe(false)
})
