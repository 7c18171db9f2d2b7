import { describe, expect, it } from 'vitest'
import { kindOf, type WorksheetBlock } from '../../../src/blocks/index.ts'
import { a4, mm, type Paper } from '../../../src/model/worksheet.ts'
import { layoutWorksheet } from '../../../src/render/sheet/worksheet.ts'
import { sheetPicture } from '../../../src/render/sheet/picture.ts'
import { fonts, hyphenate, ordinary, overlong, sheetOf } from './house.ts'
import { collisions, drawingBounds, fieldsOf, flatten, groupsOf, nameOf, outside, textsOf } from './inspect.ts'
import type { LaidOutPage } from '../../../src/model/page.ts'

const letterPaper: Paper = { ...a4, name: 'Letter', width: 612, height: 792 }
const layout = (blocks: readonly WorksheetBlock[], paper = a4, more = {}) => layoutWorksheet(sheetOf(blocks, more), paper, fonts, hyphenate)

describe.each([['A4', a4], ['Letter', letterPaper]])('on %s', (_, paper) => {
  describe.each([['ordinary', ordinary], ['overlong', overlong]])('%s texts', (_name, blocks) => {
    it.each(blocks.map((block, index) => [`${block.kind} ${index}`, block] as const))('%s stays within the margins, nothing over another', (_kind, block) => {
      const { pages, diagnostics } = layout([block], paper)
      expect(diagnostics).toEqual([])
      for (const page of pages) {
        expect(outside(page, paper, fonts)).toEqual([])
        expect(collisions(page, fonts)).toEqual([])
      }
    })

    it('all together flow over several pages', () => {
      const { pages, diagnostics } = layout(blocks, paper)
      expect(diagnostics).toEqual([])
      expect(pages.length).toBeGreaterThan(3)
      for (const page of pages) expect([...outside(page, paper, fonts), ...collisions(page, fonts)]).toEqual([])
    })
  })
})

describe('fields', () => {
  const fields = layout(ordinary.map((block) => ({ ...block, shareable: true }))).pages.flatMap(fieldsOf)

  it('have names of their own, in ASCII', () => {
    const names = fields.map(nameOf)
    expect(new Set(names).size).toBe(names.length)
    for (const { field } of fields) expect(field.name).toMatch(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/)
  })

  it('are never a field and the beginning of others', () => {
    const names = new Set(fields.map(({ field }) => field.name))
    for (const name of names) expect([...names].filter((other) => other.startsWith(`${name}.`))).toEqual([])
  })

  it('say in words what to write', () => {
    for (const { field } of fields) {
      expect(field.label.trim(), field.name).not.toBe('')
      if (field.type === 'radio') expect(field.optionLabel).not.toBe('')
    }
  })

  it('are named after the block’s key, and after the sheet where several are bound together', () => {
    const { pages } = layoutWorksheet(sheetOf([{ kind: 'lines', key: 'svar', rows: 2 }, { kind: 'lines', rows: 2 }, { kind: 'lines', rows: 2 }]), a4, fonts, hyphenate, { fieldPrefix: 'a-b' })
    expect(pages.flatMap(fieldsOf).map(nameOf)).toEqual(['a-b.head.namn', 'a-b.head.kund', 'a-b.head.datum', 'a-b.svar.text', 'a-b.lines.text', 'a-b.lines-2.text'])
  })

  it('have rows of 8.5 mm and marks of at least 4.5 mm', () => {
    for (const { field, height, width } of fields) {
      if (field.type === 'text' && field.pitch) expect(height / field.pitch).toBeCloseTo(Math.round(height / field.pitch), 2)
      if (field.type === 'text' && field.pitch) expect(field.pitch).toBeCloseTo(8.5 * mm)
      if (field.type !== 'text') expect(Math.min(height, width)).toBeGreaterThanOrEqual(4.5 * mm)
    }
  })
})

