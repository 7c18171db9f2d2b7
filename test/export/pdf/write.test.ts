import type { PDFHexString, PDFRawStream } from 'pdf-lib'
import { PDFArray, PDFDict, PDFName } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { dictionariesWith, field, group, openWithPdfJs, openWithPdfLib, page, text, write } from './kit.ts'

describe('a document', () => {
  const pages = [page(text('Första sidan – Łódź', { tag: 'H1' })), page(text('Andra sidan'))]

  it('has the same bytes each time, and others for other content', async () => {
    const [first, second, other] = await Promise.all([
      write(pages),
      write(pages),
      write([page(text('Annat'))]),
    ])
    expect(Buffer.compare(first, second)).toBe(0)
    const ids = await Promise.all(
      [first, other].map(async (pdf) => (await openWithPdfLib(pdf)).context.trailerInfo.ID?.toString()),
    )
    expect(ids[0]).not.toBe(ids[1])
  })

  it('says what it is, without dates', async () => {
    const title = 'Tre mål <&> ”löftet” – Łódź'
    const pdf = await write(pages, { title, author: 'Åsa Öberg', subject: 'Övning' })
    const document = await openWithPdfLib(pdf)
    const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict)
    expect(
      Object.fromEntries(
        info.entries().map(([key, value]) => [key.decodeText(), (value as PDFHexString).decodeText()]),
      ),
    ).toEqual({ Title: title, Author: 'Åsa Öberg', Subject: 'Övning', Producer: 'Säljverkstad' })
    const { catalog } = document
    expect(catalog.get(PDFName.of('Lang'))?.toString()).toBe('(sv)')
    expect(catalog.lookup(PDFName.of('MarkInfo'))?.toString()).toMatch(/\/Marked true/)
    expect(catalog.lookup(PDFName.of('ViewerPreferences'))?.toString()).toMatch(/\/DisplayDocTitle true/)
    const metadata = catalog.lookup(PDFName.of('Metadata')) as PDFRawStream
    const packet = Buffer.from(metadata.contents).toString('utf8')
    expect(packet).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(packet).toContain('<rdf:li xml:lang="x-default">Tre mål &lt;&amp;&gt; ”löftet” – Łódź</rdf:li>')
    expect(packet).not.toMatch(/Date/)
  })

  it('has pages of their own size', async () => {
    const document = await openWithPdfLib(await write([...pages, { width: 612, height: 792, items: [] }]))
    expect(document.getPages().map((one) => [one.getWidth(), one.getHeight()])).toEqual([
      [200, 300],
      [200, 300],
      [612, 792],
    ])
  })

  it('has bookmarks as deep as their levels', async () => {
    const outline = [
      { title: 'Innehåll', page: 0 },
      { title: 'Löftet', page: 1 },
      { title: 'Łódź', page: 1, level: 2 },
      { title: 'Slut', page: 0 },
    ]
    const pdfJs = await openWithPdfJs(await write(pages, { outline }))
    const entries = await pdfJs.getOutline()
    expect(
      entries.map(({ title, items }) => [title, (items as { title: string }[]).map((item) => item.title)]),
    ).toEqual([
      ['Innehåll', []],
      ['Löftet', ['Łódź']],
      ['Slut', []],
    ])
    const target = entries[1]?.dest?.[0] as { num: number; gen: number }
    expect(await pdfJs.getPageIndex(target)).toBe(1)
  })

  it('goes to no page that is not there', async () => {
    await expect(write(pages, { outline: [{ title: 'Borta', page: 2 }] })).rejects.toThrow(
      'There is no page 2',
    )
  })

  it('embeds every font, cut to what is shown', async () => {
    const pdf = await write([
      page(
        text('Text – Łódź', { font: 'bold' }),
        text('Rubrik', { font: 'display' }),
        text('Citat', { font: 'quote' }),
        field({ type: 'text', name: 'namn', label: 'Namn', multiline: false, size: 11 }),
      ),
    ])
    const document = await openWithPdfLib(pdf)
    const descriptors = dictionariesWith(document, 'Type', 'FontDescriptor')
    expect(descriptors.map(([, one]) => one.has(PDFName.of('FontFile2')))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    const names = dictionariesWith(document, 'Type', 'Font').map(([, one]) =>
      String(one.get(PDFName.of('BaseFont'))),
    )
    expect(names.map((name) => name.replace(/^\/[A-Z]{6}\+/, '/…+')).sort()).toEqual([
      '/SourceSans3-Regular',
      '/…+BricolageGrotesque-96ptExtraBold',
      '/…+Newsreader16pt-Italic',
      // The simple font, and the composite one with its descendant.
      '/…+SourceSans3-SemiBold',
      '/…+SourceSans3-SemiBold',
      '/…+SourceSans3-SemiBold',
    ])
    expect(pdf.length).toBeLessThan(30_000)
  })

  it('names the face, the character and the line when no font has it', async () => {
    await expect(write([page(text('Hej 😀!'))])).rejects.toThrow(
      'No font of the face “text” has “😀” (U+1F600), in “Hej 😀!”',
    )
  })
})

describe('a link', () => {
  const linked = page(
    group('TOC', [
      group('TOCI', [
        group(
          'Link',
          [
            text('Till andra', { tag: 'Span' }),
            text('2', { tag: 'Span', lines: [{ x: 150, y: 20, text: '2' }] }),
          ],
          { toPage: 1 },
        ),
      ]),
    ]),
  )

  it('has its words as description, covers them and goes to its page', async () => {
    const pdfJs = await openWithPdfJs(await write([linked, page(text('Andra'))]))
    const [annotation] = (await (await pdfJs.getPage(1)).getAnnotations()) as {
      subtype: string
      rect: number[]
      dest: [{ num: number; gen: number }]
      contentsObj: { str: string }
    }[]
    expect(annotation).toMatchObject({ subtype: 'Link', contentsObj: { str: 'Till andra 2' } })
    expect(await pdfJs.getPageIndex(annotation?.dest[0] ?? { num: 0, gen: 0 })).toBe(1)
    const [left, bottom, right, top] = annotation?.rect ?? []
    expect([left, bottom && bottom < 280, right && right > 150, top && top > 287]).toEqual([
      10,
      true,
      true,
      true,
    ])
  })

  it('stands in its element beside its words', async () => {
    const document = await openWithPdfLib(await write([linked, page(text('Andra'))]))
    const [, link] = dictionariesWith(document, 'S', 'Link')[0] ?? []
    const kids = link
      ?.lookup(PDFName.of('K'), PDFArray)
      .asArray()
      .map((kid) => document.context.lookup(kid, PDFDict))
    expect(kids?.map((kid) => String(kid.get(PDFName.of('S')) ?? kid.get(PDFName.of('Type'))))).toEqual([
      '/Span',
      '/Span',
      '/OBJR',
    ])
  })
})
