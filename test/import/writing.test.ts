import { mkdir, mkdtemp, readFile, readdir, rm, symlink, truncate, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ImportTarget } from '../../src/build/import-target.ts'
import { writePosts } from '../../src/build/imports.ts'
import { findRaw, readPicture, readRaw } from '../../src/load/bytes.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { parsePost } from '../../src/parse/post.ts'
import { importing, wordpress, type WordpressItem } from './kit.ts'

let home = ''
let folder = ''
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'import-'))
  folder = join(home, 'posts')
})
afterEach(() => rm(home, { recursive: true }))

const plain = new Set(Array.from({ length: 0x250 }, (_, index) => index).concat([0x201d, 0x2013]))
const everything = { has: () => true } as unknown as ReadonlySet<number>

async function write(items: readonly WordpressItem[], more: { dryRun?: boolean; again?: boolean; coverage?: ReadonlySet<number> } = {}) {
  const { posts } = importing(wordpress(items), {}, home)
  const diagnostics: Diagnostic[] = []
  const results: string[] = []
  const plans = { exercises: [], coverage: everything, dryRun: false, again: false, ...more }
  const counts = await writePosts(posts, await ImportTarget.open(folder), plans, {
    diagnostics: (found) => diagnostics.push(...found),
    result: ({ path, state, note }) => results.push(`${state} ${path.replace(/^.*\//, '')}${note ? ` ${note}` : ''}`),
    progress: () => undefined,
  })
  return { counts, results, reports: diagnostics.map(({ code, message }) => `${code}: ${message}`) }
}

const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')
const files = async (): Promise<string[]> => (await readdir(folder)).filter((name) => !name.startsWith('.')).sort()

const first = { title: 'Ett', content: 'Första stycket.\n\nAndra stycket.', name: 'ett' }
const second = { title: 'Två', content: 'Helt annan text.', name: 'tva' }

