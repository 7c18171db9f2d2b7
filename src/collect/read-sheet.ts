import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString, decodePDFRawStream } from 'pdf-lib'
import { readFields, type ReadField } from './read-fields.ts'
import { decodeTextString } from './text-string.ts'

/** A form in a returned file: which sheet it is, of which version, and its fields under the sheet's own names. */
export interface ReadForm {
  readonly id: string
  /** Absent where the program that saved the file lost it. */
  readonly version?: string
  readonly fields: readonly ReadField[]
}

export interface ReadSheet {
  readonly forms: readonly ReadForm[]
  /** Everything that can be filled in, as the file names it. */
  readonly fields: readonly ReadField[]
  readonly lang: string
}

/** Why a file could not be read. */
export class UnreadableSheet extends Error {
  override readonly name = 'UnreadableSheet'
  readonly reason: 'not-pdf' | 'protected' | 'damaged'

  constructor(reason: UnreadableSheet['reason']) {
    super(reason)
    this.reason = reason
  }
}

/** Reads a returned PDF; later parts of a file that was saved in place replace earlier ones. @throws {UnreadableSheet} */
export async function readSheet(bytes: Uint8Array): Promise<ReadSheet> {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (!head.includes('%PDF-')) throw new UnreadableSheet('not-pdf')
  const document = await open(bytes)
  try {
    const fields = readFields(document)
    const marks = marksOf(document)
    const lang = textOf(document.catalog.get(PDFName.of('Lang'))) ?? ''
    return { fields, lang, forms: marks.map(({ id, version, isPart }) => ({ id, version, fields: isPart ? partOf(fields, id) : fields })) }
  } catch {
    throw new UnreadableSheet('damaged')
  }
}

async function open(bytes: Uint8Array): Promise<PDFDocument> {
  // pdf-lib tells the terminal about every object it mends; what cannot be read is reported by us.
   
  const { warn } = console
  // eslint-disable-next-line no-console
  console.warn = () => undefined
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true })
    if (document.isEncrypted) throw new UnreadableSheet('protected')
    document.getPages()
    return document
  } catch (error) {
    throw error instanceof UnreadableSheet ? error : new UnreadableSheet('damaged')
  } finally {
    // eslint-disable-next-line no-console
    console.warn = warn
  }
}

interface Mark {
  readonly id: string
  readonly version: string
  readonly isPart: boolean
}

const mark = /\b(sheet|part):([^\s@,;]+)@([0-9a-f]{8})\b/g

/** The forms that a file says it holds, in its XMP metadata or, where a program dropped them, its information dictionary. */
function marksOf(document: PDFDocument): Mark[] {
  const texts = [metadata(document), keywords(document)]
  const found = texts.map((text) => [...text.matchAll(mark)].map(([, kind, id = '', version = '']) => ({ id, version, isPart: kind === 'part' })))
  return found.find((marks) => marks.length > 0) ?? []
}

function metadata(document: PDFDocument): string {
  const stream = document.catalog.lookup(PDFName.of('Metadata'))
  if (!(stream instanceof PDFRawStream)) return ''
  const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('utf8')
  return text.replace(/&amp;/g, '&')
}

function keywords({ context }: PDFDocument): string {
  const info = context.lookup(context.trailerInfo.Info)
  return info instanceof PDFDict ? (textOf(info.lookup(PDFName.of('Keywords'))) ?? '') : ''
}

const textOf = (value: unknown): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? decodeTextString(value.asBytes()) : undefined

/** A sheet's fields in a document of several, under the names they have on the sheet alone. */
const partOf = (fields: readonly ReadField[], id: string): ReadField[] =>
  fields.filter(({ name }) => name.startsWith(`${id}.`)).map((field) => ({ ...field, name: field.name.slice(id.length + 1) }))
