import * as mupdf from 'mupdf'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PDFiumLibrary } from '@hyzyla/pdfium'

/** What to write into which field; `true` ticks a box, an option chooses it in a radio group. */
export type Answers = Readonly<Record<string, string | true>>

/** A program that somebody may have filled a sheet in with. */
export type Viewer = (pdf: Uint8Array, answers: Answers) => Promise<Uint8Array>

interface Annotation {
  readonly id: string
  readonly fieldName?: string
  readonly buttonValue?: string
}

/** Firefox, and viewers within web pages. */
export const pdfJs: Viewer = async (pdf, answers) => {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, isEvalSupported: false })
  const document = await task.promise
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    for (const { id, fieldName, buttonValue } of (await page.getAnnotations()) as Annotation[]) {
      const answer = answers[fieldName ?? '']
      if (answer === undefined) continue
      if (buttonValue === undefined) document.annotationStorage.setValue(id, { value: answer })
      else document.annotationStorage.setValue(id, { value: buttonValue === answer })
    }
  }
  const saved = await document.saveDocument()
  await task.destroy()
  return saved
}

/** Small viewers on phones and Linux. */
export const muPdf: Viewer = async (pdf, answers) => {
  const document = mupdf.Document.openDocument(new Uint8Array(pdf), 'application/pdf') as mupdf.PDFDocument
  for (let number = 0; number < document.countPages(); number += 1) {
    const page = document.loadPage(number)
    for (const widget of page.getWidgets()) {
      const answer = answers[widget.getName()]
      if (answer === undefined) continue
      const option = optionOf(widget)
      if (widget.isText()) widget.setTextValue(String(answer))
      else if (answer === true || option === answer) widget.toggle()
      widget.update()
    }
    page.update()
  }
  return document.saveToBuffer('').asUint8Array().slice()
}

function optionOf(widget: mupdf.PDFWidget): string | undefined {
  const states: string[] = []
  widget.getObject().get('AP', 'N').forEach((_value, key) => void states.push(String(key)))
  return states.find((state) => state !== 'Off')
}

/** PDFium's own interface, as Chrome uses it: a click into each field, then a key for each character. */
interface Pdfium {
  readonly HEAPU8: Uint8Array
  readonly HEAP32: Int32Array
  readonly HEAPF32: Float32Array
  readonly wasmExports: { readonly __indirect_function_table: WebAssembly.Table }
  _malloc(size: number): number
  _FPDF_GetPageCount(document: number): number
  _FPDF_LoadPage(document: number, index: number): number
  _FPDF_ClosePage(page: number): void
  _FPDF_GetPageHeight(page: number): number
  _FORM_OnAfterLoadPage(page: number, form: number): void
  _FORM_OnBeforeClosePage(page: number, form: number): void
  _FORM_OnMouseMove(form: number, page: number, modifier: number, x: number, y: number): void
  _FORM_OnLButtonDown(form: number, page: number, modifier: number, x: number, y: number): void
  _FORM_OnLButtonUp(form: number, page: number, modifier: number, x: number, y: number): void
  _FORM_OnChar(form: number, page: number, character: number, modifier: number): void
  _FORM_ForceToKillFocus(form: number): void
  _FPDF_SaveAsCopy(document: number, writer: number, flags: number): number
}

/** Chrome and Edge. */
export const pdfium: Viewer = async (pdf, answers) => {
  const library = await PDFiumLibrary.init()
  const module = (library as unknown as { module: Pdfium }).module
  const document = await library.loadDocument(new Uint8Array(pdf))
  const form = document.initializeFormFields()
  const { documentIdx } = document as unknown as { documentIdx: number }
  for (const [page, places] of await placesByPage(pdf, answers)) {
    const loaded = module._FPDF_LoadPage(documentIdx, page)
    module._FORM_OnAfterLoadPage(loaded, form)
    for (const { x, y, text } of places) {
      module._FORM_OnMouseMove(form, loaded, 0, x, y)
      module._FORM_OnLButtonDown(form, loaded, 0, x, y)
      module._FORM_OnLButtonUp(form, loaded, 0, x, y)
      for (const character of text) module._FORM_OnChar(form, loaded, character === '\n' ? 13 : (character.codePointAt(0) ?? 0), 0)
      module._FORM_ForceToKillFocus(form)
    }
    module._FORM_OnBeforeClosePage(loaded, form)
    module._FPDF_ClosePage(loaded)
  }
  return save(module, documentIdx)
}

/** Where to click for each answer, in points from the bottom left; what to type there. */
export async function placesByPage(pdf: Uint8Array, answers: Answers): Promise<Map<number, { x: number; y: number; text: string }[]>> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, isEvalSupported: false })
  const document = await task.promise
  const places = new Map<number, { x: number; y: number; text: string }[]>()
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    for (const one of (await page.getAnnotations()) as (Annotation & { rect: [number, number, number, number] })[]) {
      const answer = answers[one.fieldName ?? '']
      if (answer === undefined || (one.buttonValue !== undefined && one.buttonValue !== answer)) continue
      const [left, bottom, right, top] = one.rect
      const text = one.buttonValue !== undefined || answer === true ? '' : answer
      places.set(number - 1, [...(places.get(number - 1) ?? []), { x: (left + right) / 2, y: (bottom + top) / 2, text }])
    }
  }
  await task.destroy()
  return places
}

/** A WebAssembly module that makes a function of JavaScript callable by a pointer: (i32, i32, i32) → i32. */
const trampoline = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 8, 1, 96, 3, 127, 127, 127, 1, 127, 2, 7, 1, 1, 101, 1, 102, 0, 0, 7, 5, 1, 1, 102, 0, 0,
])

function save(module: Pdfium, document: number): Uint8Array {
  const chunks: Uint8Array[] = []
  const write = (_self: number, start: number, length: number): number => {
    chunks.push(module.HEAPU8.slice(start, start + length))
    return 1
  }
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(trampoline), { e: { f: write } })
  const table = module.wasmExports.__indirect_function_table
  const index = table.length - 1
  table.set(index, exports['f'])
  const writer = module._malloc(8)
  module.HEAP32[writer >> 2] = 1
  module.HEAP32[(writer >> 2) + 1] = index
  if (!module._FPDF_SaveAsCopy(document, writer, 0)) throw new Error('PDFium could not save')
  return Buffer.concat(chunks)
}

export const viewers: Readonly<Record<string, Viewer>> = { 'pdf.js': pdfJs, PDFium: pdfium, MuPDF: muPdf }
