import { SaxesParser } from 'saxes'

/** An element as it was written; namespaces are known by their usual prefixes. */
export interface XmlElement {
  /** With its prefix, as `wp:post_date`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  /** Text directly inside it. */
  text: string
  /** All that stands between its tags, as written. */
  inner: string
  /** Where its content begins, from 1. */
  readonly line: number
}

export interface XmlRecord {
  readonly element: XmlElement
  readonly line: number
  /** What was not well-formed, and could be read nevertheless. */
  readonly faults: readonly string[]
}

/** A record that could not be read: its tags do not match, or the file ends inside it. */
export interface BrokenRecord {
  readonly broken: string
  readonly line: number
}

/** Entities that feeds use without declaring them. No others exist here: a document type's own are never expanded. */
const entities: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  Aring: 'Å',
  Auml: 'Ä',
  Ouml: 'Ö',
  eacute: 'é',
  Eacute: 'É',
  uuml: 'ü',
  aelig: 'æ',
  oslash: 'ø',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  euro: '€',
  copy: '©',
}

const deepest = 100

/**
 * Reads the records of a feed one by one, and first what stands around them. A record is parsed by itself, so that one
 * that is not well-formed costs no other: RSS and WordPress call it `item`, Atom `entry`.
 */
export function* readRecords(text: string): Generator<{ head: XmlElement } | XmlRecord | BrokenRecord> {
  const head = cut(text, 0)
  const first = head ? head.from : text.length
  yield { head: parse(text.slice(0, first), 1).root }
  let [line, counted] = [1, 0]
  for (let chunk = head; chunk;) {
    line += newlines(text, counted, chunk.from)
    counted = chunk.from
    const source = text.slice(chunk.from, chunk.to)
    const swallowed = chunk.open ? -1 : source.search(boundary)
    if (swallowed > 0) {
      // A section that was never closed ran on into the next record: give up this one, and go on from there.
      yield { broken: 'a CDATA section in it is not closed', line }
      chunk = cut(text, chunk.from + swallowed + 1)
      continue
    }
    const record = parse(source, line)
    if (record.nested && record.faults.length > 0) {
      yield { broken: 'a CDATA section in it is not closed', line }
      chunk = cut(text, chunk.to)
      continue
    }
    const element = record.root.children[0]
    if (chunk.open || record.fatal || !element)
      yield { broken: chunk.open ? 'the file ends in the middle of it' : (record.faults[0] ?? 'it is not well-formed'), line }
    else yield { element, line, faults: record.faults }
    chunk = cut(text, chunk.to)
  }
}

/** The end of a record and the beginning of the next, which have no business inside one. */
const boundary = /<\/(?:\w+:)?(item|entry)>\s*<(?:\w+:)?\1[\s>]/

interface Chunk {
  readonly from: number
  readonly to: number
  /** It does not end before the file does. */
  readonly open: boolean
}

/** The next record from a position on; what stands in comments and CDATA sections does not count. */
function cut(text: string, position: number): Chunk | undefined {
  const mark = /<!\[CDATA\[|<!--|<(\/?)(?:\w+:)?(?:item|entry)(?=[\s/>])/g
  mark.lastIndex = position
  let from = -1
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    if (match[0] === '<![CDATA[' || match[0] === '<!--') {
      const close = match[0] === '<!--' ? '-->' : ']]>'
      const end = text.indexOf(close, mark.lastIndex)
      if (end < 0) return from < 0 ? undefined : resumed(text, from)
      mark.lastIndex = end + close.length
    } else if (match[1] === '') {
      if (from >= 0) return { from, to: match.index, open: false }
      from = match.index
    } else if (from >= 0) {
      const end = text.indexOf('>', mark.lastIndex)
      return { from, to: end < 0 ? text.length : end + 1, open: end < 0 }
    }
  }
  return from < 0 ? undefined : { from, to: text.length, open: true }
}

/** A record with a section that never ends: it is given up where the next one begins. */
function resumed(text: string, from: number): Chunk {
  const next = text.slice(from).search(boundary)
  return next < 0 ? { from, to: text.length, open: true } : { from, to: text.indexOf('>', from + next) + 1, open: false }
}

interface Parsed {
  readonly root: XmlElement
  readonly faults: readonly string[]
  readonly fatal: boolean
  /** A CDATA section holds the beginning of another. */
  readonly nested: boolean
}

/** A text in pieces: every other one is a CDATA section or a comment. */
function divided(source: string): string[] {
  const pieces: string[] = []
  const begin = /<!\[CDATA\[|<!--/g
  let from = 0
  for (let match = begin.exec(source); match; match = begin.exec(source)) {
    const close = match[0] === '<!--' ? '-->' : ']]>'
    const end = source.indexOf(close, begin.lastIndex)
    if (end < 0) break
    pieces.push(source.slice(from, match.index), source.slice(match.index, end + close.length))
    from = begin.lastIndex = end + close.length
  }
  return [...pieces, source.slice(from)]
}

/** Signs that feeds forget to escape, escaped: else a parser would look for the end of an entity or tag far behind them. */
function escaped(source: string, faults: string[]): string {
  const parts = divided(source).map((part, index) =>
    index % 2 === 1 ? part : part.replace(/&(?!(?:#\d+|#x[\da-f]+|[a-z][\w.-]*);)/gi, '&amp;').replace(/<(?![a-z/!?_])/gi, '&lt;'),
  )
  const mended = parts.join('')
  if (mended.length !== source.length) faults.push('a sign that has a meaning in XML is not escaped')
  return mended
}

function parse(written: string, firstLine: number): Parsed {
  const faults: string[] = []
  const source = escaped(written, faults)
  const parser = new SaxesParser({ fragment: true, position: true })
  Object.assign(parser.ENTITIES, entities)
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '', inner: '', line: firstLine }
  const open: { element: XmlElement; from: number }[] = [{ element: root, from: 0 }]
  let fatal = false
  const top = (): XmlElement => open.at(-1)?.element ?? root
  parser.on('error', (error) => {
    if (faults.length < 20) faults.push(error.message.replace(/^(?:[^:]*:)?\d+:\d+: /, '').replace(/\.$/, ''))
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: attributes as Record<string, string>, children: [], text: '', inner: '', line: firstLine + parser.line - 1 }
    if (open.length < deepest) top().children.push(element)
    open.push({ element, from: parser.position })
  })
  const add = (text: string): void => void (top().text += text)
  parser.on('text', add)
  let nested = false
  parser.on('cdata', (text) => {
    nested ||= text.includes('<![CDATA[')
    add(text)
  })
  parser.on('closetag', () => {
    const closed = open.length > 1 ? open.pop() : undefined
    if (!closed) return
    const end = source.lastIndexOf('<', parser.position - 1)
    closed.element.inner = source.slice(closed.from, Math.max(closed.from, end))
  })
  try {
    parser.write(source).close()
  } catch (error) {
    faults.push((error as Error).message)
    fatal = true
  }
  return { root, faults, fatal: fatal || open.length > 1, nested }
}

function newlines(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** The first child of a name, without looking deeper. */
export const child = (element: XmlElement, name: string): XmlElement | undefined => element.children.find((one) => one.name === name)

/** All children of a name. */
export const childrenNamed = (element: XmlElement, name: string): XmlElement[] => element.children.filter((one) => one.name === name)

/** Text of a child, trimmed; undefined when there is none or it is empty. */
export function textOf(element: XmlElement, name: string): string | undefined {
  const text = child(element, name)?.text.trim()
  return text === '' ? undefined : text
}