describe('structure', () => {
  const { pages } = layout(ordinary)
  const items = pages.flatMap((page) => flatten(page.items))

  it('has one first heading and no gaps in levels', () => {
    const levels = items.flatMap((item) => ('tag' in item && /^H\d$/.test(item.tag) ? [Number(item.tag[1])] : []))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1))
  })

  it('describes every figure', () => {
    for (const group of pages.flatMap(groupsOf)) if (group.tag === 'Figure') expect(group.alt).toBeTruthy()
  })

  it('uses an id once a page and joins the parts of a table', () => {
    for (const page of pages) {
      const ids = groupsOf(page).flatMap(({ id }) => (id === undefined ? [] : [id]))
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('has as many cells in every row of a table', () => {
    for (const table of pages.flatMap(groupsOf).filter(({ tag }) => tag === 'Table')) {
      const counts = table.items.map((row) => (row.type === 'group' ? row.items.length : 0))
      expect(new Set(counts).size).toBe(1)
    }
  })
})

describe('pages', () => {
  it('say their number, also of a larger document', () => {
    const words = (page: LaidOutPage | undefined): string[] => (page ? textsOf(page).filter(({ tag }) => tag === 'artifact').flatMap(({ lines }) => lines.map(({ text }) => text)) : [])
    expect(words(layout([{ kind: 'lines', rows: 3 }]).pages[0])).toContain('Sida 1 av 1')
    const { pages } = layoutWorksheet(sheetOf(ordinary), a4, fonts, hyphenate, { firstPage: 7, pageCount: 40 })
    expect(words(pages[1])).toContain('Sida 8 av 40')
    expect(words(pages[1])).toContain('Provet, forts.')
  })

  it('end at their foot however little was asked for', () => {
    const { pages } = layout([{ kind: 'lines', title: 'Skriv', rows: 3 }])
    const lowest = Math.max(...pages.flatMap(fieldsOf).map((box) => box.y + box.height))
    expect(lowest).toBeGreaterThan(a4.height - a4.margin.bottom - 8.5 * mm)
  })

  it('draw in white space before taking one more', () => {
    const block = (rows: number): WorksheetBlock => ({ kind: 'steps', items: Array.from({ length: 5 }, () => ({ title: 'Steg', prompt: 'Fråga?', rows })) })
    expect(layout([block(2), { kind: 'promise', rows: 1 }]).pages).toHaveLength(1)
    expect(layout([block(3), { kind: 'promise', rows: 1 }]).pages).toHaveLength(2)
  })

  it('have fold marks where a letter stands', () => {
    const marks = (blocks: readonly WorksheetBlock[]): number => layout(blocks).pages.flatMap(drawingBounds).filter(({ right }) => right < 10 * mm).length
    expect(marks([{ kind: 'letter', rows: 8 }])).toBe(2)
    expect(marks([{ kind: 'letter', rows: 8, fold: false }])).toBe(0)
  })

  it('report with its place what is taller than a page', () => {
    const { diagnostics } = layout([{ kind: 'box', height: 400 }])
    expect(diagnostics).toMatchObject([{ code: 'does-not-fit', path: 'exercises/prov.yaml', line: 12 }])
    const placed = layoutWorksheet(sheetOf([{ kind: 'box', height: 400 }], { blockPlaces: [{ path: 'exercises/prov.yaml', line: 30, column: 5 }] }), a4, fonts, hyphenate)
    expect(placed.diagnostics).toMatchObject([{ line: 30 }])
  })
})

describe('random sheets', () => {
  it('never put anything outside the margins or over another', () => {
    const random = generator(20111212)
    for (let round = 0; round < 40; round += 1) {
      const from = [...ordinary, ...overlong]
      const blocks = Array.from({ length: 1 + Math.floor(random() * 6) }, () => from[Math.floor(random() * from.length)] as WorksheetBlock)
      const { pages, diagnostics } = layout(blocks)
      expect(diagnostics).toEqual([])
      for (const page of pages) expect([...outside(page, a4, fonts), ...collisions(page, fonts)], blocks.map(({ kind }) => kind).join(' ')).toEqual([])
    }
  })
})

/** Numbers from 0 to 1, the same in every run (a linear congruential generator). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

describe('a small sheet', () => {
  const { pages } = layout([{ kind: 'steps', items: [{ letter: 'S', title: 'Stanna', prompt: 'Vad gör du?', rows: 2, minutes: 4 }] }, { kind: 'promise', rows: 1 }])

  it('is laid out as it always was', async () => {
    await expect(`${JSON.stringify(pages, null, 1)}\n`).toMatchFileSnapshot('small-sheet.json')
  })

  it('is drawn as it always was', async () => {
    await expect(`${sheetPicture(pages[0] as LaidOutPage)}\n`).toMatchFileSnapshot('small-sheet.svg')
  })
})

it('knows every kind by its name', () => {
  for (const { kind } of ordinary) expect(kindOf(kind)?.kind).toBe(kind)
  expect(kindOf('song')).toBeUndefined()
})
