import { type PDFContext, type PDFObjectCopier, type PDFRef, PDFString } from 'pdf-lib'
import type { Lang } from '../../../model/post.ts'
import type { Slide } from '../../../model/slide.ts'
import { compressed, object } from '../../pdf/objects.ts'
import type { Element, PageContent, StructureTree } from '../../pdf/structure-tree.ts'
import { textString } from '../../pdf/text-string.ts'
import { unmarkForms } from '../../pdf/unmark.ts'
import { pageSize } from '../slide-size.ts'
import { type Targets, writeLink } from './links.ts'
import { type NewMarks, remark } from './marks.ts'
import type { PrintedPage } from './read-pages.ts'
import type { Part, PartKid } from './simplify.ts'

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
  readonly targets: Targets
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
  const annotations = links.flatMap(({ source, element }) => writeLink(job, page.node.context.lookup(source), element))
  context.assign(ref, object({
    Type: 'Page',
    Parent: job.pagesRef,
    MediaBox: [0, 0, pageSize.width, pageSize.height],
    ...(resources && { Resources: resources }),
    Contents: context.register(compressed({}, remark(page.operations, marks satisfies NewMarks))),
    StructParents: keyOf(content),
    Tabs: 'S',
    ...(annotations.length > 0 && { Annots: annotations }),
  }))
}

const keyOf = ({ key }: PageContent): number => key

function writeElement({ tree }: PageJob, part: Part, parent: Element, inherited: string): Element {
  const element = tree.element(part.tag, parent)
  if (part.alt !== undefined) element.entries['Alt'] = textString(part.alt)
  if (part.lang !== undefined && part.lang !== inherited) element.entries['Lang'] = PDFString.of(part.lang)
  const { scope, columns, rows } = part
  if (scope ?? columns ?? rows) {
    element.entries['A'] = object({
      O: 'Table', ...(scope && { Scope: scope }), ...(columns && { ColSpan: columns }), ...(rows && { RowSpan: rows }),
    })
  }
  return element
}
