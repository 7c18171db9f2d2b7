import { type PDFDict, type PDFDocument, PDFName, type PDFPage, type PDFRawStream, type PDFRef } from 'pdf-lib'
import { type Operation, readContent } from '../../pdf/content.ts'
import { usedMarks } from './marks.ts'
import { formsOf, readStream } from '../../pdf/streams.ts'

/** A page as Chromium printed it. */
export interface PrintedPage {
  readonly ref: PDFRef
  readonly node: PDFPage['node']
  readonly resources: PDFDict | undefined
  /** Streams that the page's content draws, by name. */
  readonly forms: ReadonlyMap<string, PDFRawStream>
  readonly operations: readonly Operation[]
  /** What a mark of this page encloses. */
  readonly painted: (mcid: number) => 'text' | 'graphics' | 'nothing'
}

export function readPages(document: PDFDocument): PrintedPage[] {
  return document.getPages().map(({ node, ref }) => {
    const resources = node.Resources()
    const forms = formsOf(resources)
    const texts = new Set([...forms].filter(([, form]) => /\bT[jJ]\b/.test(readStream(document.context, form))).map(([name]) => name))
    const operations = readContent(readStream(document.context, node.get(PDFName.of('Contents')))).map((operation) =>
      operation.type === 'object' && texts.has(drawnName(operation.source)) ? { ...operation, type: 'text' as const } : operation,
    )
    const used = usedMarks(operations)
    const painted = (mcid: number) => (used.text.has(mcid) ? 'text' : used.any.has(mcid) ? 'graphics' : 'nothing')
    return { ref, node, resources, forms, operations, painted }
  })
}

const drawnName = (source: string): string => source.replace(/\s+Do$/, '')
