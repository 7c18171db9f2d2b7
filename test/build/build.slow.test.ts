import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type Ran } from '../commands/run.ts'
import { readPdf } from './read-pdf.ts'

let folder = ''
let first: Ran
const at = (path: string): string => join(folder, path)
const build = (...args: string[]): Promise<Ran> => run(['build', '--content', at('content'), '--exercises', at('exercises'), '--out', at('out'), ...args])

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'build-'))
  await cp(new URL('../fixtures/three', import.meta.url), folder, { recursive: true })
  first = await build()
})
afterAll(() => rm(folder, { recursive: true }))

const outputs = async (): Promise<string[]> =>
  (await readdir(at('out'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map((entry) => join(entry.parentPath, entry.name).slice(at('out').length + 1)).sort()
const hash = async (path: string): Promise<string> => createHash('sha256').update(await readFile(at(path))).digest('hex')
const hashes = async (): Promise<Record<string, string>> => Object.fromEntries(await Promise.all((await outputs()).map(async (path) => [path, await hash(join('out', path))] as const)))

const made = [
  'decks/bara-en-titel.pdf', 'decks/forsta.pdf', 'index.html',
  'slides/bara-en-titel.json', 'slides/bara-en-titel.md', 'slides/forsta.json', 'slides/forsta.md',
  'workbook.pdf', 'worksheets/bara-en-titel.pdf', 'worksheets/forsta.pdf',
]

describe('a build', () => {
  it('makes all that can be made, reports the rest and ends with 1', async () => {
    expect(first.err).toContain('trasig.md:2:8 error [bad-yaml]')
    expect(first.code).toBe(1)
    expect(await outputs()).toEqual(made)
  })

  it('makes a deck that shows every text literally, tagged and in its language', async () => {
    const deck = await readPdf(at('out/decks/forsta.pdf'))
    expect(deck).toMatchObject({ title: 'Den första snön', lang: 'sv' })
    expect(deck.pages.map((page) => page.replace(/\s+/g, ' ').trim())).toMatchInlineSnapshot(`
      [
        "Dagboken · dag 1 Den första snön",
        "Så var det 1 Jag vaknade av att det var tyst. 2 Hela gatan låg vit: {{ 1 + 1 }} <b>fet</b> $x$ Den första snön 2",
        "Den första snön Dag Snö ett 10 cm Den första snön 3",
        "Den första snön 4",
        "”Skotta nu” en granne Den första snön 5",
        "Den som ser snön först får skotta ifred. Den första snön 6",
        "Att fundera på Vad skottar du undan i dag? Den första snön 7",
        "Övning · 12 minuter Rutor för 2027 Ta fram en penna. Den första snön 8",
        "Rutor för 2027 10 min + 2 min samtal S Skriv Skriv tre saker. 7 min var för sig 2 Berätta 3 min två och två Den första snön 9",
        "Steg 1 av 2 Skriv Skriv tre saker. S 2 var för sig7:00Den första snön 10",
        "Steg 2 av 2 Berätta S 2 två och två3:00Den första snön 11",
        "Efteråt Vad tar vi med oss? Vad hände? Den första snön 12",
        "Ta med dig Börja vid dörren. Nu åker vi. Den första snön 13",
      ]
    `)
    expect([...deck.tags]).toEqual(expect.arrayContaining(['H1', 'H2', 'L', 'LI', 'Table', 'TH', 'Figure']))
    expect(deck.outline).toEqual(expect.arrayContaining(['Den första snön', 'Så var det', 'Att fundera på']))
  })

  it('makes a worksheet that can be filled in and read aloud', async () => {
    const sheet = await readPdf(at('out/worksheets/forsta.pdf'))
    expect(sheet.lang).toBe('sv')
    expect(sheet.pages.join('\n')).toContain('Rutor för 2027')
    expect(sheet.pages.join('\n')).toContain('Vad skottar du bort före 2027?')
    expect([...sheet.tags]).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Form']))
    const types = [...sheet.fields.values()].map(({ type }) => type)
    expect(types).toEqual(expect.arrayContaining(['Tx', 'Btn']))
    expect([...sheet.fields.values()].filter(({ label }) => label.trim() === '')).toEqual([])
  })

  it('makes a workbook of all sheets whose fields stay apart', async () => {
    const book = await readPdf(at('out/workbook.pdf'))
    const sheets = await Promise.all(['bara-en-titel', 'forsta'].map((slug) => readPdf(at(`out/worksheets/${slug}.pdf`))))
    const count = sheets.reduce((sum, { fields }) => sum + fields.size, 0)
    expect(book.fields.size).toBeGreaterThanOrEqual(count)
    expect(book.pages.length).toBe(2 + sheets.reduce((sum, { pages }) => sum + pages.length, 0))
    expect(book.pages[1]).toMatch(/Rutor för 2027/)
  })

  it('makes a gallery that leads to everything and needs no network', async () => {
    const html = await readFile(at('out/index.html'), 'utf8')
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => decodeURIComponent(href ?? ''))
    expect(new Set(links)).toEqual(new Set(made.filter((path) => path.endsWith('.pdf'))))
    await Promise.all(links.map((link) => stat(at(`out/${link}`))))
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })
})

describe('building again', () => {
  it('does nothing when nothing changed, and needs no browser for it', async () => {
    const again = await run(['build', '--content', at('content'), '--exercises', at('exercises'), '--out', at('out')], { env: { SALJVERKSTAD_BROWSER: process.execPath } })
    expect(again.out).toContain('nothing to do, 10 unchanged')
  })

  it('gives the same bytes with --force, and for a post alone', async () => {
    const before = await hashes()
    await build('--force')
    expect(await hashes()).toEqual(before)
    await build('--force', 'forsta')
    expect(await hashes()).toEqual(before)
  })

  it('keeps a sheet that somebody filled in and saved', async () => {
    const sheet = at('out/worksheets/forsta.pdf')
    const [blank, filled] = [await readFile(sheet), Buffer.concat([await readFile(sheet), Buffer.from('\n% filled in\n')])]
    await writeFile(sheet, filled)
    const { err } = await build()
    expect(err).toContain('worksheets/forsta.pdf:1:1 warning [changed-by-hand]')
    expect(await readFile(at('out/worksheets/forsta.saved.pdf'))).toEqual(filled)
    expect(await readFile(sheet)).toEqual(blank)
  })

  it('removes what belonged to a post that is gone, and only that', async () => {
    await rm(at('content/posts/bara-en-titel.md'))
    await build()
    expect(await outputs()).toEqual([...made.filter((path) => !path.includes('bara-en-titel')), 'worksheets/forsta.saved.pdf'].sort())
  })

  it('keeps the last good outputs of a post that has an error now', async () => {
    const post = at('content/posts/2011-12-01-forsta.md')
    await writeFile(post, (await readFile(post, 'utf8')).replace('date: 2011-12-01', 'date: 2011-12-99'))
    const before = await hash('out/decks/forsta.pdf')
    expect((await build()).code).toBe(1)
    expect(await hash('out/decks/forsta.pdf')).toBe(before)
  })
})
