import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, type PDFObjectCopier, PDFRef, PDFString } from 'pdf-lib'
import type { Lang } from '../../../model/post.ts'
import type { Slide } from '../../../model/slide.ts'
import type { Element, PageContent, StructureTree } from '../../pdf/structure-tree.ts'
import { textString } from '../../pdf/text-string.ts'
import { pageSize } from '../slide-size.ts'
import { type NewMarks, remark } from './marks.ts'
import type { PrintedPage } from './read-pages.ts'
import { nameOf, textOf } from './read-structure.ts'
import type { Part, PartKid } from './simplify.ts'
import { makeStream } from '../../pdf/streams.ts'
import { unmarkForms } from '../../pdf/unmark.ts'


interface PageJob {
  readonly context: PDFContext
  readonly copier: PDFObjectCopier
  readonly tree: StructureTree
  readonly pagesRef: PDFRef
  /** The finished page. */
  readonly ref: PDFRef
  readonly page: PrintedPage
  readonly slide: Slide
  readonly parts: readonly PartKid[]
  /** The document's language. */
  readonly lang: Lang
}

/** Writes one slide's page, with its part of the structure tree. */
export function writePage(job: PageJob): void {
  const { context, copier, tree, ref, page, slide, lang } = job
  const section = tree.element('Sect', tree.document)
  section.entries['T'] = textString(slide.title)
  if (slide.lang !== lang) section.entries['Lang'] = PDFString.of(slide.lang)
  const content = tree.page(ref)
  const marks = new Map<number, { tag: string; mcid: number }>()
  const links: { readonly source: PDFRef; readonly element: Element }[] = []
  const writeKids = (kids: readonly PartKid[], parent: Element, inherited: string): void => kids.forEach((kid) => {
    if (kid.type === 'content') marks.set(kid.mcid, { tag: parent.tag, mcid: tree.content(parent, content) })
    else if (kid.type === 'annotation') links.push({ source: kid.ref, element: parent })
    else writeKids(kid.kids, writeElement(job, kid, parent, inherited), kid.lang ?? inherited)
  })
  writeKids(job.parts, section, slide.lang)

  const resources = page.resources && copier.copy(page.resources)
  unmarkForms(context, resources)
  const annotations = links.flatMap(({ source, element }) => writeLink(job, source, element))
  context.assign(ref, context.obj({
    Type: 'Page',
    Parent: job.pagesRef,
    MediaBox: [0, 0, pageSize.width, pageSize.height],
    ...(resources && { Resources: resources }),
    Contents: context.register(makeStream(context, remark(page.operations, marks satisfies NewMarks))),
    StructParents: keyOf(content),
    Tabs: 'S',
    ...(annotations.length > 0 && { Annots: annotations }),
  }))
}

const keyOf = ({ key }: PageContent): number => key

function writeElement({ context, tree }: PageJob, part: Part, parent: Element, inherited: string): Element {
  const element = tree.element(part.tag, parent)
  if (part.alt !== undefined) element.entries['Alt'] = textString(part.alt)
  if (part.lang !== undefined && part.lang !== inherited) element.entries['Lang'] = PDFString.of(part.lang)
  const { scope, columns, rows } = part
  if (scope ?? columns ?? rows) {
    element.entries['A'] = context.obj({
      O: 'Table', ...(scope && { Scope: scope }), ...(columns && { ColSpan: columns }), ...(rows && { RowSpan: rows }),
    })
  }
  return element
}

/** A link that leaves the document, with a description (PDF/UA-1, 7.18.5); any other is dropped. */
function writeLink({ context, tree, page, ref }: PageJob, source: PDFRef, element: Element): PDFRef[] {
  const annotation = page.node.context.lookup(source)
  if (!(annotation instanceof PDFDict)) return []
  const action = annotation.lookup(PDFName.of('A'))
  const uri = action instanceof PDFDict && nameOf(action, 'S') === 'URI' ? textOf(action, 'URI') : undefined
  if (uri === undefined) return []
  const own = context.nextRef()
  context.assign(own, context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: numbers(annotation.lookup(PDFName.of('Rect'))),
    Border: [0, 0, 0],
    F: 4,
    P: ref,
    Contents: textString(uri),
    A: { S: 'URI', URI: PDFString.of(uri) },
    StructParent: tree.object(element, ref, own),
  }))
  return [own]
}

function numbers(value: PDFObject | undefined): number[] {
  return value instanceof PDFArray ? value.asRectangle === undefined ? [] : corners(value) : []
}

function corners(value: PDFArray): number[] {
  const { x, y, width, height } = value.asRectangle()
  return [x, y, x + width, y + height]
}
