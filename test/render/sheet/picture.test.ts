import { describe, expect, it } from 'vitest'
import { sheetPicture } from '../../../src/render/sheet/picture.ts'
import type { Item } from '../../../src/model/page.ts'

const page = (...items: Item[]) => ({ width: 100, height: 200, items })
const text = (words: string): Item => ({ type: 'text', tag: 'P', font: 'text', size: 10, color: '#17202a', lines: [{ x: 1, y: 2, text: words }] })

describe('sheetPicture', () => {
  it('shows any text as the characters it is', () => {
    expect(sheetPicture(page(text('</text><script>"&\u0000')))).toContain('&lt;/text&gt;&lt;script&gt;&quot;&amp;</text>')
  })

  it('shows a soft hyphen only at the end of a line', () => {
    expect(sheetPicture(page(text('kund\u00adrelation\u00ad')))).toContain('>kundrelation-<')
  })

  it('names clips after the page, so that pictures can stand in one document', () => {
    const drawing: Item = { type: 'drawing', shapes: [], clip: { x: 0, y: 0, width: 5, height: 5, radius: 1 } }
    const ids = [sheetPicture(page(drawing)), sheetPicture(page(drawing, text('a')))].map((svg) => /clipPath id="([^"]+)"/.exec(svg)?.[1])
    expect(ids[0]).not.toBe(ids[1])
  })

  it('draws the lines and marks of fields, and what is filled in', () => {
    const field = (y: number, height: number, one: object): Item => ({ type: 'field', x: 0, y, width: 20, height, field: { name: 'a', label: 'A', ...one } as never })
    const svg = sheetPicture(page(
      field(0, 48, { type: 'text', multiline: true, pitch: 24, size: 0 }),
      field(60, 14, { type: 'radio', option: '1', optionLabel: 'ett', value: '1' }),
      field(80, 14, { type: 'check', value: true }),
      field(100, 20, { type: 'text', multiline: false, size: 0, value: 'Åsa <Öberg>' }),
    ))
    expect(svg.match(/ H20"/g)).toHaveLength(2)
    expect(svg.match(/<circle/g)).toHaveLength(2)
    expect(svg).toContain('Åsa &lt;Öberg&gt;')
  })
})
