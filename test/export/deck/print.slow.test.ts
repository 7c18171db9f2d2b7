import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import type { PDFRawStream } from 'pdf-lib';
import { PDFDocument, PDFName } from 'pdf-lib'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../../src/export/browser/index.ts'
import { type DeckPrinter, inOrder, openDeckPrinter, type Printed } from '../../../src/export/deck/index.ts'
import { openShell, type Shell } from '../../../src/export/shell/index.ts'
import type { Deck, Slide } from '../../../src/model/slide.ts'
import { hostile } from '../../render/slidev/hostile.ts'
import { sampleDeck, sampleSection } from '../../render/slidev/sample-deck.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
let shell: Shell
let printer: DeckPrinter

beforeAll(async () => {
  shell = await openShell({ theme: path.join(root, 'slides/theme'), cache: path.join(root, 'node_modules/.cache/saljverkstad') })
  printer = await openDeckPrinter({ shell })
}, 180_000)

afterAll(() => printer?.close())

const printAll = (...decks: readonly Deck[]): Promise<Printed[]> => Promise.all(decks.map((deck) => printer.print(deck)))

const open = (pdf: Uint8Array): Promise<PDFDocumentProxy> => getDocument({ data: pdf.slice(), verbosity: 0 }).promise

async function textOf(document: PDFDocumentProxy, page: number): Promise<string> {
  const { items } = await (await document.getPage(page)).getTextContent()
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('').replace(/\s+/g, ' ').trim()
}

/** A deck with these slides, each made from the sample's slide of a kind. */
function deckOf(id: string, ...slides: readonly Partial<Slide>[]): Deck {
  const deck = sampleDeck(id)
  const section = deck.sections[0]!
  const made = slides.map((slide) => ({ ...(section.slides.find(({ kind }) => kind === slide.kind) ?? section.slides[1]), ...slide }) as Slide)
  return { ...deck, sections: [{ ...section, slides: made }] }
}

describe('bytes', () => {
  test('a deck gives the same bytes alone, with others and a second time', async () => {
    const [, second] = await printAll(sampleDeck('a'), sampleDeck('b'), sampleDeck('c'))
    const alone = await printer.print(sampleDeck('b'))
    const again = await openDeckPrinter({ shell })
    const later = await again.print(sampleDeck('b'))
    await again.close()
    expect(Buffer.compare(second!.pdf, alone.pdf)).toBe(0)
    expect(Buffer.compare(second!.pdf, later.pdf)).toBe(0)
    expect(alone.pdf.length).toBeLessThan(100_000)
    expect(Buffer.from(alone.pdf).toString('latin1')).not.toMatch(/CreationDate|ModDate|Skia|Chrome/)
  }, 60_000)
})

