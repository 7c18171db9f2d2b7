import { DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom'

export type { Document, Element }

export const parseXml = (source: string): Document => new DOMParser().parseFromString(source, 'text/xml')

export const serializeXml = (document: Document): string => new XMLSerializer().serializeToString(document)

/** The elements of a name within another, in document order. */
export const all = (within: Document | Element, name: string): Element[] => Array.from(within.getElementsByTagName(name))

/** Puts a piece of XML, whose prefixes the document declares, at the end of an element. */
export function append(parent: Element, xml: string): void {
  const document = parent.ownerDocument
  const piece = document && parseXml(`<piece ${namespaces}>${xml}</piece>`).documentElement
  for (const child of Array.from(piece?.childNodes ?? [])) parent.appendChild(document?.importNode(child, true) ?? child)
}

const namespaces = [
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"',
].join(' ')
