import { type PDFContext, PDFDict, ParseSpeeds, PDFDocument, PDFName, PDFObjectCopier, type PDFPage, type PDFRef } from 'pdf-lib'
import { rectangle } from '../../geometry/outline.ts'
import type { EmbeddedPage } from '../../model/page.ts'
import { compressed } from './objects.ts'
import { num } from './operators.ts'
import { type Bounds, toPdfPath } from './path.ts'
import { readStream } from './streams.ts'
import { unmarkForms, withoutMarks } from './unmark.ts'

/** A page of another file as a form (ISO 32000-1, 8.10), with its size in points. */
interface EmbeddedForm {
  readonly name: string
  readonly ref: PDFRef
  /** Corner of the page's box in its own coordinates. */
  readonly left: number
  readonly bottom: number
  readonly width: number
  readonly height: number
}

/** Operators that draw a form in an item's box on a page of this height, and what they cover. */
export function placeForm(form: EmbeddedForm, item: EmbeddedPage, pageHeight: number): { operators: string; bounds: Bounds } {
  const scale = Math.min(item.width / form.width, item.height / form.height)
  const [width, height] = [form.width * scale, form.height * scale]
  const left = item.x + (item.width - width) / 2
  const top = item.y + (item.height - height) / 2
  const outline = toPdfPath(rectangle(left, top, width, height, item.radius ?? 0), pageHeight).operators
  const [x, y] = [left - form.left * scale, pageHeight - top - height - form.bottom * scale]
  // To the 5 decimals that PDF readers hold: a page is 1000 units wide.
  const factor = String(Math.round(scale * 1e5) / 1e5)
  return {
    operators: `q\n${outline} W n\n${factor} 0 0 ${factor} ${num(x)} ${num(y)} cm /${form.name} Do\nQ`,
    bounds: { left, top, right: left + width, bottom: top + height },
  }
}

interface Source {
  readonly pages: readonly PDFPage[]
  readonly copier: PDFObjectCopier
}

/** The pages of other files that a document draws; what they share, such as fonts, is written once. */
export class EmbeddedPages {
  readonly #context: PDFContext
  readonly #sources: ReadonlyMap<string, Source>
  readonly #forms = new Map<string, EmbeddedForm>()

  constructor(context: PDFContext, sources: ReadonlyMap<string, Source>) {
    this.#context = context
    this.#sources = sources
  }

  /** Reads the files by their names. */
  static async open(context: PDFContext, files: Readonly<Record<string, Uint8Array>>): Promise<EmbeddedPages> {
    const sources = new Map<string, Source>()
    for (const [name, bytes] of Object.entries(files)) {
      const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
      sources.set(name, { pages: document.getPages(), copier: PDFObjectCopier.for(document.context, context) })
    }
    return new EmbeddedPages(context, sources)
  }

  /** A page, counted from 0, as a form without marks of its own; throws when there is none such. */
  form(file: string, page: number): EmbeddedForm {
    const key = `${page} ${file}`
    const form = this.#forms.get(key) ?? this.#write(file, page)
    this.#forms.set(key, form)
    return form
  }

  #write(file: string, number: number): EmbeddedForm {
    const source = this.#sources.get(file)
    const page = source?.pages[number]
    if (!source || !page) throw new Error(`There is no page ${number} of “${file}” to embed`)
    const { node } = page
    const { x, y, width, height } = page.getCropBox()
    const resources = node.Resources()
    const group = node.lookupMaybe(PDFName.of('Group'), PDFDict)
    const copied = resources && source.copier.copy(resources)
    unmarkForms(this.#context, copied)
    const entries = {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [x, y, x + width, y + height],
      Resources: copied,
      Group: group && source.copier.copy(group),
    }
    const content = withoutMarks(readStream(node.context, node.get(PDFName.of('Contents'))))
    const ref = this.#context.register(compressed(entries, content))
    return { name: `Page${this.#forms.size + 1}`, ref, left: x, bottom: y, width, height }
  }
}
