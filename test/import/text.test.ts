import { describe, expect, it } from 'vitest'
import { wordsIn } from '../../src/import/markdown.ts'
import { importing, pageDump, paragraphsOf, reported, shipped } from './kit.ts'

/** With all white space as single spaces. */
const plain = (text: string): string => text.replace(/\s+/g, ' ')

describe('a page of a blog, copied as text', () => {
  const posts = shipped()
  const imported = importing({ 'om-forsaljning.txt': pageDump(posts) }, { year: 2011 })
  const titleOf = (part: number | undefined, title: string): string => (part !== undefined && part <= 2 ? `En säljares juldagbok dag ${part}` : title)

  it('is exactly its twenty posts, each with its title', () => {
    expect(imported.ready.map(({ title }) => plain(title)).sort()).toEqual(posts.map(({ series, title }) => plain(titleOf(series?.part, title))).sort())
    expect(imported.ready).toHaveLength(20)
  })

  it('has dates and places in the series where the text gives them', () => {
    expect(imported.ready.flatMap(({ series, date }) => (series ? [[series.name, series.part, date]] : []))).toEqual(
      Array.from({ length: 12 }, (_, index) => ['En säljares juldagbok', index + 1, `2011-12-${String(index + 1).padStart(2, '0')}`]),
    )
    expect(imported.ready.filter(({ date }) => date === undefined)).toHaveLength(8)
  })

  it('has every word of every text, in order, sign-off and postscript included', () => {
    for (const post of posts) {
      const found = imported.ready.find(({ title }) => plain(title) === plain(titleOf(post.series?.part, post.title)))
      const expected = [...paragraphsOf(post.body), post.signoff, post.postscript].filter(Boolean).join(' ').replace(/\s+/g, ' ')
      expect(found && wordsIn(found.root), post.title).toBe(expected)
    }
  })

  it('has the sign-off and the postscript recognised', () => {
    expect(new Set(imported.ready.map(({ signoff }) => signoff))).toEqual(new Set(posts.map(({ signoff }) => signoff)))
    expect(
      imported.ready
        .map(({ postscript }) => postscript)
        .filter(Boolean)
        .sort(),
    ).toEqual(
      posts
        .map(({ postscript }) => postscript)
        .filter(Boolean)
        .sort(),
    )
  })

  it('reports what belonged to the page, and nothing else', () => {
    expect(imported.diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'dropped: "Om försäljning." belongs to the page around the posts, so it was left out',
      'dropped: "Om försäljning." belongs to the page around the posts, so it was left out',
      'dropped: "page 2 of 3" belongs to the page around the posts, so it was left out',
    ])
    expect(imported.ready[0]?.credit).toBe('Om försäljning')
  })

  it('leaves dates open with one line when nobody says the year', () => {
    const open = importing(pageDump(posts))
    expect(open.ready.filter(({ date }) => date)).toEqual([])
    expect(reported(open).filter((line) => line.includes('open-date'))).toEqual([
      expect.stringContaining('12 posts have a day but no year (the first is 12/12), so the date is left open'),
    ])
    expect(open.files.find((file) => file.includes('part: 12'))).toContain('# Texten säger 12/12 men inte vilket år:\n# date: ÅÅÅÅ-12-12\n')
  })

  it('is the same posts when two pages are given at once', () => {
    const twice = importing({ 'sida-1.txt': pageDump(posts.slice(0, 12)), 'sida-2.txt': pageDump(posts.slice(8)) }, { year: 2011 })
    expect(twice.files).toEqual(imported.files)
    expect(twice.skipped).toEqual({ 'there twice': 4 })
  })
})

describe('other texts', () => {
  const titles = (text: string): string[] => importing({ 'min-text.txt': text }).ready.map(({ title }) => title)

  it('are one post with their first line as its title', () => {
    const imported = importing('Rubriken\n\nEtt stycke.\n\nEtt till.')
    expect(imported.ready[0]?.title).toBe('Rubriken')
    expect(imported.markdown[0]).toBe('Ett stycke.\n\nEtt till.')
  })

  it('are posts under their dates, with the title above or behind', () => {
    expect(titles('12 december 2011 – Stanna upp\n\nText.\n\n11 december 2011 – Misslyckas\n\nText.')).toEqual(['Misslyckas', 'Stanna upp'])
    expect(titles('Stanna upp\n\nPublicerat 12 december 2011\n\nText ett.\n\nMisslyckas\n\nPublicerat 11 december 2011\n\nText två.')).toEqual([
      'Misslyckas',
      'Stanna upp',
    ])
  })

  it('are cut at ruled lines or at gaps', () => {
    expect(titles('Ett\n\nText ett.\n\n-----\n\nTvå\n\nText två.\n\n-----\n\nTre\n\nText tre.')).toEqual(['Ett', 'Tre', 'Två'])
    expect(titles('Ett\n\nText ett.\n\n\n\nTvå\n\nText två.')).toEqual(['Ett', 'Två'])
  })

  it('keep lists, line breaks and what looks like Markdown', () => {
    expect(importing('Rubrik\n\n• ett\n• två\n\n1. ett\n2. två\n\nrad\nrad\n\n# ej rubrik\n\n– Jo, sa han.').markdown[0]).toBe(
      '- ett\n- två\n\n1. ett\n2. två\n\nrad\\\nrad\n\n\\# ej rubrik\n\n– Jo, sa han.',
    )
  })

  it('do not take a refrain for the end of a post', () => {
    const text =
      'Håll i!\n\nDet blåser hårt på sjön i dag, och ingen vet när det slutar blåsa.\n\nHåll i.\n\nVi har varit ute förr, och det har gått bra de flesta gångerna hittills.\n\nHåll i.\n\nNär vi kommer i land är det många som har åkt hem för länge sedan.\n\nHåll i.'
    expect(titles(text)).toEqual(['Håll i!'])
  })

  it('do not take "dag 12" for a date, or a single numbered heading for a series', () => {
    const { ready } = importing('Resan dag 12\n\nText.')
    expect(ready[0]).toMatchObject({ title: 'Resan dag 12' })
    expect(ready[0]).not.toHaveProperty('series')
    expect(ready[0]).not.toHaveProperty('date')
  })
})
