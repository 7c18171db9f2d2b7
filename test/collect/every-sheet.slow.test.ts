import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReadField } from '../../src/collect/read-fields.ts'
import { readSheet } from '../../src/collect/read-sheet.ts'
import { papers } from '../../src/model/worksheet.ts'
import { forms, madeSheets } from '../build/made-sheets.ts'
import { type Answers, placesByPage, viewers } from './fill.ts'

/** Every field of every sheet that is shipped, and of the workbook, filled in with each program and read again. */

const swedish = 'Åsa kör ”hårt” – så där, à la carte … 5 €'

const script = fileURLToPath(new URL('poppler.py', import.meta.url))
const hasPoppler = spawnSync('python3', [script], { input: '[]' }).status === 0
if (!hasPoppler) process.stdout.write('Sheets were not filled in with poppler: there is no python3 with poppler-glib here.\n')

let sheets: { readonly path: string; readonly pdf: Uint8Array; readonly answers: Answers }[] = []
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filled-'))
  const made = await madeSheets(forms, { paper: papers.A4, mono: false })
  sheets = await Promise.all([...made].map(async ([path, pdf]) => ({ path, pdf, answers: Object.fromEntries((await readSheet(pdf)).fields.map(answer)) })))
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Something in every field: text, a tick, and of buttons the last. */
function answer({ name, type, options = [] }: ReadField): [string, string | true] {
  if (type === 'check') return [name, true]
  return [name, type === 'radio' ? (options.at(-1)?.value ?? '') : swedish]
}

async function expectHeld(filled: (sheet: (typeof sheets)[number]) => Promise<Uint8Array>): Promise<void> {
  expect(sheets.length).toBe(21)
  for (const sheet of sheets) {
    const { fields } = await readSheet(await filled(sheet))
    const expected = Object.entries(sheet.answers).map(([name, value]) => [name, value === true ? 'x' : value])
    expect([sheet.path, Object.fromEntries(fields.map(({ name, value }) => [name, value]))]).toEqual([sheet.path, Object.fromEntries(expected)])
  }
}

describe('all twenty sheets and the workbook hold Swedish', () => {
  it.each(Object.entries(viewers))('typed in %s', async (_, fill) => {
    await expectHeld(({ pdf, answers }) => fill(pdf, answers))
  }, 120_000)

  it.skipIf(!hasPoppler)('typed in poppler', async () => {
    const file = (index: number, name: string): string => join(folder, `${index}-${name}.pdf`)
    const jobs = await Promise.all(sheets.map(async ({ pdf, answers }, index) => {
      await writeFile(file(index, 'blank'), pdf)
      return { file: file(index, 'blank'), saved: file(index, 'saved'), pages: Object.fromEntries(await placesByPage(pdf, answers)) }
    }))
    const { status, stderr } = spawnSync('python3', [script], { input: JSON.stringify(jobs), encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
    await expectHeld((sheet) => readFile(file(sheets.indexOf(sheet), 'saved')))
  }, 120_000)
})
