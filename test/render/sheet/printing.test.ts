import { describe, expect, it } from 'vitest'
import { a4, letter, papers } from '../../../src/model/worksheet.ts'
import type { LaidOutPage } from '../../../src/model/page.ts'
import { inkSaving } from '../../../src/render/sheet/mono.ts'
import { knownValues, personal } from '../../../src/render/sheet/personal.ts'
import { prefilled } from '../../../src/render/sheet/prefill.ts'
import { printed } from '../../../src/render/sheet/print.ts'
import { together } from '../../../src/render/sheet/together.ts'
import { imposed, layoutHalf } from '../../../src/render/sheet/two-up.ts'
import { layoutWorksheet } from '../../../src/render/sheet/worksheet.ts'
import { wordsFor } from '../../../src/words/index.ts'
import { fonts, hyphenate, ordinary, sheetOf } from './house.ts'
import { fieldsOf, flatten, groupsOf, textsOf } from './inspect.ts'

const words = wordsFor('sv')
const layout = (blocks = ordinary, more = {}) => layoutWorksheet(sheetOf(blocks, more), a4, fonts, hyphenate).pages
const wordsOn = (page: LaidOutPage): string[] => textsOf(page).flatMap(({ lines }) => lines.map(({ text }) => text))

describe('paper', () => {
  it('has margins of 15 to 20 mm, which office printers respect', () => {
    for (const { margin } of Object.values(papers)) {
      for (const side of Object.values(margin)) {
        expect((side / 72) * 25.4).toBeGreaterThanOrEqual(14.99)
        expect((side / 72) * 25.4).toBeLessThanOrEqual(20.01)
      }
    }
    expect([letter.width, letter.height]).toEqual([612, 792])
  })
})

