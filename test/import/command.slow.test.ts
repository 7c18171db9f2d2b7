import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../commands/run.ts'
import { encoded, pageDump, shipped, wordpress } from './kit.ts'

let home = ''
beforeAll(async () => void (home = await mkdtemp(join(tmpdir(), 'import-cli-'))))
afterAll(() => rm(home, { recursive: true }))

const to = (name: string): string => join(home, name, 'posts')
const names = async (name: string): Promise<string[]> => (await readdir(to(name))).filter((one) => one.endsWith('.md')).sort()

describe('a page copied as text', () => {
  it('becomes twenty posts that build at once, and stays as it is when imported again', async () => {
    await writeFile(join(home, 'sida.txt'), pageDump(shipped()))
    const first = await run(['import', join(home, 'sida.txt'), '--to', to('sida'), '--year', '2011'])
    expect(first.out).toContain('20 posts found (text): 20 written to')
    expect(first.code).toBe(0)
    expect(await names('sida')).toHaveLength(20)
    expect(await run(['check', '--content', join(home, 'sida')])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^20 of 20 posts can be built: /) as string,
    })

    const again = await run(['import', join(home, 'sida.txt'), '--to', to('sida'), '--year', '2011'])
    expect(again.out).toContain('20 posts found (text): 0 written to')
    expect(again.out).toContain('20 as before')

    const [slug = ''] = (await names('sida')).filter((name) => name.includes('stanna-upp')).map((name) => name.replace(/^[\d-]+|\.md$/g, ''))
    const built = await run(['build', slug, '--content', join(home, 'sida'), '--out', join(home, 'out')])
    expect(built.err).toBe('')
    expect(built.code).toBe(0)
    expect(await readdir(join(home, 'out/decks'))).toEqual([`${slug}.pdf`])
    expect(await readdir(join(home, 'out/worksheets'))).toEqual([`${slug}.pdf`])
  })
})

describe('an export', () => {
  it('in every encoding gives the same files, byte for byte', async () => {
    const text = wordpress([{ title: 'Åka på ön', content: 'Ett ”stycke” – med å, ä och ö.\n\nOch ett till.', name: 'aka-pa-on' }])
    const written: string[] = []
    for (const encoding of ['utf-8', 'utf-16le', 'windows-1252'] as const) {
      await writeFile(join(home, `${encoding}.xml`), encoded(text, encoding))
      expect((await run(['import', join(home, `${encoding}.xml`), '--to', to(encoding)])).code).toBe(0)
      written.push(await readFile(join(to(encoding), '2011-12-12-aka-pa-on.md'), 'utf8'))
    }
    expect(new Set(written).size).toBe(1)
    expect(written[0]).toContain('Ett ”stycke” – med å, ä och ö.')
  })

  it('is told about in JSON, and counted', async () => {
    await writeFile(
      join(home, 'utkast.xml'),
      wordpress([
        { title: 'A', content: 'Text. <script>x()</script>' },
        { title: 'B', content: 'Text.', status: 'draft' },
        { title: 'C', content: 'Text.', password: 'x' },
      ]),
    )
    const { out, code } = await run(['import', join(home, 'utkast.xml'), '--to', to('utkast'), '--dry-run', '--json'])
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.find(({ type }) => type === 'diagnostic')).toMatchObject({ code: 'dropped', severity: 'warning' })
    expect(lines.at(-1)).toEqual({
      type: 'summary',
      found: 3,
      written: 1,
      updated: 0,
      unchanged: 0,
      kept: 0,
      absent: 0,
      skipped: 2,
      repaired: 0,
      dropped: 1,
      errors: 0,
    })
    expect(code).toBe(0)
    await expect(readdir(to('utkast'))).rejects.toThrow()
  })

  it('with one broken post gives the others, and ends with 1', async () => {
    await writeFile(
      join(home, 'trasig.xml'),
      wordpress([
        { title: 'Hel', content: 'Text.' },
        { title: 'Halv', content: 'SLUT' },
      ]).split('SLUT')[0] ?? '',
    )
    const { err, out, code } = await run(['import', join(home, 'trasig.xml'), '--to', to('trasig')])
    expect(err).toContain('[bad-item] post 2 cannot be read: the file ends in the middle of it')
    expect(out).toContain('2 posts found (WordPress export): 1 written')
    expect(code).toBe(1)
  })
})

describe('a folder of pages', () => {
  it('is read with its pictures, and nothing else in it', async () => {
    const site = join(home, 'sajt')
    await mkdir(join(site, 'bilder'), { recursive: true })
    const text = 'Det här stycket är långt nog för att räknas som text i en artikel, och säger ingenting annat än att det är just det. '
    await writeFile(
      join(site, 'a.html'),
      `<!doctype html><html lang="sv"><body><nav>Meny</nav><article><h1>Första</h1><p>${text}</p><img src="bilder/prick.png" alt="En prick"></article></body></html>`,
    )
    await writeFile(join(site, 'stil.css'), 'p { color: red }')
    await writeFile(join(site, 'bilder/prick.png'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    expect(await run(['import', site, '--to', to('sajt')])).toMatchObject({ code: 0, err: '' })
    expect(await names('sajt')).toEqual(['forsta.md'])
    expect(await readFile(join(to('sajt'), 'forsta.md'), 'utf8')).toContain('![En prick](bilder/forsta/prick.png)')
    expect(await readdir(join(to('sajt'), 'bilder/forsta'))).toEqual(['prick.png'])
  })
})

describe('wrong usage', () => {
  it.each([
    [[], 'Say what to import.'],
    [['finns-inte.xml'], 'There is nothing at finns-inte.xml.'],
    [['package.json', '--year', 'i fjol'], 'i fjol is no year.'],
    [['package.json', '--zone', 'Europa/Kiruna'], 'There is no time zone Europa/Kiruna.'],
    [['package.json', '--dryrun'], 'There is no option --dryrun.'],
  ])('%j is explained and ends with 2', async (args, message) => {
    const { code, err } = await run(['import', ...args])
    expect(err.split('\n')[0]).toBe(message)
    expect(code).toBe(2)
  })
})

describe('check --fix', () => {
  it('mends what is safe, shows it, and leaves the rest of the file as it was', async () => {
    await mkdir(join(home, 'fix/posts'), { recursive: true })
    const path = join(home, 'fix/posts/tag.md')
    await writeFile(path, '---\r\ntitle: Tåget\r\n---\r\nHon sa "nu"  - och gick. Skriv till a@b.example.\r\n')
    const { out, err, code } = await run(['check', '--content', join(home, 'fix'), '--fix'])
    expect(await readFile(path, 'utf8')).toBe('---\r\ntitle: Tåget\r\n---\r\nHon sa ”nu” – och gick. Skriv till a@b.example.\r\n')
    expect(out).toContain('tag.md:4\n  - Hon sa "nu"  - och gick.')
    expect(out).toContain('1 line mended.')
    expect(err).toContain('[email-in-print]')
    expect(code).toBe(0)
  })
})
