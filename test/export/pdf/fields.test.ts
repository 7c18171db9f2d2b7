import { PDFCheckBox, PDFDict, PDFName, PDFRadioGroup, PDFString, PDFTextField } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import type { FieldBox } from '../../../src/model/page.ts'
import {
  area,
  button,
  field,
  fonts,
  openWithPdfJs,
  openWithPdfLib,
  page,
  Pixels,
  tick,
  write,
} from './kit.ts'

interface Widget {
  readonly id: string
  readonly fieldName: string
  readonly fieldValue: unknown
  readonly alternativeText: string
  readonly buttonValue?: string
  readonly multiLine?: boolean
  readonly textAlignment: number | null
}

const widgetsOf = async (pdf: Uint8Array): Promise<Widget[]> =>
  (await (await (await openWithPdfJs(pdf)).getPage(1)).getAnnotations()) as Widget[]

const written = async (...fields: readonly FieldBox['field'][]): Promise<Uint8Array> =>
  write([page(...fields.map((own, index) => field(own, { y: 20 + index * 30 })))])

describe('fields', () => {
  const all = [
    area('blad.mal.1', { value: 'Łukasz\r\nŻak', align: 'center' }),
    area('blad.mal.2'),
    area('namn', { multiline: false, value: 'Åsa – ”Ö”' }),
    tick('blad.klar', { value: true }),
    tick('blad.sedan'),
    button('blad.skala', '1', 'två'),
    button('blad.skala', 'två', 'två'),
    button('blad.val', 'a#1'),
  ]

  it('have their dotted names, values and questions in pdf.js', async () => {
    const widgets = await widgetsOf(await written(...all))
    expect(widgets.map(({ fieldName, alternativeText }) => `${fieldName}: ${alternativeText}`)).toEqual([
      'blad.mal.1: Fråga blad.mal.1',
      'blad.mal.2: Fråga blad.mal.2',
      'namn: Fråga namn',
      'blad.klar: Kryssa blad.klar',
      'blad.sedan: Kryssa blad.sedan',
      'blad.skala: Hur nöjd: 1 av 3',
      'blad.skala: Hur nöjd: två av 3',
      'blad.val: Hur nöjd: a#1 av 3',
    ])
    expect(widgets.slice(0, 5).map(({ fieldValue }) => fieldValue)).toEqual([
      'Łukasz\nŻak',
      '',
      'Åsa – ”Ö”',
      'Yes',
      'Off',
    ])
    expect(widgets.slice(0, 3).map(({ multiLine, textAlignment }) => [multiLine, textAlignment])).toEqual([
      [true, 1],
      [true, null],
      [false, null],
    ])
    expect(widgets[5]?.buttonValue).toBe('1')
  })

  it('have their dotted names and values in pdf-lib', async () => {
    const document = await openWithPdfLib(await written(...all))
    const values = document
      .getForm()
      .getFields()
      .map((own) => [own.getName(), valueOf(own)])
    expect(values).toEqual([
      ['blad.mal.1', 'Łukasz\nŻak'],
      ['blad.mal.2', undefined],
      ['blad.klar', true],
      ['blad.sedan', false],
      ['blad.skala', 'tvÃ¥'],
      ['blad.val', 'Off'],
      ['namn', 'Åsa – ”Ö”'],
    ])
  })

  it('keep options outside of ASCII in UTF-8, and numbers signs as they are', async () => {
    const widgets = await widgetsOf(await written(button('val', 'två'), button('val', 'a#1')))
    expect(
      widgets.map(({ buttonValue = '' }) => Buffer.from(buttonValue, 'latin1').toString('utf8')),
    ).toEqual(['två', 'a#1'])
  })

  it('choose one button of a group', async () => {
    const document = await openWithPdfLib(
      await written(button('skala', '1', '2'), button('skala', '2', '2'), button('skala', '3', '2')),
    )
    expect(statesOf(document)).toEqual(['/Off', '/2', '/Off'])
    expect(document.getForm().getRadioGroup('skala').getOptions()).toEqual(['1', '2', '3'])
  })

  it('are typed in with the text face, which is in the form’s resources', async () => {
    const document = await openWithPdfLib(await written(area('svar', { size: 11 }), area('auto')))
    const form = document.catalog.lookup(PDFName.of('AcroForm'), PDFDict)
    const font = form
      .lookup(PDFName.of('DR'), PDFDict)
      .lookup(PDFName.of('Font'), PDFDict)
      .lookup(PDFName.of('Text'), PDFDict)
    expect(
      [
        font.get(PDFName.of('Subtype')),
        font.get(PDFName.of('Encoding')),
        font.get(PDFName.of('BaseFont')),
      ].map(String),
    ).toEqual(['/TrueType', '/WinAnsiEncoding', '/SourceSans3-Regular'])
    const appearances = document
      .getForm()
      .getFields()
      .map((own) => own.acroField.dict.lookup(PDFName.of('DA'), PDFString).asString())
    expect(appearances).toEqual(['/Text 11 Tf 0 g', '/Text 0 Tf 0 g'])
  })

  it.each<[string, readonly FieldBox['field'][], string]>([
    ['two of one name', [area('a.b'), tick('a.b')], 'Two fields have the name “a.b”'],
    [
      'a field that is also the beginning of others',
      [area('a'), area('a.b')],
      '“a” is a field and the beginning of others',
    ],
    ['an empty part of a name', [area('a..b')], 'Not a field name: “a..b”'],
    ['no label', [area('a', { label: ' ' })], 'The field “a” has no label'],
    ['an option twice', [button('a', '1'), button('a', '1')], 'The option “1” of “a” is used twice'],
    ['a value without its option', [button('a', '1', '4')], '“a” has the value “4” but no such option'],
    ['buttons of two minds', [button('a', '1', '1'), button('a', '2')], 'The buttons of “a” disagree'],
  ])('refuse %s', async (_, fields, message) => {
    await expect(written(...fields)).rejects.toThrow(message)
  })
})

