import { ParseSpeeds, PDFContext, PDFDict, PDFDocument, PDFName, PDFObjectCopier, type PDFRef, PDFString } from 'pdf-lib'
import type { Deck } from '../../../model/slide.ts'
import { writeInfo, writeXmp } from '../../pdf/metadata.ts'
import { object } from '../../pdf/objects.ts'
import { writeOutline } from '../../pdf/outline.ts'
import { serialize } from '../../pdf/serialize.ts'
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
  const source = await PDFDocument.load(printed, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
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
  context.assign(pagesRef, object({ Type: 'Pages', Kids: refs, Count: refs.length }))
  const outline = writeOutline(context, outlineOf(deck), (page) => object([refs[page] ?? null, 'Fit']))
  tree.finish()

  const about = { title: deck.title, lang: deck.lang, pages: [] }
  context.trailerInfo.Root = context.register(object({
    Type: 'Catalog',
    Pages: pagesRef,
    Lang: PDFString.of(deck.lang),
    MarkInfo: { Marked: true },
    StructTreeRoot: tree.root,
    Metadata: writeXmp(context, about),
    PageLayout: 'SinglePage',
    ViewerPreferences: { DisplayDocTitle: true },
    Outlines: outline,
  }))
  context.trailerInfo.Info = writeInfo(context, about)
  return serialize(context)
}
