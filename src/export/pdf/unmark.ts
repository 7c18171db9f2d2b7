import { type PDFContext, PDFDict, PDFName, PDFRawStream, PDFRef } from 'pdf-lib'
import { readContent } from './content.ts'
import { makeStream, readStream } from './streams.ts'

/** A content stream without its marks, for what is drawn as one thing and marked where it is drawn. */
export const withoutMarks = (content: string): string =>
  readContent(content)
    .filter(({ type }) => type !== 'begin' && type !== 'end')
    .map(({ source }) => source)
    .join('\n')

/**
 * Takes the marks out of all forms that resources hold, and their forms' too: marks of another document's structure
 * would lead nowhere (PDF/UA-1, 7.1). The resources must be copies of one's own.
 */
export function unmarkForms(context: PDFContext, resources: PDFDict | undefined): void {
  const objects = resources?.lookup(PDFName.of('XObject'))
  if (!(objects instanceof PDFDict)) return
  for (const [name, ref] of objects.entries()) {
    const form = objects.lookup(name)
    if (!(ref instanceof PDFRef) || !(form instanceof PDFRawStream)) continue
    if (form.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Form')) continue
    form.dict.delete(PDFName.of('StructParents'))
    const content = readStream(context, form)
    if (content.includes('EMC')) context.assign(ref, makeStream(withoutMarks(content), form.dict))
    const own = form.dict.lookup(PDFName.of('Resources'))
    if (own instanceof PDFDict) unmarkForms(context, own)
  }
}