describe('a page that saves ink', () => {
  const pages = layout().map(inkSaving)
  const shapes = pages.flatMap((page) => flatten(page.items)).flatMap((item) => (item.type === 'drawing' ? item.shapes : []))

  it('has no field of colour, and no grey but of lines', () => {
    for (const { fill, stroke } of shapes) {
      expect(['#ffffff', '#000000', undefined]).toContain(fill)
      if (stroke && stroke !== '#000000') expect(parseInt(stroke.slice(1, 3), 16)).toBeGreaterThan(0x60)
    }
  })

  it('has nothing black that is thicker than a rule', () => {
    for (const { fill, d } of shapes.filter((shape) => shape.fill === '#000000')) {
      const numbers = (d.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
      const span = (offset: number): number => Math.max(...numbers.filter((_, index) => index % 2 === offset)) - Math.min(...numbers.filter((_, index) => index % 2 === offset))
      expect([fill, Math.min(span(0), span(1))]).toSatisfy(([, thick]: [string, number]) => thick <= 7)
    }
  })

  it('says and asks the same', () => {
    const before = layout()
    expect(pages.map(wordsOn)).toEqual(before.map(wordsOn))
    expect(pages.flatMap(fieldsOf)).toEqual(before.flatMap(fieldsOf))
  })
})

describe('a page for paper alone', () => {
  it('has lines, boxes and rings where the fields were', () => {
    const [page] = layout([{ kind: 'lines', rows: 3 }, { kind: 'checklist', items: ['a', 'b'] }, { kind: 'scale', items: ['c'], points: 5 }])
    const paper = printed(page as LaidOutPage, fonts)
    expect(fieldsOf(paper)).toEqual([])
    const drawn = (one: LaidOutPage): number => flatten(one.items).flatMap((item) => (item.type === 'drawing' ? item.shapes : [])).length
    // Three rules or more, as blocks fill the page; two boxes, five rings.
    expect(drawn(paper) - drawn(page as LaidOutPage)).toBeGreaterThanOrEqual(3 + 2 + 5)
  })

  it('shows what was filled in, within its field', () => {
    const values = new Map([['head.namn', 'Åsa Öberg'], ['head.kund', 'Ett mycket långt namn på en kund som inte får plats i full storlek']])
    const [page] = prefilled(layout(), values)
    const [name, customer] = fieldsOf(page as LaidOutPage).slice(0, 2)
    const paper = printed(page as LaidOutPage, fonts)
    const texts = textsOf(paper).filter(({ lines }) => [...values.values()].includes(lines[0]?.text ?? ''))
    expect(texts).toHaveLength(2)
    expect(texts[0]?.lines[0]).toMatchObject({ x: (name?.x ?? 0) + 2, text: 'Åsa Öberg' })
    expect(texts[0]?.size).toBe(11)
    expect(texts[1]?.size).toBeLessThan(9)
    expect(texts[1]?.lines[0]?.y).toBeLessThan((customer?.y ?? 0) + (customer?.height ?? 0))
  })
})

describe('a sheet for a named person', () => {
  const sheet = sheetOf(ordinary)

  it('gets name, company and day where they belong', () => {
    const who = { name: 'Åsa', company: 'Örn', date: '2026-12-04' }
    const own = personal(sheet, who, words)
    expect(own.head).toEqual(['Namn', 'Företag', 'Kund', 'Datum'])
    expect(own.foot).toBe('Om försäljning · Provet · Åsa')
    expect([...knownValues(own, who, words)]).toEqual([['head.namn', 'Åsa'], ['head.foretag', 'Örn'], ['head.datum', '2026-12-04']])
    expect([...knownValues(own, who, words, 'prov').keys()][0]).toBe('prov.head.namn')
  })

  it('gives the name to the first label where none is called so, but never to a date', () => {
    expect([...knownValues({ head: ['Kock', 'Datum'] }, { name: 'Åsa' }, words)]).toEqual([['head.kock', 'Åsa']])
    expect([...knownValues({ head: ['Datum', 'Möte den'] }, { name: 'Åsa', date: '2026-12-04' }, words)]).toEqual([['head.datum', '2026-12-04']])
  })

  it('has the fields that the values are for', () => {
    const head = ['Namn', 'Namn', 'Datum', 'Företag']
    const names = fieldsOf(layout(ordinary, { head })[0] as LaidOutPage).map(({ field }) => field.name)
    for (const name of knownValues({ head }, { name: 'Å', company: 'Ö', date: '2026-12-04' }, words).keys()) expect(names).toContain(name)
  })
})

describe('everybody’s sheets together', () => {
  const page = (text: string): LaidOutPage => ({ width: 100, height: 100, items: [{ type: 'group', tag: 'Sect', id: 'sheet', items: [{ type: 'text', tag: 'P', font: 'text', size: 10, color: '#000000', lines: [{ x: 0, y: 10, text }] }] }] })

  it('of a page each are printed on one side', () => {
    expect(together([[page('a')], [page('b')]])).toMatchObject({ sides: 'one', starts: [0, 1] })
  })

  it('of several pages begin on the front of a paper', () => {
    const { pages, starts, sides } = together([[page('a1'), page('a2'), page('a3')], [page('b1')], [page('c1'), page('c2')]])
    expect(pages.map((one) => wordsOn(one)[0] ?? '')).toEqual(['a1', 'a2', 'a3', '', 'b1', '', 'c1', 'c2'])
    expect([starts, sides]).toEqual([[0, 4, 6], 'long-edge'])
  })

  it('keep their parts apart', () => {
    const ids = together([[page('a')], [page('b')]]).pages.flatMap(groupsOf).map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
  })

  it('lie two on a paper, each with its own back', () => {
    const half = (text: string): LaidOutPage => ({ ...page(text), width: 420.95, height: 595.28 })
    const pages = imposed([[half('a1'), half('a2')], [half('b1'), half('b2')], [half('c1')]], a4)
    expect(pages.map((one) => [one.width, one.height])).toEqual(Array.from({ length: 3 }, () => [841.89, 595.28]))
    // Turned along the short edge, what lies left in front lies right behind.
    expect(pages.map(wordsOn)).toEqual([['a1', 'b1'], ['b2', 'a2'], ['c1']])
    expect(imposed([[half('a1')]], a4).map(wordsOn)).toEqual([['a1', 'a1']])
  })
})

describe('half a paper', () => {
  it.each(ordinary.map((block, index) => [`${block.kind} ${index}`, block] as const))('holds %s within its edges', (_, block) => {
    const { pages, diagnostics } = layoutHalf(sheetOf([block]), a4, fonts, hyphenate)
    expect(diagnostics).toEqual([])
    for (const { width, height, items } of pages) {
      expect([width, height]).toEqual([420.95, 595.28])
      for (const box of fieldsOf({ width, height, items })) {
        expect(box.x).toBeGreaterThan(20)
        expect(box.x + box.width).toBeLessThan(width - 20)
        expect(box.y + box.height).toBeLessThan(height - 20)
      }
    }
  })

  it('is drawn in only as far as something needs it', () => {
    const sizeOf = (pages: readonly LaidOutPage[]): number => Math.max(...pages.flatMap(fieldsOf).map(({ field }) => (field.type === 'text' ? (field.pitch ?? 0) : 0)))
    const plain = layoutHalf(sheetOf([{ kind: 'lines', rows: 4 }]), a4, fonts, hyphenate)
    expect(sizeOf(plain.pages)).toBeCloseTo((8.5 * 72) / 25.4)
    const tall = layoutHalf(sheetOf([{ kind: 'card', style: 'museum', fields: Array.from({ length: 12 }, (_, index) => ({ label: `Fråga ${index + 1}`, rows: 1 })) }]), a4, fonts, hyphenate)
    expect(tall.diagnostics).toEqual([])
    expect(sizeOf(tall.pages)).toBeLessThan((8 * 72) / 25.4)
    // Drawn in with their field, so that none of its lines is lost.
    for (const { field, height } of tall.pages.flatMap(fieldsOf)) if (field.type === 'text' && field.pitch) expect(height / field.pitch).toBeCloseTo(Math.round(height / field.pitch), 1)
  })
})
