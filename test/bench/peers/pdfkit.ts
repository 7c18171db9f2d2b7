import { readFileSync } from 'node:fs'
import { load } from './packages.ts'
import { ruledLines, type FontPaths, type WriteSheet } from './sheet.ts'

/** What is used of pdfkit. */
interface Pdfkit {
  readonly default: new (options: object) => PdfkitDocument
}

interface PdfkitDocument {
  registerFont(name: string, source: Uint8Array): this
  font(name: string): this
  fontSize(size: number): this
  fillColor(color: string): this
  text(text: string, x: number, y: number, options: { width: number; lineGap: number }): this
  moveTo(x: number, y: number): this
  lineTo(x: number, y: number): this
  stroke(color: string): this
  fill(color: string, rule: 'even-odd' | 'non-zero'): this
  path(d: string): this
  lineWidth(width: number): this
  rect(x: number, y: number, width: number, height: number): this
  clip(): this
  save(): this
  restore(): this
  initForm(): this
  formText(name: string, x: number, y: number, width: number, height: number, options: object): this
  formCheckbox(name: string, x: number, y: number, width: number, height: number, options: object): this
  on(event: 'data', listener: (chunk: Uint8Array) => void): this
  on(event: 'end', listener: () => void): this
  end(): void
}

/** pdfkit: everything but tags, which it does not put on fields. */
export async function pdfkitSheet(fonts: FontPaths): Promise<WriteSheet> {
  const { default: Document } = await load<Pdfkit>('pdfkit')
  const files = Object.entries(fonts).map(([name, path]) => ({ name, bytes: readFileSync(path) }))
  return async ({ title, lang, width, height, texts, drawings, fields }) => {
    const document = new Document({ size: [width, height], margin: 0, lang, info: { Title: title }, displayTitle: true })
    const chunks: Uint8Array[] = []
    const ended = new Promise<void>((done) => document.on('data', (chunk) => chunks.push(chunk)).on('end', done))
    for (const { name, bytes } of files) document.registerFont(name, bytes)
    for (const { shapes, clip } of drawings) {
      document.save()
      if (clip) document.rect(clip.x, clip.y, clip.width, clip.height).clip()
      for (const { d, fill, stroke, strokeWidth = 1, evenOdd } of shapes) {
        if (fill) document.path(d).fill(fill, evenOdd ? 'even-odd' : 'non-zero')
        if (stroke) document.lineWidth(strokeWidth).path(d).stroke(stroke)
      }
      document.restore()
    }
    for (const { text, font, size, color, x, y, width: column, leading } of texts) {
      document.font(font).fontSize(size).fillColor(color).text(text, x, y, { width: column, lineGap: Math.max(0, leading - size * 1.2) })
    }
    for (const field of fields) {
      for (const down of ruledLines(field)) document.moveTo(field.x, field.y + down).lineTo(field.x + field.width, field.y + down).stroke('#888888')
    }
    document.font('text').initForm()
    fields.forEach(({ x, y, width: wide, height: high, field }, index) => {
      // Its buttons of a group need a parent each; boxes to tick are less work.
      if (field.type === 'text') document.formText(`${field.name}.${index}`, x, y, wide, high, { label: field.label, multiline: field.multiline })
      else document.formCheckbox(`${field.name}.${index}`, x, y, wide, high, { label: field.label })
    })
    document.end()
    await ended
    return Buffer.concat(chunks)
  }
}
