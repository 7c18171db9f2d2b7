import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { defaultTreeAdapter, parse, parseFragment, type DefaultTreeAdapterMap, type ParserOptions, type TreeAdapter } from 'parse5'

/** What a page may be made of; more than this is read as plain text. */
const most = { depth: 300, nodes: 100_000, attributes: 1000, characters: 16 * 2 ** 20 } as const

/** The page is built so that taking it apart would cost more than it is worth. */
export class TooIntricate extends Error {}

/**
 * Parses HTML as browsers do (parse5). Elements carry the line they begin on, from 1, as `dataLine`.
 * @throws {TooIntricate} for what is nested or repeated beyond any honest page
 */
export function parseHtml(html: string, kind: 'fragment' | 'document'): Root {
  if (html.length > most.characters) throw new TooIntricate(`it has more than ${most.characters / 2 ** 20} million characters`)
  checkTags(html)
  const options: ParserOptions<DefaultTreeAdapterMap> = { treeAdapter: boundedAdapter(), sourceCodeLocationInfo: true, scriptingEnabled: false }
  const tree = kind === 'document' ? parse(html, options) : parseFragment(html, options)
  return fromParse5(tree) as Root
}

type Adapter = TreeAdapter<DefaultTreeAdapterMap>
type ParentNode = DefaultTreeAdapterMap['parentNode']

/** parse5's own tree, which stops growing before it becomes a burden. */
function boundedAdapter(): Adapter {
  const depths = new WeakMap<object, number>()
  let nodes = 0
  const grow = (parent: ParentNode, node: object): void => {
    const depth = (depths.get(parent) ?? 0) + 1
    depths.set(node, depth)
    if (depth > most.depth) throw new TooIntricate(`its elements are nested more than ${most.depth} deep`)
  }
  const created = <T>(node: T): T => {
    nodes += 1
    if (nodes > most.nodes) throw new TooIntricate(`it has more than ${most.nodes} elements`)
    return node
  }
  return {
    ...defaultTreeAdapter,
    createElement: (...args) => created(defaultTreeAdapter.createElement(...args)),
    createCommentNode: (data) => created(defaultTreeAdapter.createCommentNode(data)),
    appendChild: (parent, node) => {
      grow(parent, node)
      defaultTreeAdapter.appendChild(parent, node)
    },
    insertBefore: (parent, node, next) => {
      grow(parent, node)
      defaultTreeAdapter.insertBefore(parent, node, next)
    },
    setNodeSourceCodeLocation: (node, location) => {
      if (location && 'attrs' in node) node.attrs.push({ name: 'data-line', value: String(location.startLine) })
    },
  }
}

/** A tag with thousands of attributes takes any parser minutes, because each is compared with all others. */
function checkTags(html: string): void {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (!/[a-z]/i.test(html.charAt(at + 1))) continue
    at = endOfTag(html, at)
  }
}

function endOfTag(html: string, from: number): number {
  let attributes = 0
  for (let at = from + 1; at < html.length; at += 1) {
    const character = html.charCodeAt(at)
    if (character === 0x3e) return at
    // An equals sign, then perhaps white space, then a quotation mark: up to its pair everything is the value.
    if (character === 0x3d) {
      let quote = at + 1
      while (isSpace(html.charCodeAt(quote))) quote += 1
      const mark = html.charAt(quote)
      if (mark !== '"' && mark !== "'") continue
      const end = html.indexOf(mark, quote + 1)
      if (end < 0) return html.length
      at = end
      attributes += 1
    } else if ((isSpace(character) || character === 0x2f) && !isSpace(html.charCodeAt(at + 1))) attributes += 1
    if (attributes > most.attributes) throw new TooIntricate(`a tag in it has more than ${most.attributes} attributes`)
  }
  return html.length
}

const isSpace = (character: number): boolean => character === 0x20 || (character >= 0x09 && character <= 0x0d)

/** The words of HTML that is too intricate to parse, a line for each block; tags are left out, entities are read. */
export function wordsOf(html: string): string {
  const text = without(without(without(html, '<!--', '-->'), '<script', '</script'), '<style', '</style')
    .replace(/<\/?(?:p|div|h[1-6]|ul|ol|li|table|tr|blockquote|section|article|hr|pre|dl|dt|dd)(?![\w-])[^<>]*>/gi, '\n\n')
    .replace(/<br[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
  return decodeEntities(text)
    .replace(/[ \t]*\n\s*\n\s*/g, '\n\n')
    .trim()
}

/** A text without what stands between two marks; where the second is missing, up to its end. */
function without(html: string, open: string, close: string): string {
  const lower = html.toLowerCase()
  const kept: string[] = []
  let from = 0
  for (let at = lower.indexOf(open); at >= 0; at = lower.indexOf(open, from)) {
    kept.push(html.slice(from, at))
    const end = lower.indexOf(close, at + open.length)
    from = end < 0 ? html.length : end + close.length
  }
  return kept.join('') + html.slice(from).replace(/^>/, '')
}

/** `&aring;` and `&#229;` as the letter they stand for, by the rules of HTML; tags are left as they stand. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});?/gi, (entity) => {
    if (!entity.endsWith(';') && !/^&(?:[aA]ring|[aAoO]uml|eacute|nbsp|amp|lt|gt|quot)$/.test(entity)) return entity
    const [node] = parseFragment(entity).childNodes
    return node && 'value' in node ? node.value : entity
  })
}

/** Plain text of a piece of HTML such as a title: without tags, entities read, white space as single spaces. */
export function plainHtml(html: string): string {
  const withoutTags = html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<br[^<>]*>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
  return decodeEntities(withoutTags).replace(/\s+/g, ' ').trim()
}
