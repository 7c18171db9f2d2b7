import { PDFArray, PDFDict, PDFName, PDFNumber } from 'pdf-lib'
import type { PDFDocument, PDFRef } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import {
  dictionariesWith,
  field,
  group,
  openWithPdfJs,
  openWithPdfLib,
  page,
  streamText,
  text,
  write,
} from './kit.ts'

interface Node {
  readonly role?: string
  readonly type?: string
  readonly children?: readonly Node[]
}

/** The tree of a page on one line: `Sect[H1 P]`. */
function outlineOf({ role, children = [] }: Node): string {
  const inner = children
    .map(outlineOf)
    .filter((one) => one !== '')
    .join(' ')
  if (role === undefined || role === 'Root') return inner
  return inner ? `${role}[${inner}]` : role
}

const treeOf = async (pdf: Uint8Array, number: number): Promise<string> =>
  outlineOf(await (await (await openWithPdfJs(pdf)).getPage(number)).getStructTree())

/** Owners by key from the parent tree. */
function parentTree(document: PDFDocument): Map<number, PDFArray | PDFRef> {
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  const nums = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray).asArray()
  return new Map(
    nums.flatMap((key, index): [number, PDFArray | PDFRef][] =>
      index % 2 === 0 ? [[(key as PDFNumber).asNumber(), nums[index + 1] as PDFArray | PDFRef]] : [],
    ),
  )
}

const square = { type: 'drawing', shapes: [{ d: 'M10 40L60 40L60 90L10 90Z', fill: '#ff0000' }] } as const
const answer = field({ type: 'text', name: 'svar', label: 'Svar', multiline: false, size: 11 })

describe('the structure', () => {
  it('follows groups and reading order', async () => {
    const pdf = await write([
      page(
        group('Sect', [
          text('Rubrik', { tag: 'H1' }),
          group('L', [
            group('LI', [group('Lbl', [text('1', { tag: 'Span' })]), text('Ett', { tag: 'LBody' })]),
          ]),
          answer,
          text('Sidfot', { tag: 'artifact' }),
        ]),
      ),
    ])
    expect(await treeOf(pdf, 1)).toBe('Document[Sect[H1 L[LI[Lbl[Span] LBody]] Form]]')
  })

  it('goes on over pages in groups of the same id', async () => {
    const row = (name: string) => group('TR', [group('TD', [text(name)])])
    const pdf = await write([
      page(group('Sect', [group('Table', [row('a')], { id: 'tabell' })], { id: 'blad' })),
      page(group('Sect', [group('Table', [row('b')], { id: 'tabell' }), text('Slut')], { id: 'blad' })),
    ])
    const document = await openWithPdfLib(pdf)
    expect(['Sect', 'Table', 'TR'].map((tag) => dictionariesWith(document, 'S', tag).length)).toEqual([
      1, 1, 2,
    ])
    expect(await treeOf(pdf, 2)).toBe('Document[Sect[Table[TR[TD[P]]] P]]')
  })

  it('does not go on in an element of another kind', async () => {
    const pages = [
      page(group('Sect', [text('a')], { id: 'x' })),
      page(group('Div', [text('b')], { id: 'x' })),
    ]
    await expect(write(pages)).rejects.toThrow('The group “x” is a Sect and goes on as a Div')
  })

  it('is led back to from all marked content and every annotation', async () => {
    const document = await openWithPdfLib(
      await write([
        page(text('Ett'), text('Två'), answer, group('Figure', [square], { alt: 'En ruta' })),
        page(text('Tre')),
      ]),
    )
    const owners = parentTree(document)
    for (const one of document.getPages()) {
      const own = owners.get(one.node.lookup(PDFName.of('StructParents'), PDFNumber).asNumber())
      const content = streamText(document, one.node.get(PDFName.of('Contents')))
      const ids = [...content.matchAll(/\/MCID (\d+)/g)].map(([, id]) => Number(id))
      expect(ids).toEqual(ids.map((_, index) => index))
      expect((own as PDFArray).size()).toBe(ids.length)
      expect(content.match(/BDC/g)?.length).toBe(content.match(/EMC/g)?.length)
    }
    const [[ref, widget] = []] = dictionariesWith(document, 'Subtype', 'Widget')
    const owner = owners.get(widget?.lookup(PDFName.of('StructParent'), PDFNumber).asNumber() ?? -1)
    const form = document.context.lookup(owner, PDFDict)
    expect(form.get(PDFName.of('S'))).toBe(PDFName.of('Form'))
    expect(form.lookup(PDFName.of('K'), PDFDict).get(PDFName.of('Obj'))).toBe(ref)
    expect(document.getPage(0).node.get(PDFName.of('Tabs'))).toBe(PDFName.of('S'))
  })

  it('gives figures an alternative text and a box, clipped as they are', async () => {
    const clip = { x: 20, y: 50, width: 100, height: 20 }
    const document = await openWithPdfLib(
      await write([page(group('Figure', [{ ...square, clip }], { alt: 'En ruta' }))]),
    )
    const [, figure] = dictionariesWith(document, 'S', 'Figure')[0] ?? []
    expect(figure?.lookup(PDFName.of('A'), PDFDict).get(PDFName.of('BBox'))?.toString()).toBe(
      '[ 20 230 60 250 ]',
    )
    await expect(write([page(group('Figure', [square]))])).rejects.toThrow(
      'A figure needs an alternative text',
    )
  })

  it('gives heads of columns and rows their scope', async () => {
    const document = await openWithPdfLib(
      await write([
        page(
          group('Table', [
            group('TR', [
              group('TH', [text('a')], { scope: 'Row' }),
              text('b', { tag: 'TH' }),
              text('c', { tag: 'TD' }),
            ]),
          ]),
        ),
      ]),
    )
    const scopes = dictionariesWith(document, 'S', 'TH').map(([, head]) =>
      String(head.lookup(PDFName.of('A'), PDFDict).get(PDFName.of('Scope'))),
    )
    expect(scopes).toEqual(['/Row', '/Column'])
  })

  it('leaves out drawings and what only decorates', async () => {
    const pdf = await write([
      page(square, text('Sida 1', { tag: 'artifact', lines: [{ x: 10, y: 290, text: 'Sida 1' }] })),
    ])
    const document = await openWithPdfLib(pdf)
    const content = streamText(document, document.getPage(0).node.get(PDFName.of('Contents')))
    expect(content.match(/^\/.* BDC$/gm)).toEqual([
      '/Artifact <</Type /Layout>> BDC',
      '/Artifact <</Type /Pagination /Subtype /Footer>> BDC',
    ])
  })
})
