import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, type PDFRef } from 'pdf-lib'
import type { FormMark } from '../../src/export/pdf/index.ts'
import { area, button, field, page, text, tick, write } from '../export/pdf/kit.ts'

export const mark: FormMark = { id: 'prov', version: '0a1b2c3d' }

/** A sheet with a field of each kind, as the writer makes it. */
export const sheet = (forms: readonly FormMark[] = [mark], prefix = ''): Promise<Uint8Array> =>
  write([page(
    text('Provet'),
    field(area(`${prefix}head.namn`, { label: 'Namn', multiline: false })),
    field(area(`${prefix}lines.text`, { label: 'Vad tänker du?' }), { y: 130, height: 60 }),
    field(tick(`${prefix}lines.share`, { label: 'Jag berättar gärna' }), { y: 200, width: 13, height: 13 }),
    field(button(`${prefix}scale.1`, 'ig'), { x: 20, y: 230, width: 13, height: 13 }),
    field(button(`${prefix}scale.1`, 'mvg'), { x: 60, y: 230, width: 13, height: 13 }),
  )], { forms })

/** Opens a file, changes it, and writes it whole, as programs do that do not append. */
export async function changed(pdf: Uint8Array, change: (document: PDFDocument, fields: ReadonlyMap<string, PDFDict>) => void): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  change(document, fieldsOf(document))
  return document.save({ updateFieldAppearances: false, useObjectStreams: false })
}

/** Field dictionaries by full name, and those of buttons by their option: `scale.1=ig`. */
function fieldsOf(document: PDFDocument): Map<string, PDFDict> {
  const found = new Map<string, PDFDict>()
  const visit = (dict: PDFDict, parent: string): void => {
    const name = [parent, dict.lookup(PDFName.of('T'))?.toString().replace(/^\(|\)$/g, '')].filter(Boolean).join('.')
    found.set(name, dict)
    const kids = dict.lookup(PDFName.of('Kids'))
    if (!(kids instanceof PDFArray)) return
    for (let index = 0; index < kids.size(); index += 1) {
      const kid = kids.lookup(index, PDFDict)
      if (kid.has(PDFName.of('T'))) visit(kid, name)
      else found.set(`${name}=${kid.lookup(PDFName.of('AP'), PDFDict).lookup(PDFName.of('N'), PDFDict).keys()[0]?.decodeText()}`, kid)
    }
  }
  const roots = document.catalog.lookup(PDFName.of('AcroForm'), PDFDict).lookup(PDFName.of('Fields'), PDFArray)
  for (let index = 0; index < roots.size(); index += 1) visit(roots.lookup(index, PDFDict), '')
  return found
}

export const set = (dict: PDFDict | undefined, key: string, value: PDFObject | PDFRef): void => {
  if (!dict) throw new Error('There is no such field')
  dict.set(PDFName.of(key), value)
}

export const remove = (dict: PDFDict | undefined, key: string): void => void dict?.delete(PDFName.of(key))
