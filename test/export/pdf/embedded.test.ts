import { PDFDict, PDFName, PDFRawStream } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import type { Item } from '../../../src/model/page.ts'
import { dictionariesWith, group, openWithPdfJs, openWithPdfLib, page, Pixels, streamText, text, write } from './kit.ts'

const source = await write([
  page(text('Första', { tag: 'H1' })),
  page({ type: 'drawing', shapes: [{ d: 'M0 0L200 0L200 300L0 300Z', fill: '#0e4f4b' }] }, text('Andra', { color: '#fff6e9' })),
])
const drawn = (number: number, more: object = {}): Item => ({ type: 'embedded', file: 'källa', page: number, x: 50, y: 100, width: 100, height: 100, ...more })
const figure = (...items: Item[]): Item => group('Figure', items, { alt: 'Andra sidan' })
const embedded = { källa: source }

describe('a page of another file', () => {
  it('is drawn whole into the middle of its box', async () => {
    const pixels = new Pixels(await write([page(figure(drawn(1)))], { embedded }))
    // 200 × 300 in a square of 100: 66.7 wide.
    expect(pixels.at(65, 110)).toBe('#ffffff')
    expect(pixels.at(69, 110)).toBe('#0e4f4b')
    expect(pixels.at(131, 198)).toBe('#0e4f4b')
    expect(pixels.at(135, 110)).toBe('#ffffff')
    expect(pixels.at(100, 98)).toBe('#ffffff')
  })

  it('has its corners rounded', async () => {
    const pixels = new Pixels(await write([page(figure(drawn(1, { radius: 10 })))], { embedded }))
    expect(pixels.at(68, 101)).toBe('#ffffff')
    expect(pixels.at(100, 101)).toBe('#0e4f4b')
  })

  it('is one thing with one description, without the marks it had', async () => {
    const pdf = await openWithPdfLib(await write([page(figure(drawn(0), drawn(1)))], { embedded }))
    const forms = pdf.context.enumerateIndirectObjects().filter(([, object]) => object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form'))
    expect(forms).toHaveLength(2)
    for (const [ref] of forms) expect(streamText(pdf, ref)).not.toMatch(/BDC|BMC|EMC|MCID/)
    expect(dictionariesWith(pdf, 'S', 'H1')).toEqual([])
    const [[, element] = []] = dictionariesWith(pdf, 'S', 'Figure')
    expect(element?.lookup(PDFName.of('A'), PDFDict).get(PDFName.of('BBox'))?.toString()).toBe('[ 66.67 100 133.33 200 ]')
  })

  it('can still be searched', async () => {
    const pdf = await openWithPdfJs(await write([page(figure(drawn(1)))], { embedded }))
    const { items } = await (await pdf.getPage(1)).getTextContent()
    expect(items.map((item) => ('str' in item ? item.str : ''))).toContain('Andra')
  })

  it('brings its fonts once, and is itself written once', async () => {
    const count = async (...items: Item[]): Promise<number> => (await openWithPdfLib(await write([page(figure(...items))], { embedded }))).context.enumerateIndirectObjects().length
    expect(await count(drawn(1), drawn(1))).toBe(await count(drawn(1)))
    expect(await count(drawn(0), drawn(1))).toBeLessThanOrEqual((await count(drawn(1))) + 1)
  })

  it('changes the file that it is in by what it shows', async () => {
    const other = { källa: await write([page(text('Annat')), page(text('Annan'))]) }
    const [a, b] = await Promise.all([embedded, other].map(async (files) => openWithPdfLib(await write([page(figure(drawn(1)))], { embedded: files }))))
    expect(a?.context.trailerInfo.ID?.toString()).not.toBe(b?.context.trailerInfo.ID?.toString())
  })

  it('must be there', async () => {
    await expect(write([page(figure(drawn(2)))], { embedded })).rejects.toThrow('There is no page 2 of “källa” to embed')
    await expect(write([page(figure(drawn(0)))])).rejects.toThrow('of “källa”')
  })
})
