import { PDFDict, PDFName } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import type { CheckField, FieldBox, RadioField } from '../../../src/model/page.ts'
import { area, button, field, openWithPdfLib, page, Pixels, streamText, tick, write } from './kit.ts'

describe('an empty field', () => {
  const pitch = 24
  it('has ruled lines a pitch apart, the last along its bottom edge', async () => {
    const pixels = new Pixels(
      await write([page(field(area('svar', { pitch }), { x: 20, y: 100, width: 100, height: 3 * pitch }))]),
    )
    const lines = [1, 2, 3].map((line) => pixels.ink(20, 100 + line * pitch - 6, 120, 100 + line * pitch))
    expect(lines).toEqual([1, 2, 3].map((line) => [20, 99.5 + line * pitch, 120, 100 + line * pitch]))
    expect(pixels.ink(0, 0, 200, 100 + pitch - 1)).toBeUndefined()
    expect(pixels.ink(0, 100 + 3 * pitch, 200, 300)).toBeUndefined()
  })

  it('has nothing without a pitch', async () => {
    expect(new Pixels(await write([page(field(area('svar')))])).ink(0, 0, 200, 300)).toBeUndefined()
  })
})

describe('a prefilled field', () => {
  it('shows its text whole instead of lines, smaller where it has to be', async () => {
    const value = 'Ștefan och Ελένη ringer sju kunder. '.repeat(4).trim()
    const pdf = await write([
      page(field(area('svar', { pitch: 24, value, size: 11 }), { x: 20, y: 100, width: 100, height: 48 })),
    ])
    const [left = 0, top = 0, right = 0, bottom = 0] = new Pixels(pdf).ink(0, 0, 200, 300) ?? []
    expect(left).toBeGreaterThan(21)
    expect(right).toBeLessThan(119)
    expect(top).toBeGreaterThan(100)
    expect(bottom).toBeLessThan(148)
    const document = await openWithPdfLib(pdf)
    const shown = streamText(document, appearanceOf(document, 'svar'))
    const sizes = new Set([...shown.matchAll(/ ([\d.]+) Tf/g)].map(([, size]) => Number(size)))
    expect(sizes.size).toBe(1)
    expect(Math.max(...sizes)).toBeLessThan(10)
  })

  it('keeps the rule under a single line, and centres', async () => {
    const single = field(area('namn', { multiline: false, pitch: 24, value: 'I', align: 'center', size: 11 }))
    const pixels = new Pixels(await write([page(single)]))
    expect(pixels.ink(20, 119, 120, 121)).toEqual([20, 119.5, 120, 120])
    const [left = 0, , right = 0] = pixels.ink(20, 100, 120, 119) ?? []
    expect((left + right) / 2).toBeCloseTo(70, 0)
  })
})

describe('a button', () => {
  it('is a box or a ring to tick by pen, with a mark of ink when it is chosen', async () => {
    const at = (own: CheckField | RadioField, x: number): FieldBox => field(own, { x, width: 14, height: 14 })
    const pixels = new Pixels(
      await write([
        page(
          at(tick('a'), 20),
          at(tick('b', { value: true }), 50),
          at(button('c', '1', '2'), 80),
          at(button('c', '2', '2'), 110),
        ),
      ]),
    )
    const middles = [20, 50, 80, 110].map((x) => pixels.ink(x + 3, 103, x + 11, 111) !== undefined)
    expect(middles).toEqual([false, true, false, true])
    const boxes = [20, 80].map((x) => pixels.ink(x - 5, 90, x + 20, 130))
    expect(boxes).toEqual([
      [20, 100, 34, 114],
      [80, 100, 94, 114],
    ])
  })
})

const appearanceOf = (document: PDFDocument, name: string): unknown =>
  document.getForm().getField(name).acroField.dict.lookup(PDFName.of('AP'), PDFDict).get(PDFName.of('N'))
