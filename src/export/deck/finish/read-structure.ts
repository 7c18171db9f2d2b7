import { PDFArray, type PDFContext, PDFDict, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRef, PDFString } from 'pdf-lib'

/** A structure element as Chromium wrote it, with the attributes that matter. */
export interface Node {
  readonly type: 'node'
  /** Its structure type, such as `P` or `NonStruct`. */
  readonly tag: string
  readonly alt?: string
  readonly lang?: string
  readonly scope?: 'Column' | 'Row'
  readonly columns?: number
  readonly rows?: number
  readonly kids: readonly Kid[]
}

/** Marked content of a page, by Chromium's number. */
export interface Content {
  readonly type: 'content'
  readonly page: number
  readonly mcid: number
}

export interface Annotation {
  readonly type: 'annotation'
  readonly page: number
  readonly ref: PDFRef
}

export type Kid = Node | Content | Annotation

/** Reads the structure tree (ISO 32000-1, 14.7.2) of a document whose pages are given in order. */
export function readStructure(context: PDFContext, root: PDFDict, pages: readonly PDFRef[]): readonly Kid[] {
  const numbers = new Map(pages.map((page, index) => [page, index]))
  const readKids = (value: PDFObject | undefined, page?: PDFRef): readonly Kid[] => {
    const found = context.lookup(value)
    if (found instanceof PDFArray) return found.asArray().flatMap((kid) => readKids(kid, page))
    if (found instanceof PDFNumber) return content(found.asNumber(), page)
    if (!(found instanceof PDFDict)) return []
    const own = refOf(found, 'Pg') ?? page
    switch (nameOf(found, 'Type')) {
      case 'MCR':
        return content(numberOf(found, 'MCID'), own)
      case 'OBJR':
        return annotation(refOf(found, 'Obj'), own)
      default:
        return [readNode(found, own)]
    }
  }
  const content = (mcid: number | undefined, page?: PDFRef): readonly Content[] => {
    const number = page && numbers.get(page)
    return mcid === undefined || number === undefined ? [] : [{ type: 'content', page: number, mcid }]
  }
  const annotation = (ref?: PDFRef, page?: PDFRef): readonly Annotation[] => {
    const number = page && numbers.get(page)
    return ref === undefined || number === undefined ? [] : [{ type: 'annotation', page: number, ref }]
  }
  const readNode = (element: PDFDict, page?: PDFRef): Node => {
    const attributes = attributesOf(element)
    const scope = attributes.map((each) => nameOf(each, 'Scope')).find(isScope)
    return {
      type: 'node',
      tag: nameOf(element, 'S') ?? 'NonStruct',
      ...optional('alt', textOf(element, 'Alt')),
      ...optional('lang', textOf(element, 'Lang')),
      ...optional('scope', scope),
      ...optional('columns', spanOf(attributes, 'ColSpan')),
      ...optional('rows', spanOf(attributes, 'RowSpan')),
      kids: readKids(element.get(PDFName.of('K')), page),
    }
  }
  return readKids(root.get(PDFName.of('K')))
}

function attributesOf(element: PDFDict): readonly PDFDict[] {
  const value = element.lookup(PDFName.of('A'))
  const all = value instanceof PDFArray ? value.asArray().map((each) => element.context.lookup(each)) : [value]
  return all.filter((each) => each instanceof PDFDict)
}

/** How many columns or rows a cell takes, where it is more than one. */
function spanOf(attributes: readonly PDFDict[], key: string): number | undefined {
  return attributes.map((each) => numberOf(each, key)).find((span) => span !== undefined && span > 1)
}

const isScope = (name: string | undefined): name is 'Column' | 'Row' => name === 'Column' || name === 'Row'

const optional = <K extends string, V>(key: K, value: V | undefined): { [k in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [k in K]?: V }

function refOf(dict: PDFDict, key: string): PDFRef | undefined {
  const value = dict.get(PDFName.of(key))
  return value instanceof PDFRef ? value : undefined
}

export function nameOf(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : undefined
}

function numberOf(dict: PDFDict, key: string): number | undefined {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

export function textOf(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}