describe('a printed deck', () => {
  const deck: Deck = { ...sampleDeck('d'), title: 'Verkstad <b>', sections: [sampleSection('one'), sampleSection('two', ' igen')] }
  let pdf: Uint8Array
  let document: PDFDocumentProxy

  beforeAll(async () => {
    pdf = (await printer.print(deck)).pdf
    document = await open(pdf)
  }, 60_000)

  test('has a page for each slide, with its text', async () => {
    expect(document.numPages).toBe(20)
    expect(await textOf(document, 1)).toBe('En serie · dag 12 Stanna upp Den som alltid är på väg missar det som passerar.')
    expect(await textOf(document, 11)).toContain('Stanna upp igen')
    expect(await textOf(document, 2)).toContain('Jägaren väljer sitt pass.')
    expect((await document.getPage(1)).view).toEqual([0, 0, 735, 414])
  })

  test('has title, language and PDF/UA’s mark', async () => {
    const { info, metadata } = await document.getMetadata()
    expect(info).toMatchObject({ Title: 'Verkstad <b>', Language: 'sv' })
    expect(metadata?.get('dc:title')).toBe('Verkstad <b>')
    expect(metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
  })

  test('has bookmarks by section and slide', async () => {
    const outline = (await document.getOutline()) as { title: string; items: { title: string }[] }[]
    expect(outline.map(({ title }) => title)).toEqual(['Stanna upp', 'Stanna upp igen'])
    expect(outline[1]!.items.map(({ title }) => title)).toEqual(['Jägaren', 'Tanken', 'Citat', 'Frågor', 'Övning', 'Steg', 'Samtal', 'Tabell', 'Slut'])
  })

  test('is tagged: headings, lists and tables in reading order', async () => {
    const roles = async (page: number) => rolesIn(await (await document.getPage(page)).getStructTree()).slice(2)
    expect(await roles(1)).toEqual(['Sect', 'P', 'H1', 'P'])
    expect(await roles(2)).toEqual(['Sect', 'H2', 'L', ...Array.from({ length: 3 }, () => ['LI', 'LBody']).flat()])
    expect(await roles(9)).toEqual(['Sect', 'H2', 'Table', 'TR', 'TH', 'TH', 'TR', 'TH', 'TD'])
  })

  test('paints nothing that is neither tagged nor an artifact', async () => {
    const source = await PDFDocument.load(pdf)
    for (const page of source.getPages()) {
      const stream = source.context.lookup(page.node.get(PDFName.of('Contents'))) as PDFRawStream
      const content = inflateSync(stream.contents).toString('latin1')
      const unmarked = content.replace(/(?:\/Artifact BMC|\/\w+ <<\/MCID \d+>> BDC)[\s\S]*?\nEMC/g, '')
      expect(unmarked).not.toMatch(/\b(?:BT|Do|sh|f\*?|S|B\*?)$/m)
    }
  })
})

test('hostile strings are on the page as they are', async () => {
  // Signs that no font of the house has are reported when posts are read.
  const texts = hostile.filter((text) => !/[^\u0020-\u017f\n”…–]/u.test(text))
  const document = await open((await printer.print(deckOf('h', ...texts.map((heading) => ({ kind: 'beats' as const, heading, beats: [heading] }))))).pdf)
  const bare = (text: string) => text.replace(/[\s\u00ad]+/g, '')
  for (const [index, text] of texts.entries()) {
    expect(bare(await textOf(document, index + 1)), text).toContain(`${bare(text)}1${bare(text)}`)
  }
}, 60_000)

test('tells what overflows, on which slide', async () => {
  const beats = Array.from({ length: 12 }, (_, index) => `En punkt som är ganska lång, nummer ${index}`)
  const { overflows, failures } = await printer.print(deckOf('o', { kind: 'cover' }, { kind: 'beats', beats }, { kind: 'steps' }))
  expect(failures).toEqual([])
  expect(overflows).toMatchObject([{ slide: 1, into: 'edge', px: expect.toSatisfy((px: number) => px > 100) as number }])
}, 60_000)

test('tells what cannot be drawn, and prints the other decks', async () => {
  const broken = deckOf('b', { kind: 'cover' }, { kind: 'image', src: 'data:image/png;base64,AAAA', alt: 'En båt' })
  const [first, second] = await printAll(broken, sampleDeck('whole'))
  expect(first!.failures).toMatchObject([{ slide: 1, message: 'the picture “En båt” cannot be shown' }])
  expect(second!.failures).toEqual([])
}, 60_000)

test('tells of each deck that the theme is to blame when its scripts fail, and leaves the browser alone', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'broken-shell-'))
  await writeFile(path.join(folder, 'index.html'), '<script>throw new Error("trasigt")</script>')
  const browser = await launchBrowser()
  const broken = await openDeckPrinter({ shell: { folder, key: 'broken' }, browser })
  const told = await Promise.allSettled(['a', 'b', 'c', 'd'].map((id) => broken.print(sampleDeck(id))))
  expect(told.map((one) => one.status === 'rejected' && (one.reason as Error).message)).toEqual(['a', 'b', 'c', 'd'].map((id) => `${id} could not be printed: trasigt`))
  expect(browser.isLost).toBe(false)
  await broken.close()
  await browser.close()
  await rm(folder, { recursive: true })
}, 60_000)

test('goes on with another browser when one is lost', async () => {
  const browser = await launchBrowser()
  const other = await openDeckPrinter({ shell, browser })
  const ids: string[] = []
  for await (const { deck, failures } of inOrder(['a', 'b', 'c'].map((id) => sampleDeck(id)), async (deck) => ({ deck, ...(await other.print(deck)) }))) {
    ids.push(deck.id)
    expect(failures).toEqual([])
    if (ids.length === 1) await browser.close()
  }
  await other.close()
  expect(ids).toEqual(['a', 'b', 'c'])
}, 60_000)

function rolesIn(tree: unknown): string[] {
  if (typeof tree !== 'object' || tree === null || !('role' in tree)) return []
  const kids = 'children' in tree && Array.isArray(tree.children) ? tree.children : []
  return [String(tree.role), ...kids.flatMap(rolesIn)]
}
