import { PDFContext, PDFString } from 'pdf-lib'
import type { PreparedFonts } from '../fonts/prepared.ts'
import type { PdfDocument } from './document.ts'
import { EmbeddedPages } from './embedded.ts'
import { Form } from './fields.ts'
import { DocumentFonts } from './fonts.ts'
import { writeInfo, writeXmp } from './metadata.ts'
import { object } from './objects.ts'
import { round } from './operators.ts'
import { type Destination, writeOutline } from './outline.ts'
import { PageWriter } from './page-writer.ts'
import { serialize } from './serialize.ts'
import { StructureTree } from './structure-tree.ts'

/**
 * Writes laid-out pages as one tagged, fillable PDF/UA-1 file (ISO 14289-1). The same document and fonts give
 * the same bytes. Throws on what layout must not hand over: a character no font has, two fields of one name,
 * a figure without an alternative text.
 */
export async function writePdf(document: PdfDocument, prepared: PreparedFonts): Promise<Uint8Array> {
  const context = PDFContext.create()
  const fonts = new DocumentFonts(context, prepared)
  const tree = new StructureTree(context)
  const form = new Form(context, fonts, tree)
  const embedded = await EmbeddedPages.open(context, document.embedded ?? {})
  const pagesRef = context.nextRef()
  const refs = document.pages.map(() => context.nextRef())
  const destination: Destination = (number) => {
    const [page, ref] = [document.pages[number], refs[number]]
    if (!page || !ref) throw new Error(`There is no page ${number} to go to`)
    return object([ref, 'XYZ', 0, round(page.height), null])
  }
  const shared = { context, fonts, tree, form, embedded, destination }
  document.pages.forEach((page, index) => {
    const ref = refs[index]
    if (ref) new PageWriter(shared, page, ref).write(pagesRef)
  })
  context.assign(pagesRef, object({ Type: 'Pages', Kids: refs, Count: refs.length }))
  const acroForm = form.finish()
  const outline = writeOutline(context, document.outline ?? [], destination)
  tree.finish()
  await fonts.finish()

  context.trailerInfo.Root = context.register(
    object({
      Type: 'Catalog',
      Pages: pagesRef,
      Lang: PDFString.of(document.lang),
      MarkInfo: { Marked: true },
      StructTreeRoot: tree.root,
      Metadata: writeXmp(context, document),
      // Printed at its own size, for lines of 8.5 mm and fold marks to come out right.
      ViewerPreferences: { DisplayDocTitle: true, PrintScaling: 'None', ...duplex(document.sides) },
      AcroForm: acroForm,
      ...(outline && { Outlines: outline, PageMode: 'UseOutlines' }),
    }),
  )
  context.trailerInfo.Info = writeInfo(context, document)
  return serialize(context)
}

/** ISO 32000-1, table 150. */
function duplex(sides: PdfDocument['sides']): { Duplex?: string } {
  if (sides === undefined) return {}
  return { Duplex: sides === 'one' ? 'Simplex' : sides === 'long-edge' ? 'DuplexFlipLongEdge' : 'DuplexFlipShortEdge' }
}
