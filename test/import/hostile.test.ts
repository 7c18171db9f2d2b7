import { describe, expect, it } from 'vitest'
import { slugOfDraft, freeName } from '../../src/import/names.ts'
import { endingOf, pictureFile } from '../../src/import/pictures.ts'
import { parsePost } from '../../src/parse/post.ts'
import { importing, pageDump, reported, rss, shipped, wordpress } from './kit.ts'

describe('names that would be paths', () => {
  it.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['..\\..\\windows', 'windows'],
    ['/abs', 'abs'],
    ['a/b/c', 'a-b-c'],
    ['con', 'con-inlagg'],
    ['%2e%2e%2fx', 'x'],
    ['\u0000\u202etxt', 'txt'],
    ['', 'ett-inlagg'],
    ['...', 'ett-inlagg'],
    ['å'.repeat(300), 'a'.repeat(60)],
  ])('%j becomes %j', (slug, expected) => {
    const made = slugOfDraft({ slug, title: 'Ett inlägg' })
    expect(made).toBe(expected)
    expect(parsePost({ path: `posts/${made}.md`, text: '---\ntitle: A\n---\nx' }).diagnostics).toEqual([])
  })

  it('are never given twice', () => {
    const taken = new Set(['a'])
    expect([freeName('a', taken), freeName('a', taken), freeName('b', taken)]).toEqual(['a-2', 'a-3', 'b'])
  })

  it('of pictures stay inside the folder, whatever they say', () => {
    expect(pictureFile('../../../etc/passwd', 'sidor/a.html').name).toBe('passwd')
    expect(pictureFile('bild%20ett.PNG?x=1', 'sidor/a.html')).toMatchObject({ candidates: ['sidor/bild ett.PNG'], name: 'bild-ett' })
    expect(pictureFile('https://b.example/wp-content/uploads/2011/12/a.jpg', 'a.xml').candidates).toContain('wp-content/uploads/2011/12/a.jpg')
    expect(pictureFile('file:///etc/passwd', 'a.html').candidates).toEqual([])
  })

  it('of pictures say nothing of what is in the file', () => {
    expect(endingOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).toBe('.png')
    expect(endingOf(new TextEncoder().encode('<?xml version="1.0"?><svg xmlns="x"/>'))).toBe('.svg')
    expect(endingOf(new TextEncoder().encode('#!/bin/sh'))).toBeUndefined()
  })
})

describe('a source that is too much', () => {
  it('of entities is not expanded', () => {
    const levels = Array.from({ length: 30 }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`).join('')
    const bomb = rss('<item><title>&e30;</title><description>Text.</description></item>').replace('<rss', `<!DOCTYPE rss [<!ENTITY e0 "ha">${levels}]><rss`)
    const result = importing(bomb)
    expect(result.ready[0]?.title).toBe('&e30;')
  })

  it('of posts takes its time, and ends', () => {
    const text = '<p>Ett stycke om att sälja, med <em>eftertryck</em>.</p>'.repeat(5)
    const result = importing(
      wordpress(Array.from({ length: 400 }, (_, index) => ({ title: `Inlägg ${index}`, content: `${text}<p>${index}</p>`, name: `inlagg-${index}` }))),
    )
    expect(result.ready).toHaveLength(400)
  })

  it('of paragraphs does, too', () => {
    const posts = shipped()
    const result = importing(
      Array.from({ length: 20 }, (_, index) =>
        pageDump(posts).replaceAll('Nu åker vi.', 'Nu åker vi.\n').replaceAll('juldagbok dag', `juldagbok ${index} dag`),
      ).join('\n'),
    )
    expect(result.found).toBeGreaterThan(300)
  })

  it('of text in one post is refused', () => {
    const imported = importing(
      wordpress([
        { title: 'Lång', content: `<p>${'ord '.repeat(300_000)}</p>` },
        { title: 'Kort', content: 'x' },
      ]),
    )
    expect(imported.ready.map(({ title }) => title)).toEqual(['Kort'])
    expect(reported(imported)[0]).toContain('bad-item: "Lång" has more than a million characters, which is no post')
  })

  it.each([
    ['open sections', '<item><title>A</title><![CDATA['.repeat(3000)],
    ['open comments', `<item><title>A</title>${'<!--'.repeat(50_000)}`],
    ['open tags', '<item>'.repeat(20_000)],
    ['brackets', `<item><title>A</title><description>${'[a b="'.repeat(20_000)}</description></item>`],
    ['ampersands', `<item><title>A</title><description>${'&'.repeat(200_000)}x</description></item>`],
  ])('of %s comes to an end', (_name, items) => {
    expect(() => importing(rss(items))).not.toThrow()
  })
})

describe('titles and texts that are meant as code', () => {
  it('are text in the file that is written', () => {
    const nasty = [
      '"; rm -rf /',
      '{{constructor}}',
      '${process.env}',
      '<img src=x onerror=alert(1)>',
      '---\ntitle: annat\n---',
      '!!js/function x',
      '\u202e\u2066abc',
      '*a: &b',
    ]
    const { files, ready } = importing(
      wordpress(nasty.map((text, index) => ({ title: text.replace(/</g, '&lt;'), content: text.replace(/</g, '&lt;'), name: `n${index}` }))),
    )
    for (const [index, file] of files.entries()) {
      const { post, diagnostics } = parsePost({ path: `posts/n${index}.md`, text: file })
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(post?.title).toBe(ready[index]?.title.replace(/\s+/g, ' '))
    }
  })
})
