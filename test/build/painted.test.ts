import { beforeAll, describe, expect, it } from 'vitest'
import { printOf } from '../../src/build/options.ts'
import { everybodyPdf, personPdf } from '../../src/build/packets.ts'
import { sheetPackets } from '../../src/build/packet-sources.ts'
import { folders } from '../../src/build/places.ts'
import { planAll, type Plan } from '../../src/build/plan-all.ts'
import { writePdf } from '../../src/export/pdf/index.ts'
import type { LaidOutPage } from '../../src/model/page.ts'
import type { Participant } from '../../src/model/participant.ts'
import { a4, letter, mm, type Paper, type Worksheet } from '../../src/model/worksheet.ts'
import { inkSaving } from '../../src/render/sheet/mono.ts'
import { printed } from '../../src/render/sheet/print.ts'
import { imposed, layoutHalf } from '../../src/render/sheet/two-up.ts'
import { layoutWorksheet } from '../../src/render/sheet/worksheet.ts'
import { hyphenator } from '../../src/typography/hyphenate.ts'
import { fonts, Pixels } from '../export/pdf/kit.ts'
import { fieldsOf, lineBounds, textsOf } from '../render/sheet/inspect.ts'

/** Text that extracts well may still be blank: what counts is ink. */

let plan: Plan
beforeAll(async () => {
  const options = { content: folders.content, exercises: folders.exercises, out: '', only: [], force: false, quiet: true, json: false }
  plan = await planAll(options, { fonts })
}, 60_000)

/** The lines of a page of which nothing is to be seen, painted by MuPDF. */
async function blankLines(page: LaidOutPage, pixels: Pixels): Promise<string[]> {
  const { metrics } = await fonts()
  return textsOf(page).flatMap((text) => lineBounds(text, metrics)).filter(({ left, top, right, bottom, what }) => /[\p{L}\p{N}]/u.test(what) && !pixels.ink(left, top - 1, right, bottom + 1)).map(({ what }) => what)
}

/** Millimetres from a paper's edge that no common office printer reaches. */
const unprintable = 4.5

/** The edges of a page that something is painted on which printers would cut off: nothing may be, marks to fold and cut by included. */
function cutOff({ width, height }: LaidOutPage, pixels: Pixels): string[] {
  const edge = unprintable * mm
  const bands: Record<string, readonly [number, number, number, number]> = { left: [0, 0, edge, height], right: [width - edge, 0, width, height], top: [0, 0, width, edge], bottom: [0, height - edge, width, height] }
  return Object.entries(bands).flatMap(([name, band]) => (pixels.isWhite(...band) ? [] : [name]))
}

const swedish = hyphenator('sv')

/** A shipped sheet in every way that it is printed. */
function printings(worksheet: Worksheet, paper: Paper): Record<string, readonly LaidOutPage[]> {
  const { metrics } = plan.fonts
  const sheet = layoutWorksheet(worksheet, paper, metrics, swedish)
  const half = layoutHalf(worksheet, paper, metrics, swedish)
  expect([...sheet.diagnostics, ...half.diagnostics]).toEqual([])
  const halves = half.pages.map((page) => printed(page, metrics))
  return { sheet: sheet.pages, mono: sheet.pages.map(inkSaving), 'two-up': imposed([halves], paper) }
}

it.each([['A4', a4], ['Letter', letter]] as const)('paints every line of every shipped sheet on %s, in colour and mono, whole and two-up, and nothing where printers do not reach', async (_, paper) => {
  for (const { worksheet } of plan.posts) {
    for (const [way, pages] of Object.entries(printings(worksheet, paper))) {
      const pdf = await writePdf({ title: 'Prov', lang: 'sv', pages }, plan.fonts)
      for (const [number, page] of pages.entries()) {
        const pixels = new Pixels(pdf, number, 1.5)
        const what = `${worksheet.id}, ${way}, page ${number + 1}`
        expect([what, await blankLines(page, pixels)]).toEqual([what, []])
        expect([what, cutOff(page, pixels)]).toEqual([what, []])
      }
    }
  }
}, 240_000)

it.each([['A4', a4], ['Letter', letter]] as const)('gives every shipped sheet lines 8 to 9 mm apart on %s and on half of it', (_, paper) => {
  const { metrics } = plan.fonts
  for (const { worksheet } of plan.posts) {
    const pages = [...layoutWorksheet(worksheet, paper, metrics, swedish).pages, ...layoutHalf(worksheet, paper, metrics, swedish).pages]
    for (const { field } of pages.flatMap(fieldsOf)) {
      if (field.type !== 'text' || field.pitch === undefined) continue
      expect(field.pitch / mm).toBeGreaterThan(7.99)
      expect(field.pitch / mm).toBeLessThan(9.01)
    }
  }
})

describe('sheets of named people', () => {
  const place = { path: 'deltagare.csv', line: 2, column: 1 }
  const people: Participant[] = ['Åsa Öberg', 'Łukasz Żak', 'Ștefan Ionescu', 'Ελένη Παπαδοπούλου', 'Олена Коваль'].map((name) => ({ name, company: 'Größe & Søn', place }))
  const settings = { print: printOf({}), date: '2026-12-04' }
  const source = () => sheetPackets(plan.posts[0] as Plan['posts'][number], settings, plan.fonts)

  it('show their names, whatever script they are in', async () => {
    for (const person of people) {
      const pdf = await personPdf(source(), person, settings.print, plan.fonts)
      const [page] = source().pagesFor(person)
      const pixels = new Pixels(pdf, 0, 3)
      const box = firstField(page as LaidOutPage)
      const ink = pixels.ink(box.x, box.y + 3, box.x + box.width, box.y + box.height - 2)
      expect([person.name, (ink?.[2] ?? 0) - (ink?.[0] ?? 0)]).toSatisfy(([, width]: [string, number]) => width > 30)
      // The foot of the page says whose it is.
      expect(await blankLines(page as LaidOutPage, pixels)).toEqual([])
    }
  })

  it('are the same bytes every time', async () => {
    const first = await everybodyPdf(source(), people, settings.print, false, plan.fonts)
    const again = await everybodyPdf(source(), people, settings.print, false, plan.fonts)
    expect(Buffer.compare(Buffer.from(first), Buffer.from(again))).toBe(0)
    const two = await Promise.all([1, 2].map(() => everybodyPdf(source(), people, settings.print, true, plan.fonts)))
    expect(Buffer.compare(Buffer.from(two[0] ?? ''), Buffer.from(two[1] ?? ''))).toBe(0)
  })
})

function firstField(page: LaidOutPage): { x: number; y: number; width: number; height: number } {
  const visit = (items: LaidOutPage['items']): ReturnType<typeof firstField> | undefined => {
    for (const item of items) {
      const found = item.type === 'field' ? item : item.type === 'group' ? visit(item.items) : undefined
      if (found) return found
    }
    return undefined
  }
  const box = visit(page.items)
  if (!box) throw new Error('There is no field')
  return box
}
