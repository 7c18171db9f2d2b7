import { fileURLToPath } from 'node:url'
import * as mupdf from 'mupdf'
import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, decodePDFRawStream } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { prepareFonts } from '../../../src/export/fonts/index.ts'
import type { PreparedFonts } from '../../../src/export/fonts/index.ts'
import { writePdf } from '../../../src/export/pdf/index.ts'
import type { PdfDocument } from '../../../src/export/pdf/index.ts'
import type {
  CheckField,
  Field,
  FieldBox,
  Group,
  Item,
  LaidOutPage,
  RadioField,
  Text,
  TextField,
} from '../../../src/model/page.ts'

/** The same cache as a build's, so that tests seldom prepare fonts themselves. */
const cache = fileURLToPath(new URL('../../../node_modules/.cache/saljverkstad', import.meta.url))

let prepared: Promise<PreparedFonts> | undefined
export const fonts = (): Promise<PreparedFonts> => (prepared ??= prepareFonts(cache))

/** A page of 200 × 300 points. */
export const page = (...items: readonly Item[]): LaidOutPage => ({ width: 200, height: 300, items })

export const text = (content: string | readonly string[], more: Partial<Text> = {}): Text => ({
  type: 'text',
  tag: 'P',
  font: 'text',
  size: 10,
  color: '#000000',
  lines: [content].flat().map((line, index) => ({ x: 10, y: 20 + index * 13, text: line })),
  ...more,
})

export const group = (tag: Group['tag'], items: readonly Item[], more: Partial<Group> = {}): Group => ({
  type: 'group',
  tag,
  items,
  ...more,
})

export const field = (own: Field, more: Partial<FieldBox> = {}): FieldBox => ({
  type: 'field',
  x: 20,
  y: 100,
  width: 100,
  height: 20,
  field: own,
  ...more,
})

/** Fields of the three kinds. */
export const area = (name: string, more: Partial<TextField> = {}): TextField => ({
  type: 'text',
  name,
  label: `Fråga ${name}`,
  multiline: true,
  size: 0,
  ...more,
})
export const tick = (name: string, more: Partial<CheckField> = {}): CheckField => ({
  type: 'check',
  name,
  label: `Kryssa ${name}`,
  ...more,
})
export const button = (name: string, option: string, value?: string): RadioField => ({
  type: 'radio',
  name,
  label: 'Hur nöjd',
  option,
  optionLabel: `${option} av 3`,
  ...(value !== undefined && { value }),
})

/** Writes pages as one document. */
export async function write(
  pages: readonly LaidOutPage[],
  more: Partial<PdfDocument> = {},
): Promise<Uint8Array> {
  return writePdf({ title: 'Prov', lang: 'sv', pages, ...more }, await fonts())
}

/** Opens a file with pdf.js. */
export const openWithPdfJs = (pdf: Uint8Array): ReturnType<typeof getDocument>['promise'] =>
  getDocument({ data: pdf.slice(), verbosity: 0 }).promise

/** Opens a file with pdf-lib, for a look at its objects. */
export const openWithPdfLib = (pdf: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(pdf, { updateMetadata: false })

/** All dictionaries with this entry. */
export function dictionariesWith(document: PDFDocument, key: string, value: string): [PDFRef, PDFDict][] {
  const found: [PDFRef, PDFDict][] = []
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && object.get(PDFName.of(key)) === PDFName.of(value))
      found.push([ref, object])
  }
  return found
}

/** What a content stream or appearance says, uncompressed. */
export function streamText(document: PDFDocument, ref: unknown): string {
  const stream = ref instanceof PDFRef ? document.context.lookup(ref) : ref
  if (!(stream instanceof PDFRawStream)) throw new Error('Not a stream')
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

/** A page as pixels, four to a point unless said otherwise, painted by MuPDF. */
export class Pixels {
  readonly #data: Uint8ClampedArray
  readonly #width: number
  readonly #height: number
  readonly #scale: number

  constructor(pdf: Uint8Array, number = 0, scale = 4) {
    this.#scale = scale
    const document = mupdf.Document.openDocument(pdf, 'application/pdf')
    const pixmap = document
      .loadPage(number)
      .toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false, true)
    this.#data = pixmap.getPixels().slice()
    this.#width = pixmap.getWidth()
    this.#height = pixmap.getHeight()
  }

  /** The colour at a point of the page. */
  at(x: number, y: number): string {
    const start = (Math.floor(y * this.#scale) * this.#width + Math.floor(x * this.#scale)) * 3
    return `#${[...this.#data.subarray(start, start + 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
  }

  /** True when nothing at all is painted within an area. */
  isWhite(left: number, top: number, right: number, bottom: number): boolean {
    const [first, last] = [Math.floor(left * this.#scale), Math.min(Math.floor(right * this.#scale), this.#width)]
    for (let y = Math.floor(top * this.#scale); y < Math.min(Math.floor(bottom * this.#scale), this.#height); y += 1) {
      const row = this.#data.subarray((y * this.#width + first) * 3, (y * this.#width + last) * 3)
      if (row.some((byte) => byte < 255)) return false
    }
    return true
  }

  /** The box of all that is darker than a light grey within an area, in points; undefined when there is nothing. */
  ink(
    left: number,
    top: number,
    right: number,
    bottom: number,
  ): [number, number, number, number] | undefined {
    const scale = this.#scale
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let y = Math.floor(top * scale); y < Math.min(bottom * scale, this.#height); y += 1) {
      for (let x = Math.floor(left * scale); x < Math.min(right * scale, this.#width); x += 1) {
        if ((this.#data[(y * this.#width + x) * 3] ?? 255) > 200) continue
        x0 = Math.min(x0, x)
        y0 = Math.min(y0, y)
        x1 = Math.max(x1, x + 1)
        y1 = Math.max(y1, y + 1)
      }
    }
    return x1 > x0 ? [x0 / scale, y0 / scale, x1 / scale, y1 / scale] : undefined
  }
}
