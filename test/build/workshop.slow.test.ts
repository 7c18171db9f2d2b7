import { unzipSync } from 'fflate'
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type Ran } from '../commands/run.ts'
import { readPdf, type ReadPdf } from './read-pdf.ts'

let folder = ''
let first: Ran
const at = (path: string): string => join(folder, path)
const build = (...args: string[]): Promise<Ran> => run(['build', '--content', at('content'), '--exercises', at('exercises'), '--out', at('out'), ...args])
const kit = (name: string): string => at(`out/workshops/vinterdag/${name}`)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workshop-'))
  await cp(new URL('../fixtures/workshop', import.meta.url), folder, { recursive: true })
  first = await build()
})
afterAll(() => rm(folder, { recursive: true }))

const made = ['deck.html', 'deck.pdf', 'facilitator-guide.pdf', 'follow-up.ics', 'index.html', 'kit.zip', 'workbook.pdf', 'worksheets/andra.pdf', 'worksheets/forsta.pdf']
const outputs = async (): Promise<string[]> =>
  (await readdir(at('out/workshops'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(at('out/workshops/').length)).sort()
const words = ({ pages }: ReadPdf): string[] => pages.map((page) => page.replace(/\s+/g, ' ').trim())

describe('a workshop', () => {
  it('is made whole, and one with an error not at all', async () => {
    expect(await outputs()).toEqual(made.map((name) => `vinterdag/${name}`))
    expect(first.code).toBe(1)
    expect(first.err).toContain('trasiga-tider.yaml:5:7 error [missing-logo] there is no picture finns-inte.png')
    expect(first.err).toContain('trasiga-tider.yaml:9:12 error [overlapping-locks] "Den andra snön" is locked at 09:45')
    expect(first.err).toContain('trasigt-inlagg.yaml:6:5 error [missing-post] the post "trasig" has errors')
    expect(first.err).toContain('trasigt-inlagg.yaml:7:5 error [missing-post] there is no post called "frosta"\n  did you mean "forsta"?')
  })

  it('has a deck with its own cover, agenda, dividers, breaks and an end', async () => {
    const deck = await readPdf(kit('deck.pdf'))
    const pages = words(deck)
    expect(deck).toMatchObject({ title: 'En dag i snön', lang: 'sv' })
    expect(pages[0]).toBe('Snö & Is AB En dag i snön Fredag 4 december 2026 09:00–11:30, Sal 2 Med Åsa Öberg')
    expect(pages[1]).toContain('Programmet 09:00–11:30 09:00 Välkommen 10 min 09:10 Den första snön 40 min 09:50 Mer snö 25 min')
    expect(pages).toContain('1 Del 1 av 2 · 09:10–09:50 Den första snön Övning: Rutor för 2026, 25 minuter')
    expect(pages).toContain('2 Del 2 av 2 · 09:50–10:15 Mer snö Övning: Rutor för 2027, 10 minuter')
    expect(pages.at(-2)).toMatch(/^Parkeringen .* Klockan 11:20/)
    expect(pages.at(-1)).toBe('Tack för i dag! Det här påminner kalendern om. 18 december Rutor för 2026, Rutor för 2027 31 december Rutor för 2026 31 december 2027 Rutor för 2027')
    expect(deck.outline.filter((title) => title === 'Mer snö')).toHaveLength(1)
  })

  it('has a workbook for the client, its sheets on right-hand pages, each in a namespace of its own', async () => {
    const book = await readPdf(kit('workbook.pdf'))
    const pages = words(book)
    expect(pages[0]).toMatch(/En dag i snön ?För Snö & Is AB Fredag 4 december 2026, 09:00–11:30, Sal 2/)
    const sheets = ['Rutor för 2026', 'Rutor för 2027'].map((title) => pages.findIndex((page, index) => index > 1 && page.includes(title)) + 1)
    expect(sheets.map((page) => page % 2)).toEqual([1, 1])
    expect([...book.fields.keys()]).toContain('owner')
    expect([...new Set([...book.fields.keys()].map((name) => name.split('.')[0]))]).toEqual(expect.arrayContaining(['owner', 'forsta', 'andra']))
    // Led as its variant, the second sheet has no second step.
    expect(pages[(sheets[1] ?? 0) - 1]).not.toContain('Berätta')
  })

  it('has a guide with the run sheet on page one, and a spread with the slides for each section', async () => {
    const guide = await readPdf(kit('facilitator-guide.pdf'))
    const pages = words(guide)
    expect(pages[0]).toMatch(/Ledarguide En dag i snön .* 09:00–09:10 Välkommen 10 .*09:10–09:50 Den första snön Rutor för 2026, 25 min 40 4/)
    expect(pages[0]).toContain('Om det fattas 20 minuter')
    expect(pages[1]).toMatch(/7 Arbetsbok Alla 7 Löst arbetsblad, Rutor för 2026/)
    expect(pages[1]).toMatch(/4 Spade/)
    const section = pages.findIndex((page) => page.includes('Syfte Att skotta undan något.'))
    expect((section + 1) % 2).toBe(0)
    expect(pages[section]).toContain('Snön kom på natten.')
    expect(pages[section + 1]).toMatch(/Säg Ta fram en penna\. .*S Skriv .*”Skriv \{\{ 1 \+ 1 \}\} saker\.”/)
    expect(pages[section + 1]).toMatch(/Fallgropar .*Tips .*Kortare/)
    expect([...guide.tags]).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'Table', 'TH', 'Figure', 'L', 'LI']))
    expect(pages[section]).toMatch(/Bilderna.*Bild 3 · 09:10/)
    expect(pages[section]).toContain('4 × spade')
  })

  it('has everything in one archive, its front page first', async () => {
    const files = unzipSync(await readFile(kit('kit.zip')))
    expect(Object.keys(files)[0]).toBe('index.html')
    expect(Object.keys(files).sort()).toEqual(made.filter((name) => name !== 'kit.zip'))
    for (const name of Object.keys(files)) expect(Buffer.from(files[name] ?? []).equals(await readFile(kit(name))), name).toBe(true)
    const html = new TextDecoder().decode(files['index.html'])
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => decodeURIComponent(href ?? ''))
    expect(links.filter((link) => !(link in files))).toEqual([])
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })
})

