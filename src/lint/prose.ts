import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { isScalar, parseDocument, visit, type Scalar } from 'yaml'
import { splitFrontMatter } from '../parse/front-matter.ts'
import type { LinkUse, PictureUse, Run } from './file.ts'

/** Keys whose values are names, addresses or figures, and no prose. */
const technical = new Set(
  'id kind type mode per key style use date url guid lang illustration post at after on logo zone locked layout start end letter variant file poles-key'.split(
    ' ',
  ),
)

/** The prose of a YAML text that begins at an offset of its file. */
export function yamlRuns(text: string, offset: number): Run[] {
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false })
  if (document.errors.length > 0) return []
  const runs: Run[] = []
  visit(document, {
    Scalar: (key, node, ancestors) => {
      if (key === 'key' || typeof node.value !== 'string' || !node.range) return
      const path = pathTo(ancestors, node)
      if (path.some((part) => technical.has(part)) || !/\p{L}/u.test(node.value)) return
      const [from, to] = node.range
      const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
      const block = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL'
      // A block's own marks (`>-`) end with its first line.
      const begin = block ? text.indexOf('\n', from) + 1 : quoted ? from + 1 : from
      runs.push({
        from: offset + begin,
        raw: text.slice(begin, quoted ? to - 1 : to),
        path: path.join('.'),
        style: node.type === 'QUOTE_DOUBLE' ? 'double' : quoted ? 'single' : block ? 'block' : 'plain',
      })
    },
  })
  return runs
}

function pathTo(ancestors: readonly unknown[], node: Scalar): string[] {
  const chain = [...ancestors, node]
  return chain.flatMap((one, index) => {
    const parent = chain[index - 1]
    if (isPairLike(one)) return isScalar(one.key) ? [String(one.key.value)] : []
    if (isSeqLike(parent)) return [String(parent.items.indexOf(one))]
    return []
  })
}

const isPairLike = (one: unknown): one is { key: unknown; value: unknown } =>
  typeof one === 'object' && one !== null && 'key' in one && 'value' in one && !('items' in one)

const isSeqLike = (one: unknown): one is { items: unknown[] } =>
  typeof one === 'object' && one !== null && 'items' in one && Array.isArray(one.items) && !one.items.some((item) => isPairLike(item))

export interface MarkdownProse {
  readonly runs: readonly Run[]
  readonly links: readonly LinkUse[]
  readonly pictures: readonly PictureUse[]
}

/** The prose of a Markdown text that begins at an offset of its file; code and addresses are none. */
export function markdownProse(text: string, offset: number): MarkdownProse {
  // The same dialect as `parse/markdown.ts`: HTML is text.
  const root = fromMarkdown(text, { extensions: [gfm(), { disable: { null: ['htmlFlow', 'htmlText'] } }], mdastExtensions: [gfmFromMarkdown()] })
  const runs: Run[] = []
  const links: LinkUse[] = []
  const pictures: PictureUse[] = []
  const walk = (node: Nodes, inAddress: boolean): void => {
    const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
    if (node.type === 'text' && !inAddress && to > from) runs.push({ from: offset + from, raw: text.slice(from, to), path: 'body', style: 'markdown' })
    if (node.type === 'link') links.push({ from: offset + from, href: node.url })
    if (node.type === 'image') pictures.push({ from: offset + from, src: node.url, alt: node.alt ?? '' })
    // A link whose words are its address is an address.
    const [only] = 'children' in node ? node.children : []
    const address = inAddress || (node.type === 'link' && only?.type === 'text' && node.url.endsWith(only.value))
    if ('children' in node) node.children.forEach((child) => walk(child, address))
  }
  walk(root, false)
  return { runs, links, pictures }
}

/** The prose of a post: its front matter's values, and its text. */
export function postProse(text: string): MarkdownProse {
  const { matter, body } = splitFrontMatter(text)
  const begin = offsetOfLine(text, body.line)
  const markdown = markdownProse(body.text, begin)
  return { ...markdown, runs: [...(matter ? yamlRuns(matter.text, offsetOfLine(text, matter.line)) : []), ...markdown.runs] }
}

function offsetOfLine(text: string, line: number): number {
  let at = 0
  for (let number = 1; number < line; number += 1) {
    const end = text.indexOf('\n', at)
    if (end < 0) return text.length
    at = end + 1
  }
  return at
}
