import { describe, expect, it } from 'vitest'
import { a4 } from '../../../src/model/worksheet.ts'
import { impose } from '../../../src/render/sheet/imposition.ts'
import { layoutWorkbook } from '../../../src/render/sheet/workbook.ts'
import { fonts, hyphenate, sheetOf } from './house.ts'
import { fieldsOf, groupsOf, nameOf, textsOf } from './inspect.ts'

const sheet = (takenOut = false, pages = 1) => ({ pages, takenOut })

describe('a book', () => {
  it('gives a sheet that is taken out papers of its own', () => {
    const { firsts, empty, count } = impose([sheet(), sheet(true), sheet(), sheet(true, 2), sheet()], 2, false)
    expect(firsts).toEqual([3, 5, 7, 9, 11])
    expect([...empty]).toEqual([6])
    expect(count).toBe(12)
  })

  it('begins sheets on right-hand pages for duplex', () => {
    expect(impose([sheet(), sheet(true), sheet(false, 2), sheet()], 2, true)).toMatchObject({ firsts: [3, 5, 7, 9], count: 12 })
  })

  it('names series in its contents, leaves backs empty and ends in pages for notes', () => {
    const worksheets = [
      sheetOf([{ kind: 'lines', rows: 2 }], { id: 'a', series: 'Serien', minutes: 25, postTitle: 'Posten' }),
      sheetOf([{ kind: 'letter', rows: 6, fold: true }], { id: 'b', series: 'Serien' }),
      sheetOf([{ kind: 'card', style: 'museum', fields: [{ label: 'Namn', rows: 1 }] }], { id: 'c' }),
    ]
    const { pages, outline } = layoutWorkbook({ title: 'Boken', lang: 'sv', worksheets }, a4, fonts, hyphenate)
    expect(pages).toHaveLength(8)
    expect(outline.map(({ page }) => page + 1)).toEqual([2, 3, 5, 7])
    const [, contents, , notes, , back, , last] = pages
    expect(contents && groupsOf(contents).filter(({ tag }) => tag === 'TOC')).toHaveLength(2)
    const words = contents ? textsOf(contents).flatMap(({ lines }) => lines.map(({ text }) => text)) : []
    expect(words).toEqual(expect.arrayContaining(['Serien', 'Fler övningar', 'Posten', '25 min']))
    expect(notes && fieldsOf(notes).map(nameOf)).toEqual(['notes.4'])
    for (const page of [back, last]) expect(page && fieldsOf(page)).toEqual([])
  })
})
