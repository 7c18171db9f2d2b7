import { PDFArray, PDFBool, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFString, decodePDFRawStream, type PDFDocument, type PDFObject } from 'pdf-lib'
import { decodeTextString } from './text-string.ts'

/** A form field as it came back. */
export interface ReadField {
  /** Parts with dots between them. */
  readonly name: string
  /** The question in words; the name where there is none. */
  readonly label: string
  readonly type: 'text' | 'check' | 'radio'
  /** What was written; of a radio group the option; of a check box `x`; else empty. */
  readonly value: string
  /** Of a radio group: its options in order, with what they mean. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

/** Bits of Ff (ISO 32000-1, tables 226 and 229). */
const radioBit = 1 << 15
const pushButtonBit = 1 << 16

/** No form of ours is nested deeper. */
const deepest = 12

/** All fields of a document in the order of its form; values may stand on parents (12.7.3.1). */
export function readFields(document: PDFDocument): ReadField[] {
  const found = new Map<string, ReadField>()
  const form = document.catalog.lookup(PDFName.of('AcroForm'))
  const roots = form instanceof PDFDict ? dictionariesIn(form.lookup(PDFName.of('Fields'))) : []
  // Some programs leave fields on the pages and forget them in the form.
  const onPages = document.getPages().flatMap(({ node }) => dictionariesIn(node.lookup(PDFName.of('Annots'))).filter(isWidget).map(topOf))
  const seen = new Set<PDFDict>()
  for (const root of [...roots, ...onPages]) visit(root, '', [], seen, found)
  return [...found.values()]
}

const get = (dict: PDFDict, key: string): PDFObject | undefined => {
  try {
    return dict.lookup(PDFName.of(key))
  } catch {
    return undefined
  }
}

const dictionariesIn = (array: PDFObject | undefined): PDFDict[] =>
  array instanceof PDFArray ? Array.from({ length: array.size() }, (_, index) => array.lookup(index)).filter((one): one is PDFDict => one instanceof PDFDict) : []

const isWidget = (dict: PDFDict): boolean => get(dict, 'Subtype') === PDFName.of('Widget')

function topOf(widget: PDFDict): PDFDict {
  let top = widget
  for (let depth = 0; depth < deepest; depth += 1) {
    const parent = get(top, 'Parent')
    if (!(parent instanceof PDFDict)) break
    top = parent
  }
  return top
}

/** `above` are the fields it is part of, the nearest first. */
function visit(dict: PDFDict, parentName: string, above: readonly PDFDict[], seen: Set<PDFDict>, found: Map<string, ReadField>): void {
  if (seen.has(dict) || above.length > deepest) return
  seen.add(dict)
  const own = textOf(get(dict, 'T'))
  const name = own === undefined ? parentName : parentName === '' ? own : `${parentName}.${own}`
  const kids = dictionariesIn(get(dict, 'Kids'))
  const fields = kids.filter((kid) => get(kid, 'T') !== undefined)
  if (fields.length > 0) for (const kid of fields) visit(kid, name, [dict, ...above], seen, found)
  const widgets = kids.filter((kid) => get(kid, 'T') === undefined)
  for (const widget of widgets) seen.add(widget)
  if (fields.length === 0 && name !== '' && !found.has(name)) {
    const field = toField(name, [dict, ...above], widgets.length > 0 ? widgets : [dict])
    if (field) found.set(name, field)
  }
}

function toField(name: string, chain: readonly PDFDict[], widgets: readonly PDFDict[]): ReadField | undefined {
  const inherited = (key: string): PDFObject | undefined => chain.map((dict) => get(dict, key)).find((value) => value !== undefined)
  const [field] = chain as [PDFDict]
  const label = textOf(get(field, 'TU'))?.trim() || (widgets.length === 1 ? textOf(get(widgets[0] as PDFDict, 'TU'))?.trim() : undefined) || name
  const type = inherited('FT')
  if (type === PDFName.of('Tx') || type === PDFName.of('Ch')) return { name, label, type: 'text', value: tidy(textOf(inherited('V')) ?? '') }
  if (type !== PDFName.of('Btn')) return undefined
  const flags = inherited('Ff')
  const bits = flags instanceof PDFNumber ? flags.asNumber() : 0
  if (bits & pushButtonBit) return undefined
  const state = chosen(inherited('V'), widgets)
  if (!(bits & radioBit) && widgets.length === 1) return { name, label, type: 'check', value: state === undefined ? '' : 'x' }
  const options = widgets.flatMap((widget) => optionOf(widget, label))
  return { name, label, type: 'radio', value: state ?? '', options }
}

/** The state that is on: what the field says, else what its widgets show. */
function chosen(value: PDFObject | undefined, widgets: readonly PDFDict[]): string | undefined {
  const stated = value instanceof PDFName ? value.decodeText() : textOf(value)
  if (stated !== undefined && stated !== '') return stated === 'Off' ? undefined : stated
  const shown = widgets.map((widget) => get(widget, 'AS')).find((state) => state instanceof PDFName && state !== PDFName.of('Off'))
  return shown instanceof PDFName ? shown.decodeText() : undefined
}

/** A button's value, and its meaning: its own tooltip is the question, a colon and the option. */
function optionOf(widget: PDFDict, question: string): { value: string; label: string }[] {
  const appearances = get(widget, 'AP')
  const normal = appearances instanceof PDFDict ? get(appearances, 'N') : undefined
  const state = normal instanceof PDFDict ? normal.keys().find((key) => key !== PDFName.of('Off')) : undefined
  if (!state) return []
  const value = state.decodeText()
  const words = textOf(get(widget, 'TU')) ?? ''
  return [{ value, label: words.startsWith(`${question}: `) ? words.slice(question.length + 2) : words || value }]
}

/** The text of a string, or of a stream that stands for a long one (12.7.4.3). */
function textOf(value: PDFObject | undefined): string | undefined {
  if (value instanceof PDFString || value instanceof PDFHexString) return decodeTextString(value.asBytes())
  if (value instanceof PDFRawStream) return decodeTextString(decodePDFRawStream(value).decode())
  if (value instanceof PDFNumber || value instanceof PDFBool) return value.toString()
  return undefined
}

const tidy = (text: string): string => text.replace(/[^\S\n]+$/gm, '').replace(/^\n+|\n+$/g, '').trim()

