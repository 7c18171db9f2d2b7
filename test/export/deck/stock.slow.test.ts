import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { ColorSpace, Document, Matrix, type Page, type PDFDocument } from 'mupdf'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deckOf } from '../../../src/build/deck-of.ts'
import { folders } from '../../../src/build/places.ts'
import { planAll } from '../../../src/build/plan-all.ts'
import { openTools } from '../../../src/build/tools.ts'
import type { Deck, Section } from '../../../src/model/slide.ts'
import { renderDeckData, renderEntry } from '../../../src/render/slidev/index.ts'
import { exportWithSlidev } from './stock.ts'

// What is printed from the prebuilt shell against `slidev export`, which knows nothing of shells, of the same slides.

/** Sections in an entry. Slidev's time grows with the square of its slides, and from some two hundred on it prints slides that are still loading. */
const together = 10

const tools = openTools()
let folder = ''
let ours: readonly Shown[] = []
let stock: readonly Shown[] = []

/** A page of a PDF, opened. */
interface Shown {
  readonly name: string
  readonly page: Page
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stock-'))
  const { posts } = await planAll({ content: folders.content, exercises: folders.exercises, out: folder, only: [], force: true, quiet: true, json: false }, tools)
  const decks = posts.filter(({ takenOver }) => takenOver === undefined).map(deckOf)
  const groups = Array.from({ length: Math.ceil(decks.length / together) }, (_, index) => decks.slice(index * together, (index + 1) * together))
  const [printed, exported] = await Promise.all([print(decks), Promise.all(groups.map(exportTogether))])
  ours = printed
  stock = exported.flat()
})
afterAll(async () => {
  await tools.close()
  await rm(folder, { recursive: true })
})

/** The places of a section's slides, without its later countdowns: each differs from the first in a few words alone. */
const places = ({ slides }: Section): number[] =>
  slides.flatMap(({ kind }, index) => (kind === 'countdown' && slides.slice(0, index).some((earlier) => earlier.kind === kind) ? [] : [index]))

const open = (pdf: Uint8Array): PDFDocument => Document.openDocument(pdf, 'application/pdf') as PDFDocument

async function print(decks: readonly Deck[]): Promise<Shown[]> {
  const printer = await tools.printer(() => undefined)
  const shown: Shown[] = []
  for (const { deck, printed } of await Promise.all(decks.map(async (deck) => ({ deck, printed: await printer.print(deck) })))) {
    const [document, [section]] = [open(printed.pdf), deck.sections]
    if (section) shown.push(...places(section).map((index) => ({ name: `${deck.id} ${index + 1}`, page: document.loadPage(index) })))
  }
  return shown
}

async function exportTogether(decks: readonly Deck[], group: number): Promise<Shown[]> {
  const sections = decks.flatMap((deck) => deck.sections).map((section) => ({ ...section, slides: places(section).flatMap((index) => section.slides[index] ?? []) }))
  const deck: Deck = { id: `group-${group}`, title: 'Alla avsnitt', lang: 'sv', sections }
  const own = join(folder, deck.id)
  await mkdir(own)
  const [entry, output] = [join(own, `${deck.id}.md`), join(own, 'stock.pdf')]
  await writeFile(entry, renderEntry(deck, { theme: relative(own, folders.theme).split(sep).join('/') }))
  await writeFile(join(own, `${deck.id}.json`), renderDeckData(deck))
  // Slidev takes a pause of the network for the end of loading, and prints slides that are still blank; on a busy machine
  // it may also give up. Neither is what this is about.
  let failure: unknown = new Error('Slidev printed slides that were still loading, each time')
  for (const wait of ['15000', '60000']) {
    try {
      await exportWithSlidev(entry, output, ['--wait', wait])
    } catch (error) {
      failure = error
      continue
    }
    const document = open(await readFile(output))
    const pages = Array.from({ length: document.countPages() }, (_, index) => ({ name: `page ${index + 1} of ${deck.id}`, page: document.loadPage(index) }))
    if (pages.every(({ page }) => /^(?!Loading slide)\S/.test(textOf(page)))) return pages
  }
  throw failure
}

/** Every character as the file has it: a ligature's sign is not the same as its letters. */
const textOf = (page: Page): string => page.toStructuredText('preserve-ligatures').asText()

it('has the text of every page as Slidev exports it', () => {
  expect(ours.length).toBeGreaterThan(150)
  expect(ours.map(({ name, page }) => `${name}\n${textOf(page)}`)).toEqual(stock.map(({ page }, index) => `${ours[index]?.name}\n${textOf(page)}`))
})

it('has every page look as Slidev exports it', () => {
  expect(ours.length).toBe(stock.length)
  const different = ours.flatMap(({ name, page }, index) => {
    const other = stock[index]
    const share = other === undefined ? 1 : difference(page, other.page)
    return share === 0 ? [] : [`${name} differs from ${other?.name} in ${(share * 100).toFixed(2)} % of its pixels`]
  })
  expect(different).toEqual([])
})

/** The share of pixels that a person could tell apart, on a slide of 980 × 552. */
function difference(one: Page, other: Page): number {
  const [a, b] = [one, other].map((page) => page.toPixmap(Matrix.scale(4 / 3, 4 / 3), ColorSpace.DeviceGray, false))
  if (a === undefined || b === undefined) return 1
  // Stock pages are a ninth of a point wider.
  const [width, height] = [Math.min(a.getWidth(), b.getWidth()), Math.min(a.getHeight(), b.getHeight())]
  if (width < 980 || height < 552) return 1
  const [first, second] = [a.getPixels(), b.getPixels()]
  let count = 0
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (Math.abs((first[y * a.getStride() + x] ?? 0) - (second[y * b.getStride() + x] ?? 0)) > 8) count += 1
    }
  }
  a.destroy()
  b.destroy()
  return count / (width * height)
}
