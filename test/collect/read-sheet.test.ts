import { PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { readSheet, UnreadableSheet } from '../../src/collect/read-sheet.ts'
import { changed, mark, remove, set, sheet } from './kit.ts'

const swedish = 'Åsa kör ”hårt” – ändå går det.\nRad två.'

async function values(pdf: Uint8Array): Promise<Record<string, string>> {
  const { fields } = await readSheet(pdf)
  return Object.fromEntries(fields.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]))
}

describe('a blank sheet', () => {
  it('says which it is and what it asks', async () => {
    const { forms, fields, lang } = await readSheet(await sheet())
    expect(forms).toMatchObject([mark])
    expect(lang).toBe('sv')
    expect(fields).toEqual([
      { name: 'head.namn', label: 'Namn', type: 'text', value: '' },
      { name: 'lines.text', label: 'Vad tänker du?', type: 'text', value: '' },
      { name: 'lines.share', label: 'Jag berättar gärna', type: 'check', value: '' },
      { name: 'scale.1', label: 'Hur nöjd', type: 'radio', value: '', options: [{ value: 'ig', label: 'ig av 3' }, { value: 'mvg', label: 'mvg av 3' }] },
    ])
  })

  it('bound with others keeps its own names', async () => {
    const { forms } = await readSheet(await sheet([{ ...mark, isPart: true }], 'prov.'))
    expect(forms[0]?.fields.map(({ name }) => name)).toEqual(['head.namn', 'lines.text', 'lines.share', 'scale.1'])
  })
})

describe('what other programs do to a sheet', () => {
  it.each([
    ['UTF-16 in hexadecimal', PDFHexString.fromText(swedish)],
    ['UTF-8 with a mark', PDFHexString.of(Buffer.from(`\ufeff${swedish}`, 'utf8').toString('hex'))],
    ['PDFDocEncoding with CR and escapes', PDFString.of('\\305sa k\\366r \\216h\\345rt\\216 \\205 \\344nd\\345 g\\345r det.\\rRad tv\\345.')],
  ])('writes text as %s', async (_, value) => {
    const pdf = await changed(await sheet(), (_document, fields) => set(fields.get('lines.text'), 'V', value))
    expect(await values(pdf)).toEqual({ 'lines.text': swedish })
  })

  it('writes long text as a stream', async () => {
    const pdf = await changed(await sheet(), (document, fields) => {
      const bytes = Buffer.from(`\ufeff${swedish}`, 'utf16le').swap16()
      set(fields.get('lines.text'), 'V', document.context.register(PDFRawStream.of(document.context.obj({}), bytes)))
    })
    expect(await values(pdf)).toEqual({ 'lines.text': swedish })
  })

  it('puts a value on the parent of a field', async () => {
    const pdf = await changed(await sheet(), (_document, fields) => {
      remove(fields.get('lines.text'), 'V')
      set(fields.get('lines'), 'V', PDFString.of('hos den andra'))
    })
    expect((await values(pdf))['lines.text']).toBe('hos den andra')
  })

  it('sets buttons on the field, or only on what is seen of them', async () => {
    const onField = await changed(await sheet(), (_document, fields) => {
      set(fields.get('scale.1'), 'V', PDFName.of('mvg'))
      set(fields.get('lines.share'), 'V', PDFName.of('Yes'))
    })
    const onWidget = await changed(await sheet(), (_document, fields) => {
      for (const name of ['scale.1', 'lines.share']) remove(fields.get(name), 'V')
      set(fields.get('scale.1=mvg'), 'AS', PDFName.of('mvg'))
      set(fields.get('lines.share'), 'AS', PDFName.of('Yes'))
    })
    for (const pdf of [onField, onWidget]) expect(await values(pdf)).toEqual({ 'scale.1': 'mvg', 'lines.share': 'x' })
  })

  it('forgets the list of fields', async () => {
    const pdf = await changed(await sheet(), (document, fields) => {
      set(fields.get('head.namn'), 'V', PDFString.of('Åsa'))
      document.catalog.delete(PDFName.of('AcroForm'))
    })
    expect(await values(pdf)).toEqual({ 'head.namn': 'Åsa' })
  })

  it('drops the XMP metadata, but hardly ever the keywords', async () => {
    const pdf = await changed(await sheet(), (document) => void document.catalog.delete(PDFName.of('Metadata')))
    expect((await readSheet(pdf)).forms).toMatchObject([mark])
  })

  it('appends what is new', async () => {
    const original = await sheet()
    const { fields } = await readSheet(original)
    expect(fields).toHaveLength(4)
    const text = Buffer.from(original).toString('latin1')
    const start = /startxref\s+(\d+)/.exec(text)?.[1]
    const { number, dict } = await objectOf(original, 'head.namn')
    dict.set(PDFName.of('V'), PDFHexString.fromText('Åsa'))
    const appended = `\n${number} 0 obj\n${dict.toString()}\nendobj\nxref\n0 0\ntrailer\n<< /Prev ${start} >>\nstartxref\n0\n%%EOF\n`
    const pdf = Buffer.concat([original, Buffer.from(appended, 'latin1')])
    expect(await values(pdf)).toEqual({ 'head.namn': 'Åsa' })
  })
})

async function objectOf(pdf: Uint8Array, name: string): Promise<{ number: number; dict: PDFDict }> {
  let found: { number: number; dict: PDFDict } | undefined
  await changed(pdf, (document, fields) => {
    for (const [ref, object] of document.context.enumerateIndirectObjects()) if (object === fields.get(name) && object instanceof PDFDict) found = { number: ref.objectNumber, dict: object }
  })
  if (!found) throw new Error(`There is no object for ${name}`)
  return found
}

describe('what cannot be read', () => {
  it('is no PDF', async () => {
    await expect(readSheet(Buffer.from('PK\u0003\u0004…'))).rejects.toMatchObject({ reason: 'not-pdf' })
    await expect(readSheet(new Uint8Array())).rejects.toMatchObject({ reason: 'not-pdf' })
  })

  it('is protected', async () => {
    const pdf = await changed(await sheet(), ({ context }) => void (context.trailerInfo.Encrypt = context.obj({ Filter: 'Standard', V: 2, R: 3 })))
    await expect(readSheet(pdf)).rejects.toMatchObject({ reason: 'protected' })
  })

  it('was cut off, anywhere: never anything but a reason, or a sheet without what is missing', async () => {
    const pdf = await sheet()
    for (let part = 1; part < 40; part += 1) {
      const cut = pdf.subarray(0, Math.floor((pdf.length * part) / 40))
      const result = await readSheet(cut).catch((error: unknown) => error)
      if (result instanceof Error) expect(result).toBeInstanceOf(UnreadableSheet)
    }
  })

  it('has circles where a tree should be', async () => {
    const pdf = await changed(await sheet(), ({ context }, fields) => {
      const lines = fields.get('lines')
      const ref = lines && context.getObjectRef(lines)
      if (!ref) throw new Error('There is no such field')
      set(lines, 'Kids', context.obj([ref]))
      set(lines, 'Parent', ref)
    })
    expect((await readSheet(pdf)).fields.map(({ name }) => name)).toContain('head.namn')
  })
})
