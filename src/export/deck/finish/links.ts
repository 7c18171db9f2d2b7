import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFRef } from 'pdf-lib'
import { object } from '../../pdf/objects.ts'
import type { Element, StructureTree } from '../../pdf/structure-tree.ts'
import { textString } from '../../pdf/text-string.ts'
import { nameOf, textOf } from './read-structure.ts'

/** A page of the finished file that a link may lead to. */
export interface Target {
  readonly ref: PDFRef
  readonly title: string
}

/** Where Chromium's links lead within the document. */
export type Targets = (destination: PDFObject | undefined) => Target | undefined

/** Gives the finished page for a destination in what Chromium printed, which names one or says the page itself. */
export function targetsOf(source: PDFContext, catalog: PDFDict, pages: readonly PDFRef[], finished: readonly Target[]): Targets {
  const named = catalog.lookup(PDFName.of('Dests'))
  const numbers = new Map(pages.map((page, index) => [page, index]))
  return (destination) => {
    const value = destination instanceof PDFName && named instanceof PDFDict ? named.lookup(destination) : source.lookup(destination)
    const page = value instanceof PDFArray ? value.get(0) : undefined
    const number = page instanceof PDFRef ? numbers.get(page) : undefined
    return number === undefined ? undefined : finished[number]
  }
}

interface LinkPage {
  readonly context: PDFContext
  readonly tree: StructureTree
  /** The finished page. */
  readonly ref: PDFRef
  readonly targets: Targets
}

/** A link to the web or to a slide, with a description (PDF/UA-1, 7.18.5); any other is dropped. */
export function writeLink({ context, tree, ref, targets }: LinkPage, annotation: PDFObject | undefined, element: Element): PDFRef[] {
  if (!(annotation instanceof PDFDict)) return []
  const action = annotation.lookup(PDFName.of('A'))
  const uri = action instanceof PDFDict && nameOf(action, 'S') === 'URI' ? textOf(action, 'URI') : undefined
  const target = targets(annotation.get(PDFName.of('Dest')))
  if (uri === undefined && target === undefined) return []
  const own = context.nextRef()
  context.assign(own, object({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: corners(annotation.lookup(PDFName.of('Rect'))),
    Border: [0, 0, 0],
    F: 4,
    P: ref,
    Contents: textString(uri ?? target?.title ?? ''),
    ...(uri === undefined ? { Dest: [target?.ref ?? null, 'Fit'] } : { A: { S: 'URI', URI: textString(uri) } }),
    StructParent: tree.object(element, ref, own),
  }))
  return [own]
}

function corners(value: PDFObject | undefined): number[] {
  if (!(value instanceof PDFArray)) return []
  const { x, y, width, height } = value.asRectangle()
  return [x, y, x + width, y + height]
}
