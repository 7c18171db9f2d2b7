import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '../build/read-pdf.ts'
import { viewers } from '../collect/fill.ts'
import { run } from './run.ts'

/** Sheets for a named group, as the command line makes them, and their way back into a table. */

const post = 'antisalj'
let folder = ''
const at = (path: string): string => join(folder, path)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'group-'))
  await writeFile(at('deltagare.csv'), Buffer.from('Namn;F\xf6retag\r\n\xc5sa \xd6berg;\xd6rn AB\r\n;Ingen\r\n"../../CON";\r\n\xc5sa \xd6berg;Annat AB\r\n', 'latin1'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const make = (...more: readonly string[]) => run(['worksheets', post, '--participants', at('deltagare.csv'), '--date', '2026-12-04', '--out', at('out'), ...more])

describe('sheets for a named group', () => {
  it('are a file for each person and one for the printer; a bad row is named', async () => {
    const { code, out, err } = await make()
    expect(err).toMatch(/deltagare\.csv:3:1 error \[bad-row\] the row has no name/)
    expect(out).toContain('3 participants: 4 made')
    expect(code).toBe(1)
    expect((await readdir(at(`out/packets/${post}`))).filter((name) => !name.startsWith('.')).sort()).toEqual(['1-Åsa-Öberg.pdf', '2-CON.pdf', '3-Åsa-Öberg.pdf', 'alla.pdf'])
  })

  it('have name, company and day on them, and stay forms', async () => {
    const own = await readPdf(at(`out/packets/${post}/1-Åsa-Öberg.pdf`))
    expect(own.title).toContain('Åsa Öberg')
    expect(own.fields.get('head.foretag')).toEqual({ type: 'Tx', label: 'Företag' })
    expect(own.pages.join(' ')).toContain('Åsa Öberg')
    const all = await readPdf(at(`out/packets/${post}/alla.pdf`))
    expect([all.pages.length, all.fields.size, all.outline]).toEqual([3, 0, ['Åsa Öberg', '../../CON', 'Åsa Öberg']])
    expect(all.pages.map((page) => page.includes('2026-12-04'))).toEqual([true, true, true])
    expect(all.pages.map((page) => /Sida 1 av 1/.test(page))).toEqual([true, true, true])
  })

  it('are made again only where something changed, and without people who are gone', async () => {
    expect((await make()).out).toContain('0 made, 4 unchanged')
    await writeFile(at('deltagare.csv'), 'Namn;Företag\nÅsa Öberg;Örn AB\n')
    const { code, out } = await make('--two-up')
    expect(code).toBe(0)
    expect(out).toContain('1 participants: 1 made, 1 unchanged')
    expect((await readdir(at(`out/packets/${post}`))).filter((name) => !name.startsWith('.')).sort()).toEqual(['1-Åsa-Öberg.pdf', 'alla.pdf'])
    expect((await readPdf(at(`out/packets/${post}/alla.pdf`))).pages.join(' ').match(/Torrt på/g)?.length).toBeGreaterThanOrEqual(2)
  })

  it.each([
    [['worksheets'], 'Say which post or workshop'],
    [['worksheets', post], 'Say who takes part.'],
    [['worksheets', 'antisaljj', '--participants', 'x.csv'], 'There is no post'],
    [['worksheets', post, '--participants', 'x.csv', '--date', '2026-13-01'], 'is not a date'],
    [['collect'], 'Say which sheets to read.'],
    [['collect', '/no/such/folder'], 'There is no file or folder'],
    [['build', '--paper', 'a5'], '--paper cannot be "a5".'],
  ])('%j is explained', async (args, message) => {
    const { code, err } = await run(args)
    expect([code, err.includes(message)]).toEqual([2, true])
  })
})

describe('sheets that came back', () => {
  it('become a table, whatever they were filled in with; what is none is named', async () => {
    const sheet = await readFile(at(`out/packets/${post}/1-Åsa-Öberg.pdf`))
    await mkdir(at('svar'))
    for (const [name, fill] of Object.entries(viewers)) {
      await writeFile(at(`svar/${name}.pdf`), await fill(new Uint8Array(sheet), { 'lines.text': `=”Öva” – med ${name}`, 'checklist.1': true }))
    }
    await writeFile(at('svar/trasig.pdf'), sheet.subarray(0, 300))
    const { code, out, err } = await run(['collect', at('svar'), '--to', at('svar.csv')])
    expect(err).toContain('trasig.pdf:1:1 error [damaged-sheet]')
    expect(out).toContain('4 files: 3 answers to 1 sheets')
    expect(code).toBe(1)
    const table = await readFile(at('svar.csv'), 'utf8')
    expect(table.slice(0, 10)).toBe('\ufeffFil;Namn;')
    for (const name of Object.keys(viewers)) expect(table).toMatch(new RegExp(`^${name.replace('.', '\\.')}\\.pdf;Åsa Öberg;Örn AB;.*'=”Öva” – med ${name.replace('.', '\\.')};x;`, 'm'))
  })

  it('a table that somebody worked on is set aside, not written over', async () => {
    await writeFile(at('svar.csv'), 'mine')
    const { err } = await run(['collect', at('svar'), '--to', at('svar.csv')])
    expect(err).toContain('[changed-by-hand]')
    expect(await readFile(at('svar.saved.csv'), 'utf8')).toBe('mine')
  })
})