describe('filled in with pdf.js', () => {
  it('keeps and shows Swedish, dashes and quotes', async () => {
    const answer = area('svar', { multiline: false, pitch: 20, size: 10 })
    const pdf = await written(answer, tick('klar'), button('val', '1'), button('val', '2'))
    const document = await openWithPdfJs(pdf)
    const typed = '”Åsa” – räkor'
    for (const { id, fieldName, buttonValue } of (await (
      await document.getPage(1)
    ).getAnnotations()) as Widget[]) {
      const value = fieldName === 'svar' ? typed : fieldName === 'klar' || buttonValue === '2'
      document.annotationStorage.setValue(id, { value })
    }
    const saved = await document.saveDocument()
    expect((await widgetsOf(saved)).map(({ fieldValue }) => fieldValue)).toEqual([typed, 'Yes', '2', '2'])
    expect(statesOf(await openWithPdfLib(saved))).toEqual([undefined, '/Yes', '/Off', '/2'])
    // As wide as in the font of the form: no other font has stepped in.
    const { advance } = (await fonts()).metrics.text
    const width = [...typed].reduce(
      (sum, character) => sum + (advance[character.codePointAt(0) ?? 0] ?? 0) / 100,
      0,
    )
    const [left = 0, , right = 0] = new Pixels(saved).ink(20, 20, 120, 40) ?? []
    expect(Math.abs(right - left - width)).toBeLessThan(1.5)
  })
})

function valueOf(own: unknown): unknown {
  if (own instanceof PDFTextField) return own.getText()
  if (own instanceof PDFCheckBox) return own.isChecked()
  return own instanceof PDFRadioGroup ? own.acroField.getValue().decodeText() : undefined
}

const statesOf = (document: PDFDocument): (string | undefined)[] =>
  document
    .getPage(0)
    .node.Annots()
    ?.asArray()
    .map((ref) => document.context.lookup(ref, PDFDict).get(PDFName.of('AS'))?.toString()) ?? []
