import { createHash } from 'node:crypto'
import { PDFContext, PDFDict, PDFDocument, PDFHexString, PDFName, PDFObjectCopier, type PDFRef, PDFStreamWriter, PDFString } from 'pdf-lib'
import type { Deck } from '../../../model/slide.ts'
import { writeInfo, writeXmp } from '../../pdf/metadata.ts'
import { writeOutline } from '../../pdf/outline.ts'
import { StructureTree } from '../../pdf/structure-tree.ts'
import { targetsOf } from './links.ts'
import { outlineOf } from './outline.ts'
import { readPages } from './read-pages.ts'
import { readStructure } from './read-structure.ts'
import { simplify } from './simplify.ts'
import { writePage } from './write-page.ts'

/**
 * Makes a PDF/UA-1 file (ISO 14289-1) of the pages that Chromium printed of a deck, one a slide. Its bytes depend on
 * nothing but what is on the pages: no dates, no names from the browser, no trace of other slides in the page.
 * @throws {Error} when there is not one page a slide
 */
export async function finishDeckPdf(printed: Uint8Array, deck: Deck): Promise<Uint8Array> {
  const source = await PDFDocument.load(printed, { updateMetadata: false })
  const slides = deck.sections.flatMap((section) => section.slides)
  const pages = readPages(source)
  if (pages.length !== slides.length) throw new Error(`${deck.id}: ${pages.length} pages for ${slides.length} slides`)
  // Slides without a single word have no structure.
  const root = source.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  const kids = root ? readStructure(source.context, root, pages.map(({ ref }) => ref)) : []
  const parts = simplify(kids, ({ page, mcid }) => pages[page]?.painted(mcid) ?? 'nothing', pages.length)

  const context = PDFContext.create()
  const copier = PDFObjectCopier.for(source.context, context)
  const tree = new StructureTree(context)
  const pagesRef = context.nextRef()
  const refs: PDFRef[] = pages.map(() => context.nextRef())
  const finished = refs.map((ref, index) => ({ ref, title: slides[index]?.title ?? '' }))
  const targets = targetsOf(source.context, source.catalog, pages.map(({ ref }) => ref), finished)
  pages.forEach((page, index) => {
    const [ref, slide, content] = [refs[index], slides[index], parts[index]]
    if (ref && slide && content) writePage({ context, copier, tree, pagesRef, ref, page, slide, parts: content, targets, lang: deck.lang })
  })
  context.assign(pagesRef, context.obj({ Type: 'Pages', Kids: refs, Count: refs.length }))
  const outline = writeOutline(context, outlineOf(deck), (page) => context.obj([refs[page] ?? null, 'Fit']))
  tree.finish()

  const about = { title: deck.title, lang: deck.lang, pages: [] }
  context.trailerInfo.Root = context.register(context.obj({
    Type: 'Catalog',
    Pages: pagesRef,
    Lang: PDFString.of(deck.lang),
    MarkInfo: { Marked: true },
    StructTreeRoot: tree.root,
    Metadata: writeXmp(context, about),
    PageLayout: 'SinglePage',
    ViewerPreferences: { DisplayDocTitle: true },
    ...(outline && { Outlines: outline }),
  }))
  context.trailerInfo.Info = writeInfo(context, about)
  return save(context)
}

/** Writes the file with a hash of itself as its identifier (ISO 32000-1, 14.4). */
async function save(context: PDFContext): Promise<Uint8Array> {
  const blank = '0'.repeat(32)
  context.trailerInfo.ID = context.obj([PDFHexString.of(blank), PDFHexString.of(blank)])
  const file = await PDFStreamWriter.forContext(context, Infinity, true, 500).serializeToBuffer()
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length)
  const id = createHash('md5').update(bytes).digest('hex')
  for (let at = bytes.lastIndexOf(`<${blank}>`); at >= 0; at = bytes.lastIndexOf(`<${blank}>`)) bytes.write(id, at + 1, 'latin1')
  return file
}
