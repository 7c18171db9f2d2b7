import * as mupdf from 'mupdf'
import { describe, expect, it } from 'vitest'
import type { FontId } from '../../../src/model/font.ts'
import { textWidth } from '../../../src/typography/measure.ts'
import { fonts, openWithPdfJs, page, Pixels, text, write } from './kit.ts'

/** What a reader gets out of the first page. */
async function readBack(pdf: Uint8Array): Promise<string> {
  const content = await (await (await openWithPdfJs(pdf)).getPage(1)).getTextContent()
  return content.items.map((item) => ('str' in item ? item.str : '')).join('')
}

/** The lines of the first page as MuPDF sees them, spaces at their ends included. */
function linesOf(pdf: Uint8Array): string[] {
  const first = mupdf.Document.openDocument(pdf, 'application/pdf').loadPage(0)
  return first
    .toStructuredText('preserve-whitespace')
    .asText()
    .split('\n')
    .filter((line) => line !== '')
}

describe('text', () => {
  it.each<FontId>(['text', 'bold', 'display', 'quote'])(
    'reads back as it was written, in %s',
    async (font) => {
      const line = 'Åsa ”kör” 50 % – Łukasz Żak, Ștefan, Ελένη, Šš†‰, → ✓ e\u2011post'
      expect(await readBack(await write([page(text(line, { font, size: 6 }))]))).toBe(line)
    },
  )

  it('is one text over its lines, with a space between words and none within them', async () => {
    const lines = [
      'skriv på ut\u00ad',
      'sidan om det',
      'du vill, köp- ',
      'och sälj-',
      'avtal, köp-',
      'och allt',
    ]
    expect(linesOf(await write([page(text(lines))]))).toEqual([
      'skriv på ut\u00ad',
      'sidan om det ',
      'du vill, köp- ',
      'och sälj-',
      'avtal, köp- ',
      'och allt',
    ])
    expect(await readBack(await write([page(text(lines.slice(0, 2)))]))).toBe('skriv på utsidan om det')
  })

  it('shows a soft hyphen at the end of a line only', async () => {
    const [divided, plain, inside] = await Promise.all(
      ['ut\u00ad', 'ut-', 'u\u00adt-'].map(async (line) =>
        new Pixels(await write([page(text(line, { font: 'display' }))])).ink(0, 0, 200, 40),
      ),
    )
    expect(divided).toEqual(plain)
    expect(inside).toEqual(plain)
  })

  it.each<[string, FontId, number]>([
    ['AVATAR To Ty ”Wå”', 'text', 0],
    ['AVATAR To Ty ”Wå”', 'display', -20],
    ['Łódź V. Ελένη', 'quote', 0],
  ])('is as wide as it was measured: %s', async (line, font, tracking) => {
    const size = 18
    const pdf = await write([page(text([`${line}|`], { font, size, tracking }))])
    const ink = new Pixels(pdf).ink(0, 0, 200, 40)
    const bar = new Pixels(await write([page(text('|', { font, size }))])).ink(0, 0, 200, 40)
    const width = textWidth(line, (await fonts()).metrics[font], size, tracking / 1000)
    // The last letter may be kerned with the bar.
    expect(Math.abs((ink?.[2] ?? 0) - (bar?.[2] ?? 0) - width)).toBeLessThan(0.6)
  })

  it('has its colour and place, and puts what is taken apart together', async () => {
    const pixels = new Pixels(
      await write([
        page(
          text('I', { size: 40, color: '#8e1f16', font: 'display', lines: [{ x: 50, y: 100, text: 'I' }] }),
          text('A\u030a', { size: 40, lines: [{ x: 120, y: 100, text: 'A\u030a' }] }),
        ),
      ]),
    )
    const [left = 0, top = 0, right = 0, bottom = 0] = pixels.ink(45, 0, 90, 120) ?? []
    expect(bottom).toBeCloseTo(100, 0)
    expect(pixels.at((left + right) / 2, (top + bottom) / 2)).toBe('#8e1f16')
    expect(pixels.ink(110, 0, 160, 74)).toBeDefined()
  })
})
