import { expect, test } from 'vitest'
import type { Kid, Node } from '../../../src/export/deck/finish/read-structure.ts'
import { type PartKid, simplify } from '../../../src/export/deck/finish/simplify.ts'

const node = (tag: string, ...kids: Kid[]): Node => ({ type: 'node', tag, kids })
const text = (mcid: number, page = 0): Kid => ({ type: 'content', page, mcid })
/** Marks from 100 on hold only shapes, from 200 on nothing. */
const painted = ({ mcid }: { mcid: number }) => (mcid < 100 ? 'text' : mcid < 200 ? 'graphics' : 'nothing')

const shown = (kid: PartKid): unknown => (kid.type === 'node' ? [kid.tag, ...kid.kids.map(shown)] : kid.type === 'content' ? kid.mcid : kid.type)
const simple = (kids: Kid[], pages = 1) => simplify(kids, painted, pages).map((parts) => parts.map(shown))

test('boxes and backgrounds go, headings and paragraphs stay, page by page', () => {
  const slide = (page: number) => node('NonStruct', text(100, page), node('Div', node('H1', node('NonStruct', text(1, page))), node('P', text(2, page))))
  expect(simple([node('Document', text(101), slide(0), slide(1))], 2)).toEqual([
    [['H1', 1], ['P', 2]],
    [['H1', 1], ['P', 2]],
  ])
})

test('text without a paragraph gets one', () => {
  expect(simple([text(1), node('Link', text(2)), node('H2', text(3)), text(4)])).toEqual([[['P', 1, ['Link', 2]], ['H2', 3], ['P', 4]]])
})

test('list items hold a label and a body', () => {
  const list = node('L', node('LI', node('Lbl', text(1)), text(2)), node('LI', text(3), node('P', text(4))), node('P', text(5)))
  expect(simple([list])).toEqual([
    [['L', ['LI', ['Lbl', 1], ['LBody', 2]], ['LI', ['LBody', ['P', 3], ['P', 4]]], ['LI', ['LBody', ['P', 5]]]]],
  ])
})

test('a figure with an alternative text keeps what is drawn in it, another is only its words', () => {
  expect(simple([{ ...node('Figure', text(100), text(200)), alt: 'En båt' }])).toEqual([[['Figure', 100]]])
  expect(simple([node('Figure', node('BlockQuote', text(1)), node('Caption', text(2)))])).toEqual([[['BlockQuote', ['P', 1]], ['P', 2]]])
  expect(simple([{ ...node('Figure', text(200)), alt: 'inget' }])).toEqual([[]])
})

test('tables keep their cells with scope and span', () => {
  const table = node('Table', node('TBody', node('TR', { ...node('TH', text(1)), scope: 'Column', columns: 2 }, node('TD', text(2)))))
  const [[found]] = simplify([table], painted, 1) as [[Node]]
  expect(shown(found as PartKid)).toEqual(['Table', ['TR', ['TH', 1], ['TD', 2]]])
  expect((found.kids[0] as Node).kids[0]).toMatchObject({ scope: 'Column', columns: 2 })
})
