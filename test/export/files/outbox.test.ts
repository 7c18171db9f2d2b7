import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Outbox } from '../../../src/export/files/outbox.ts'

let folder = ''
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'outbox-'))))
afterEach(() => rm(folder, { recursive: true }))

const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')
const files = async (): Promise<string[]> => (await readdir(folder, { recursive: true })).sort()

async function made(contents: Record<string, string>): Promise<void> {
  const box = await Outbox.open(folder)
  for (const [path, text] of Object.entries(contents)) await box.write(path, `key of ${text}`, text)
  await box.close()
}

describe('an outbox', () => {
  it('knows what it made from the same inputs', async () => {
    await made({ 'sheets/a.pdf': 'first' })
    const box = await Outbox.open(folder)
    expect(await box.isCurrent('sheets/a.pdf', 'key of first')).toBe(true)
    expect(await box.isCurrent('sheets/a.pdf', 'another key')).toBe(false)
    expect(await box.isCurrent('sheets/b.pdf', 'key of first')).toBe(false)
  })

  it('knows a file again that was only touched', async () => {
    await made({ 'a.pdf': 'first' })
    await utimes(join(folder, 'a.pdf'), 1000, 1000)
    expect(await (await Outbox.open(folder)).isCurrent('a.pdf', 'key of first')).toBe(true)
  })

  it('writes new contents over its own', async () => {
    await made({ 'a.pdf': 'first' })
    await made({ 'a.pdf': 'second' })
    expect(await read('a.pdf')).toBe('second')
    expect(await files()).toEqual(['.saljverkstad.json', 'a.pdf'])
  })

  it('keeps a filled-in sheet beside the new one, every time', async () => {
    await made({ 'a.pdf': 'blank' })
    for (const person of ['Åsa', 'Lars']) {
      await writeFile(join(folder, 'a.pdf'), `filled in by ${person}`)
      const box = await Outbox.open(folder)
      expect(await box.isCurrent('a.pdf', 'key of blank')).toBe(false)
      expect(await box.write('a.pdf', 'key of blank', 'blank')).toMatchObject({ state: 'written' })
      await box.close()
    }
    expect(await read('a.pdf')).toBe('blank')
    expect(await read('a.saved.pdf')).toBe('filled in by Åsa')
    expect(await read('a.saved-2.pdf')).toBe('filled in by Lars')
  })

  it('takes nothing for its own when its memory is gone', async () => {
    await made({ 'a.pdf': 'first', 'b.pdf': 'same' })
    await rm(join(folder, '.saljverkstad.json'))
    const box = await Outbox.open(folder)
    expect(await box.write('a.pdf', 'k', 'second')).toEqual({ state: 'written', kept: 'a.saved.pdf' })
    expect(await box.write('b.pdf', 'k', 'same')).toEqual({ state: 'unchanged' })
  })

  it('removes what is no longer wanted, but not what a person changed', async () => {
    await made({ 'sheets/gone.pdf': 'one', 'sheets/mine.pdf': 'two', 'c.pdf': 'three' })
    await writeFile(join(folder, 'sheets/mine.pdf'), 'filled in')
    await writeFile(join(folder, 'own notes.txt'), 'never made here')
    const box = await Outbox.open(folder)
    expect(await box.prune(new Set(['c.pdf']))).toEqual({ removed: ['sheets/gone.pdf'], kept: ['sheets/mine.pdf'] })
    expect(await files()).toEqual(['.saljverkstad.json', 'c.pdf', 'own notes.txt', 'sheets', 'sheets/mine.pdf'])
  })
})