describe('building a workshop again', () => {
  it('changes nothing, wherever the clock stands', async () => {
    const bytes = async () => Promise.all(made.map((name) => readFile(kit(name), 'base64')))
    const before = await bytes()
    const again = await run(['build', 'vinterdag', '--force', '--content', at('content'), '--exercises', at('exercises'), '--out', at('out')], { env: { TZ: 'Pacific/Apia' } })
    expect(again.code).toBe(1)
    expect(await bytes()).toEqual(before)
    expect((await build()).out).toContain('nothing to do')
  })

  it('keeps what was made when the workshop has an error, and removes it when the workshop is gone', async () => {
    const file = at('content/workshops/vinterdag.yaml')
    await writeFile(file, (await readFile(file, 'utf8')).replace('end: "11:30"', 'end: "10:00"'))
    const broken = await build()
    expect(broken.err).toMatch(/vinterdag\.yaml:\d+:\d+ error \[section-too-long\] "Mer snö" is 25 minutes too long/)
    expect(await outputs()).toEqual(made.map((name) => `vinterdag/${name}`))
    await rm(file)
    await build()
    await expect(readdir(at('out/workshops'))).rejects.toThrow()
  })
})

describe('a new workshop', () => {
  it('of some posts can be built at once, and is never written over', async () => {
    const args = ['new', '--workshop', 'Två dagar: snö', '--posts', 'forsta,andra', '--date', '2026-12-20', '--content', at('content'), '--exercises', at('exercises')]
    expect(await run(args)).toMatchObject({ code: 0 })
    const text = await readFile(at('content/workshops/tva-dagar-sno.yaml'), 'utf8')
    expect(text).toContain('title: "Två dagar: snö"')
    const { err } = await run(['check', '--content', at('content'), '--exercises', at('exercises')])
    expect(err).not.toContain('tva-dagar-sno')
    expect(await run(args)).toMatchObject({ code: 2 })
    expect(await run(args.map((arg) => (arg === 'forsta,andra' ? 'forst' : arg)).map((arg) => (arg.startsWith('Två') ? 'Tre' : arg)))).toMatchObject({ code: 2, err: 'There is no post called forst.\n  Did you mean forsta?\n' })
  })
})
