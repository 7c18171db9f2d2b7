import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Print } from '../../src/build/options.ts'
import { papers } from '../../src/model/worksheet.ts'
import { madeSheets, prints } from '../build/made-sheets.ts'
import { sheet as formSheet } from '../collect/kit.ts'
import { viewers } from '../collect/fill.ts'
import { run } from '../commands/run.ts'
import { write, page, text } from '../export/pdf/kit.ts'
import { missingVeraPdf, pdfUaProblems } from './verapdf.ts'

const missing = missingVeraPdf()
if (missing !== undefined) {
  // Where it must run, it must not be skipped in silence.
  if (process.env['SALJVERKSTAD_VERAPDF'] === 'required') throw new Error(`veraPDF cannot run: ${missing}`)
  process.stdout.write(`veraPDF is left out: ${missing}. The PDF/UA rules were checked without it, in test/export/pdf.\n`)
}

let folder = ''
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'ua-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

const pdfsIn = async (path: string): Promise<string[]> =>
  (await readdir(path, { recursive: true })).filter((name) => name.endsWith('.pdf')).map((name) => join(path, name)).sort()

/** The shipped posts' sheets, the workbook and the sheets two on a paper, without the decks. */
async function makeSheets(print: Print): Promise<string[]> {
  const made = await madeSheets(prints, print)
  return Promise.all([...made].map(async ([path, bytes]) => {
    const file = join(folder, print.paper.name, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, bytes)
    return file
  }))
}

describe.skipIf(missing !== undefined)('PDF/UA-1, by veraPDF', () => {
  it('is met by all twenty worksheets and the workbook, on both papers, in colour and without, and two on a paper', async () => {
    const files = [...(await makeSheets({ paper: papers.A4, mono: false })), ...(await makeSheets({ paper: papers.Letter, mono: true }))]
    expect(files.length).toBeGreaterThanOrEqual(2 * (20 + 20 + 1))
    expect(pdfUaProblems(files)).toEqual([])
  })

  it('is met by the packets of named people, in any script', async () => {
    const list = join(folder, 'deltagare.csv')
    await writeFile(list, 'Namn;Företag\nÅsa Öberg;Örn\nŁukasz Żak;\nȘtefan;Größe\nΕλένη;Ελλάς\n')
    const { code } = await run(['worksheets', 'juldagbok-12-stanna-upp', '--participants', list, '--date', '2026-12-04', '--out', join(folder, 'people')])
    expect(code).toBe(0)
    const files = await pdfsIn(join(folder, 'people'))
    expect(files).toHaveLength(5)
    expect(pdfUaProblems(files)).toEqual([])
  })

  it('is still met by a sheet that was filled in with pdf.js', async () => {
    const path = join(folder, 'filled.pdf')
    await writeFile(path, (await viewers['pdf.js']?.(await formSheet(), { 'head.namn': 'Åsa', 'lines.share': true })) ?? '')
    expect(pdfUaProblems([path])).toEqual([])
  })

  it('is seen to be broken where it is', async () => {
    const path = join(folder, 'broken.pdf')
    const bytes = Buffer.from(await write([page(text('Hej'))])).toString('latin1').replace('pdfuaid:part>1<', 'pdfuaid:part>7<')
    await writeFile(path, Buffer.from(bytes, 'latin1'))
    expect(pdfUaProblems([path]).join('\n')).toContain('\t5-')
  })
})
