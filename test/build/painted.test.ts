import { beforeAll, describe, expect, it } from 'vitest'
import { printOf } from '../../src/build/options.ts'
import { everybodyPdf, personPdf } from '../../src/build/packets.ts'
import { sheetPackets } from '../../src/build/packet-sources.ts'
import { folders } from '../../src/build/places.ts'
import { planAll, type Plan } from '../../src/build/plan-all.ts'
import { writePdf } from '../../src/export/pdf/index.ts'
import type { LaidOutPage } from '../../src/model/page.ts'
import type { Participant } from '../../src/model/participant.ts'
import { a4, letter } from '../../src/model/worksheet.ts'
import { layoutWorksheet } from '../../src/render/sheet/worksheet.ts'
import { hyphenator } from '../../src/typography/hyphenate.ts'
import { fonts, Pixels } from '../export/pdf/kit.ts'
import { lineBounds, textsOf } from '../render/sheet/inspect.ts'

/** Text that extracts well may still be blank: what counts is ink. */

let plan: Plan
beforeAll(async () => {
  const options = { content: folders.content, exercises: folders.exercises, out: '', only: [], force: false, quiet: true, json: false }
  plan = await planAll(options, { fonts })
}, 60_000)

/** The lines of a page of which nothing is to be seen, painted by MuPDF. */
async function blankLines(page: LaidOutPage, pdf: Uint8Array, number: number): Promise<string[]> {
  const pixels = new Pixels(pdf, number, 2)
  const { metrics } = await fonts()
  return textsOf(page).flatMap((text) => lineBounds(text, metrics)).filter(({ left, top, right, bottom, what }) => /[\p{L}\p{N}]/u.test(what) && !pixels.ink(left, top - 1, right, bottom + 1)).map(({ what }) => what)
}

it('paints every line of every shipped sheet, on both papers', async () => {
  for (const { worksheet } of plan.posts) {
    for (const paper of [a4, letter]) {
      const { pages, diagnostics } = layoutWorksheet(worksheet, paper, plan.fonts.metrics, hyphenator('sv'))
      expect(diagnostics).toEqual([])
      const pdf = await writePdf({ title: 'Prov', lang: 'sv', pages }, plan.fonts)
      for (const [number, page] of pages.entries()) expect([worksheet.id, await blankLines(page, pdf, number)]).toEqual([worksheet.id, []])
    }
  }
}, 120_000)

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
      expect(await blankLines(page as LaidOutPage, pdf, 0)).toEqual([])
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