describe('importing for the first time', () => {
  it('writes each post under its day and name, ready to be read', async () => {
    expect((await write([first, second])).counts).toMatchObject({ written: 2 })
    expect(await files()).toEqual(['2011-12-12-ett.md', '2011-12-12-tva.md'])
    const text = await read('2011-12-12-ett.md')
    expect(text).toContain('# idea: ')
    expect(parsePost({ path: '2011-12-12-ett.md', text }).diagnostics).toEqual([])
  })

  it('gives a proposal that is valid as soon as its # is removed', async () => {
    const content =
      'Stina åkte till Kiruna: det var kallt.\n\n”Det varmaste är att sitta still”, sa Stina.\n\nVad gör du när du har bråttom? Skriv max 3 saker: en, två och tre.\n\nVi kallar det VILA: Vänta, Inventera, Lyssna och Andas.'
    await write([{ title: 'Prov: "ett"', content, name: 'prov' }])
    const text = (await read('2011-12-12-prov.md')).replace(/^# (?=idea|story|quote|questions|takeaways| )/gm, '')
    const { post, diagnostics } = parsePost({ path: 'prov.md', text })
    expect(diagnostics).toEqual([])
    expect(post).toMatchObject({ quote: { text: 'Det varmaste är att sitta still', by: 'Stina' }, questions: ['Vad gör du när du har bråttom?'] })
    expect([post?.idea, ...(post?.takeaways ?? [])].join(' ')).toMatch(/VILA.*max 3 saker|max 3 saker.*VILA/)
  })

  it('never touches a file that is there, whoever wrote it', async () => {
    await mkdir(folder)
    await writeFile(join(folder, 'ett.md'), 'mitt eget')
    await write([first])
    expect(await read('ett.md')).toBe('mitt eget')
    expect(await files()).toEqual(['2011-12-12-ett-2.md', 'ett.md'])
  })

  it('writes nothing when it is only asked what it would do', async () => {
    expect((await write([first], { dryRun: true })).results).toEqual(['written 2011-12-12-ett.md'])
    await expect(readdir(folder)).rejects.toThrow()
  })
})

describe('importing again', () => {
  it('changes nothing when nothing has changed', async () => {
    await write([first, second])
    const before = await read('2011-12-12-ett.md')
    expect((await write([first, second])).counts).toMatchObject({ written: 0, unchanged: 2 })
    expect(await read('2011-12-12-ett.md')).toBe(before)
  })

  it('brings what is new and what has changed upstream', async () => {
    await write([first])
    const { results } = await write([{ ...first, content: 'Första stycket.\n\nEtt nytt stycke.' }, second])
    expect(results).toEqual(['updated 2011-12-12-ett.md (1 paragraph is new or changed, the first begins "Ett nytt stycke.")', 'written 2011-12-12-tva.md'])
    expect(await read('2011-12-12-ett.md')).toContain('Ett nytt stycke.')
  })

  it('leaves a post alone that somebody has edited, and says what changed upstream', async () => {
    await write([first])
    const edited = `${await read('2011-12-12-ett.md')}\nMitt tillägg.\n`
    await writeFile(join(folder, '2011-12-12-ett.md'), edited)
    expect((await write([first])).counts).toMatchObject({ unchanged: 1 })
    const { counts, reports } = await write([{ ...first, content: 'Första stycket.\n\nEtt nytt stycke.' }])
    expect(counts).toMatchObject({ kept: 1 })
    expect(reports).toEqual([
      'changed-upstream: the source of this post has changed, and so have you: 1 paragraph is new or changed, the first begins "Ett nytt stycke."; your file stays as it is',
    ])
    expect(await read('2011-12-12-ett.md')).toBe(edited)
  })

  it('knows a post that was renamed, and one whose memory is gone', async () => {
    await write([first])
    await writeFile(join(folder, 'omdopt.md'), await read('2011-12-12-ett.md'))
    await unlink(join(folder, '2011-12-12-ett.md'))
    expect((await write([first])).counts).toMatchObject({ unchanged: 1, written: 0 })
    await unlink(join(folder, '.import.json'))
    expect((await write([first])).counts).toMatchObject({ unchanged: 1, written: 0 })
    expect((await write([{ ...first, content: 'Annan text.' }])).counts).toMatchObject({ kept: 1 })
    expect(await files()).toEqual(['omdopt.md'])
  })

  it('does not bring back what somebody removed, unless asked', async () => {
    await write([first])
    await unlink(join(folder, '2011-12-12-ett.md'))
    const { counts, reports } = await write([first])
    expect(counts).toMatchObject({ absent: 1, written: 0 })
    expect(reports[0]).toContain('so it stays away')
    expect((await write([first], { again: true })).counts).toMatchObject({ written: 1 })
    expect(await files()).toEqual(['2011-12-12-ett.md'])
  })
})

describe('small pictures in the text', () => {
  it('that no font has go, faces become what they stand for, and the post builds', async () => {
    const content = '🎿 Nu åker vi 😀 och 👨‍👩‍👧 ser\u{1F1F8}\u{1F1EA}. <strong>🔥</strong>\n\n💡\n\nSlut © 1️⃣ här.'
    const { reports } = await write([{ ...first, title: 'Ett 🎿', content }], { coverage: plain })
    const text = await read('2011-12-12-ett.md')
    expect(text).toMatch(/^title: Ett$/m)
    expect(text.split('---\n').at(-1)).toBe('\nNu åker vi :-) och ser.\n\nSlut © 1 här.\n')
    expect(reports).toEqual(['dropped: 🎿 👨‍👩‍👧 🇸🇪 🔥 💡 in "Ett" are pictures that no font of the toolkit has, so they were left out'])
    expect((await write([{ ...first, title: 'Ett 🎿', content }], { coverage: plain })).counts).toMatchObject({ unchanged: 1 })
  })

  it('stay where a font has them', async () => {
    await write([{ ...first, content: 'Nu åker vi 🎿' }])
    expect(await read('2011-12-12-ett.md')).toContain('Nu åker vi 🎿')
  })
})

describe('pictures', () => {
  it('that lie nowhere leave their words, and no link that leads nowhere', async () => {
    const { reports } = await write([{ ...first, content: '<p>Se <img src="file:///etc/passwd" alt="Vasa"> här.</p>' }])
    expect(await read('2011-12-12-ett.md')).toContain('\nSe Vasa här.')
    expect(reports).toEqual(['picture-left-out: the picture file:///etc/passwd is not on this disk; the post has its name in its place'])
  })

  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])

  it('that lie beside the source are copied beside the post, others become links', async () => {
    await mkdir(join(home, 'wp-content/uploads'), { recursive: true })
    await writeFile(join(home, 'wp-content/uploads/Vasa Skepp.png'), png)
    const content = '<p><img src="https://blogg.example/wp-content/uploads/Vasa%20Skepp.png" alt="Vasa"> och <img src="https://b.example/annan.jpg"></p>'
    const { reports } = await write([{ ...first, content }])
    expect(await read('2011-12-12-ett.md')).toContain('![Vasa](bilder/ett/vasa-skepp.png) och [Bild: annan](https://b.example/annan.jpg)')
    expect(await readFile(join(folder, 'bilder/ett/vasa-skepp.png'))).toEqual(Buffer.from(png))
    expect(reports).toEqual(['picture-left-out: the picture https://b.example/annan.jpg is not on this disk; the post has a link in its place'])
  })

  it('that are part of the page are written out', async () => {
    await write([{ ...first, content: `<p><img src="data:image/png;base64,${Buffer.from(png).toString('base64')}" alt="Prick"></p>` }])
    expect(await read('2011-12-12-ett.md')).toContain('![Prick](bilder/ett/bild.png)')
  })

  it('are never taken from outside the source, or written outside the target', async () => {
    const inner = join(home, 'inner')
    await mkdir(inner)
    await writeFile(join(home, 'secret.png'), png)
    await symlink(join(home, 'secret.png'), join(inner, 'link.png'))
    for (const path of ['../secret.png', 'link.png', join(home, 'secret.png')]) expect(await readPicture(inner, [path])).toBeUndefined()
    await writeFile(join(inner, 'own.png'), png)
    expect(await readPicture(inner, ['../secret.png', 'own.png'])).toBeDefined()
    await mkdir(folder)
    await mkdir(join(home, 'elsewhere'))
    await symlink(join(home, 'elsewhere'), join(folder, 'bilder'))
    await writeFile(join(home, 'a.png'), png)
    await write([{ ...first, content: '<img src="a.png" alt="A">' }])
    expect(await readdir(join(home, 'elsewhere'), { recursive: true })).toEqual([])
  })
})

describe('what is read', () => {
  it('is never a file of a hundred megabytes', async () => {
    await writeFile(join(home, 'stor.xml'), '')
    await truncate(join(home, 'stor.xml'), 100 * 2 ** 20)
    const source = await findRaw(join(home, 'stor.xml'))
    expect(source && (await readRaw(source, 'stor.xml', (path) => path))).toMatchObject({
      code: 'bad-source',
      message: 'the file is 100 MB; more than 64 MB is not read',
    })
  })

  it('is every file of a folder, but no hidden ones and nothing behind a link', async () => {
    await mkdir(join(home, 'sajt/a/.git'), { recursive: true })
    for (const name of ['b.html', 'a/c.html', 'a/.git/x', '.dold']) await writeFile(join(home, 'sajt', name), 'x')
    await symlink(home, join(home, 'sajt/upp'))
    expect((await findRaw(join(home, 'sajt')))?.names).toEqual(['a/c.html', 'b.html'])
    expect(await findRaw(join(home, 'finns-inte'))).toBeUndefined()
  })
})
