import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareFonts, type PreparedFonts } from '../../../src/export/fonts/index.ts'
import type { Guide, GuideSection } from '../../../src/model/guide.ts'
import type { Item, LaidOutPage } from '../../../src/model/page.ts'
import { a4, letter, type Paper } from '../../../src/model/worksheet.ts'
import { layoutGuide } from '../../../src/render/guide/index.ts'
import { lineWidth } from '../../../src/typography/line.ts'
import { hyphenator } from '../../../src/typography/hyphenate.ts'

let fonts: PreparedFonts
beforeAll(async () => void (fonts = await prepareFonts(join(tmpdir(), 'saljverkstad-test-fonts'))), 60_000)

const scene = { name: 's', ground: '#0e4f4b', crop: { x: 500, y: 50, width: 400, height: 400 }, shapes: [{ d: 'M0 0L980 552L0 552Z', fill: '#f2b233' }] } as const
const long = 'Den som sitter still ser mer än den som springer, och det gäller säljare också. '

function section(number: number, words: number): GuideSection {
  return {
    number, kicker: `Del ${number} av 3 · 09:00–09:40 · 40 minuter`, title: 'Stanna upp', accent: 'pine', scene,
    facts: [{ label: 'Syfte', text: long }, { label: 'Rummet', text: 'Bord att skriva vid' }],
    slides: Array.from({ length: 7 }, (_, index) => ({ page: number * 10 + index, caption: `Bild ${index}`, alt: `Bild ${index}: vad som står där` })),
    body: [{ type: 'paragraph', children: [{ type: 'text', text: long.repeat(Math.ceil(words / 15)) }] }],
    exercise: {
      title: 'STOPP', kicker: 'Övning · 09:15–09:40', invitation: long,
      steps: Array.from({ length: 5 }, (_, index) => ({ time: '09:15', letter: 'S', title: 'Stanna', how: '4 min, var för sig', do: long, say: long, slide: `Bild ${index}` })),
      debrief: [{ time: '09:35', question: long, minutes: '3 min' }],
      lists: [{ label: 'Fallgropar', texts: [long] }, { label: 'Tips', texts: [long, long] }],
    },
  }
}

const guideOf = (sections: readonly GuideSection[], rows = 8): Guide => ({
  title: 'En dag', lang: 'sv', facts: ['Snö & Is AB', 'fredag 4 december 2026'],
  runSheet: Array.from({ length: rows }, (_, index) => ({ kind: 'section' as const, times: '09:00–09:40', minutes: '40', title: `Rad ${index}`, exercise: 'STOPP, 25 min', ...(index < sections.length ? { section: index } : {}) })),
  short: { heading: 'Om det fattas 20 minuter', parts: [{ times: '09:00–12:00', advice: [long] }] },
  materials: [{ count: '12', item: 'Penna', use: 'Alla' }],
  before: [long], after: [long], promised: [{ date: '18 december', about: 'STOPP', text: long }],
  sections,
})

const lay = (guide: Guide, paper: Paper = a4) => layoutGuide(guide, paper, fonts.metrics, hyphenator('sv'))

function* flat(items: readonly Item[]): Generator<Item> {
  for (const item of items) {
    yield item
    if (item.type === 'group') yield* flat(item.items)
  }
}
const textOf = ({ items }: LaidOutPage): string => [...flat(items)].flatMap((item) => (item.type === 'text' ? item.lines.map(({ text }) => text) : [])).join(' ')

describe('the facilitator guide', () => {
  it('has the whole run sheet on page one, however many rows', () => {
    for (const rows of [3, 14, 28]) {
      const { pages } = lay(guideOf([section(1, 100)], rows))
      const first = textOf(pages[0] as LaidOutPage)
      expect(Array.from({ length: rows }, (_, index) => first.includes(`Rad ${index} `)).every(Boolean)).toBe(true)
    }
  })

  it.each([['A4', a4], ['Letter', letter]] as const)('begins each section on a left-hand page of %s, and leads there from the run sheet', (_name, paper) => {
    const { pages, outline } = lay(guideOf([section(1, 100), section(2, 900), section(3, 0)]), paper)
    const firsts = outline.filter(({ title }) => title === 'Stanna upp').map(({ page }) => page)
    expect(firsts).toHaveLength(3)
    expect(firsts.every((page) => page % 2 === 1)).toBe(true)
    const links = [...flat((pages[0] as LaidOutPage).items)].flatMap((item) => (item.type === 'group' && item.tag === 'Link' ? [item.toPage] : []))
    expect(links).toEqual(firsts)
    expect(textOf(pages.at(-1) as LaidOutPage)).toContain(`Sida ${pages.length} av ${pages.length}`)
  })

  it('draws every slide once, as a figure with its words', () => {
    const { pages } = lay(guideOf([section(1, 100), section(2, 100)]))
    const figures = pages.flatMap(({ items }) => [...flat(items)]).filter((item) => item.type === 'group' && item.tag === 'Figure')
    const drawn = figures.flatMap((figure) => (figure.type === 'group' ? figure.items : [])).flatMap((item) => (item.type === 'embedded' ? [item.page] : []))
    expect(drawn).toEqual([10, 11, 12, 13, 14, 15, 16, 20, 21, 22, 23, 24, 25, 26])
    expect(figures.every((figure) => figure.type === 'group' && (figure.alt ?? '').startsWith('Bild'))).toBe(true)
    const all = pages.flatMap(({ items }) => [...flat(items)]).filter((item) => item.type === 'embedded')
    expect(all).toHaveLength(drawn.length)
  })

  it('keeps every text within the margins', () => {
    for (const paper of [a4, letter]) {
      for (const { items } of lay(guideOf([section(1, 50), section(2, 1500)], 20), paper).pages) {
        for (const item of flat(items)) {
          if (item.type !== 'text') continue
          for (const { x, y, text } of item.lines) {
            const width = lineWidth(text.trimEnd(), { metrics: fonts.metrics[item.font], size: item.size, tracking: item.tracking ?? 0 })
            expect(x, text).toBeGreaterThanOrEqual(paper.margin.left - 0.5)
            expect(x + width, text).toBeLessThanOrEqual(paper.width - paper.margin.right + 0.5)
            expect(y, text).toBeLessThanOrEqual(paper.height - 20)
          }
        }
      }
    }
  })

  it('has room for notes in every section', () => {
    const { pages, outline } = lay(guideOf([section(1, 100), section(2, 420), section(3, 2000)]))
    const firsts = [...outline.filter(({ title }) => title === 'Stanna upp').map(({ page }) => page), pages.length]
    for (const [index, first] of firsts.slice(0, -1).entries()) {
      const own = pages.slice(first, firsts[index + 1]).map(textOf).join(' ')
      expect(own).toContain('Egna anteckningar')
    }
  })
})
