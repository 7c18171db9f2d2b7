import { deflateSync, inflateSync } from 'node:zlib'
import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib'

/** The operators of a content stream, or of several that follow each other, as one character a byte. */
export function readStream(context: PDFContext, value: PDFObject | undefined): string {
  const found = context.lookup(value)
  if (found instanceof PDFArray) return found.asArray().map((part) => readStream(context, part)).join('\n')
  if (!(found instanceof PDFRawStream)) throw new Error('A page without content')
  const filter = found.dict.lookup(PDFName.of('Filter'))
  if (filter === undefined) return Buffer.from(found.contents).toString('latin1')
  if (filter !== PDFName.of('FlateDecode')) throw new Error(`Unexpected filter ${String(filter)} of a content stream`)
  return inflateSync(found.contents).toString('latin1')
}

/** A compressed stream of operators in the place of another, with its entries. */
export function makeStream(content: string, dict: PDFDict): PDFRawStream {
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'))
  return PDFRawStream.of(dict, deflateSync(Buffer.from(content, 'latin1')))
}

/** The streams among a page's external objects that draw, by name (ISO 32000-1, 8.10). */
export function formsOf(resources: PDFDict | undefined): ReadonlyMap<string, PDFRawStream> {
  const objects = resources?.lookup(PDFName.of('XObject'))
  if (!(objects instanceof PDFDict)) return new Map()
  const forms = objects.keys().map((name): [string, PDFObject | undefined] => [name.toString(), objects.lookup(name)])
  return new Map(forms.filter((entry): entry is [string, PDFRawStream] => isForm(entry[1])))
}

const isForm = (object: PDFObject | undefined): object is PDFRawStream =>
  object instanceof PDFRawStream && object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form')
