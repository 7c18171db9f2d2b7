import { describe, expect, it } from 'vitest'
import { a4 } from '../../../src/model/worksheet.ts'
import { layoutWorkbook } from '../../../src/render/sheet/workbook.ts'
import { tiles } from '../../../src/render/sheet/cover.ts'
import { fonts, hyphenate, ordinary, sheetOf } from './house.ts'
import { fieldsOf, groupsOf, nameOf, textsOf } from './inspect.ts'

const sheets = Array.from({ length: 5 }, (_, index) =>
  sheetOf(index === 2 ? ordinary : [{ kind: 'lines', title: 'Skriv', rows: 4 }], { id: `blad-${index + 1}`, title: `Blad ${index + 1}` }))
const { pages, outline, diagnostics } = layoutWorkbook({ title: 'Om försäljning', lang: 'sv', worksheets: sheets }, a4, fonts, hyphenate)

describe('a workbook', () => {
  it('has a cover with the owner’s name, contents, and every sheet', () => {
    expect(diagnostics).toEqual([])
    expect(pages[0] && fieldsOf(pages[0]).map(nameOf)).toEqual(['owner'])
    expect(outline.map(({ title }) => title)).toEqual(['Innehåll', 'Blad 1', 'Blad 2', 'Blad 3', 'Blad 4', 'Blad 5'])
  })

  it('links its contents to the pages where the sheets begin', () => {
    const links = pages.flatMap(groupsOf).filter(({ tag }) => tag === 'Link')
    expect(links.map(({ toPage }) => toPage)).toEqual(outline.slice(1).map(({ page }) => page))
    links.forEach(({ toPage }, index) => {
      const page = pages[toPage as number]
      const heading = page && textsOf(page).find(({ tag }) => tag === 'H1')
      expect(heading?.lines[0]?.text).toBe(`Blad ${index + 1}`)
    })
  })

  it('numbers its pages through', () => {
    const feet = pages.slice(1).map((page) => textsOf(page).at(-1)?.lines[0]?.text)
    expect(feet).toEqual(feet.map((_, index) => `Sida ${index + 2} av ${pages.length}`))
  })

  it('has no two fields of one name', () => {
    const names = pages.flatMap(fieldsOf).map(nameOf)
    expect(new Set(names).size).toBe(names.length)
  })

  it.each([1, 2, 3, 4, 5, 7, 12, 13, 20, 60])('fills its picture with %i scenes', (count) => {
    const box = { x: 10, y: 20, width: 490, height: 560 }
    const all = tiles(count, box)
    expect(all).toHaveLength(count)
    for (const { x, y, width, height } of all) {
      expect(Math.min(width, height)).toBeGreaterThan(30)
      expect(x + width).toBeLessThanOrEqual(500.01)
      expect(y + height).toBeLessThanOrEqual(580.01)
    }
  })

  it('takes further pages for long contents', () => {
    const many = Array.from({ length: 60 }, (_, index) => sheetOf([{ kind: 'lines', rows: 2 }], { id: `s${index}` }))
    const book = layoutWorkbook({ title: 'Allt', lang: 'sv', worksheets: many }, a4, fonts, hyphenate)
    expect(book.outline[1]?.page).toBe(4)
    expect(book.pages).toHaveLength(64)
  })
})
