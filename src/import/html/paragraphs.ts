import type { Element, ElementContent, Root } from 'hast'
import { element, holdsBlocks, isBlock, isElement, text, withChildren } from './tree.ts'

/** Blocks that hold paragraphs, and not lines of text alone. */
const containers = new Set([
  'div',
  'section',
  'article',
  'main',
  'blockquote',
  'li',
  'dd',
  'center',
  'aside',
  'header',
  'footer',
  'address',
  'details',
  'fieldset',
  'body',
  'html',
  'nav',
])

/** Where line ends mean something, as in WordPress's classic editor: everywhere, outside of all elements, or nowhere. */
export type LineEnds = 'count' | 'count-outside' | 'space'

/**
 * Finds the paragraphs of a text: two line breaks in a row part them, and where line ends count a blank line does
 * (WordPress's `wpautop`), and a single line end is a line break.
 */
export function paragraphs(root: Root, lineEnds: LineEnds): Root {
  return { type: 'root', children: flow(unmixed(root.children as ElementContent[]), lineEnds !== 'space', lineEnds === 'count') }
}

/** Marks around whole blocks beyond this many are an editor's mess, and left out. */
const mostMarks = 6

/** Emphasis or a link around whole blocks is moved into them. */
function unmixed(nodes: readonly ElementContent[], marks = 0): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    if (isBlock(node) || !holdsBlocks(node)) return [withChildren(node, unmixed(node.children, marks))]
    if (marks === mostMarks) return unmixed(node.children, marks)
    return runs(unmixed(node.children, marks + 1)).flatMap(({ inline, nodes: run }) =>
      inline ? [withChildren(node, run)] : run.flatMap((block) => (isElement(block) ? [pushedInto(node, block)] : [])),
    )
  })
}

function pushedInto(mark: Element, block: Element): Element {
  if (['table', 'ul', 'ol', 'dl', 'pre', 'hr', 'tr', 'tbody', 'thead', 'tfoot'].includes(block.tagName) && mark.tagName !== 'a') {
    if (block.tagName === 'pre' || block.tagName === 'hr') return block
    return withChildren(
      block,
      block.children.map((one) => (isElement(one) ? pushedInto(mark, one) : one)),
    )
  }
  if (block.tagName === 'pre' || block.tagName === 'hr') return block
  const parts = runs(block.children).flatMap(({ inline, nodes }) =>
    inline ? (isBlank(nodes) ? nodes : [withChildren(mark, nodes)]) : nodes.flatMap((one) => (isElement(one) ? [pushedInto(mark, one)] : [])),
  )
  return withChildren(block, parts)
}

interface Run {
  readonly inline: boolean
  readonly nodes: ElementContent[]
}

/** Nodes in groups: what runs on in a line, and blocks. */
function runs(nodes: readonly ElementContent[]): Run[] {
  const found: Run[] = []
  for (const node of nodes) {
    const inline = !isBlock(node)
    const last = found.at(-1)
    if (last?.inline === inline) last.nodes.push(node)
    else found.push({ inline, nodes: [node] })
  }
  return found
}

function flow(nodes: readonly ElementContent[], classic: boolean, inside = classic): ElementContent[] {
  return runs(nodes).flatMap((run): ElementContent[] => {
    if (run.inline) return parts(classic ? lined(run.nodes) : run.nodes).map((part) => element('p', part))
    return run.nodes.flatMap((node) => (isElement(node) ? block(node, inside) : [node]))
  })
}

function block(node: Element, classic: boolean): ElementContent[] {
  if (node.tagName === 'p') {
    const split = parts(classic ? lined(node.children) : node.children)
    return split.map((part) => withChildren(node, part))
  }
  if (containers.has(node.tagName)) {
    // A list item of a single line stays one.
    const inner = flow(node.children, classic)
    const [only] = inner
    if (
      (node.tagName === 'li' || node.tagName === 'dd') &&
      isElement(only, 'p') &&
      inner.slice(1).every((one) => isElement(one, 'ul') || isElement(one, 'ol'))
    ) {
      return [withChildren(node, [...only.children, ...inner.slice(1)])]
    }
    return [withChildren(node, inner)]
  }
  if (/^h[1-6]$/.test(node.tagName) && isBlank(node.children)) return []
  if (/^(h[1-6]|td|th|dt|summary|caption|legend|figcaption)$/.test(node.tagName)) return [withChildren(node, withoutBreaks(node.children))]
  if (node.tagName === 'pre') return [node]
  return [
    withChildren(
      node,
      node.children.flatMap((one) => (isElement(one) ? block(one, classic) : [one])),
    ),
  ]
}

/** In headings and cells a line break is a space. */
function withoutBreaks(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => (isElement(node, 'br') ? text(' ') : isElement(node) ? withChildren(node, withoutBreaks(node.children)) : node))
}

/** Line ends become line breaks, as WordPress shows them; a break that is there already is not doubled. */
function lined(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node, index): ElementContent[] => {
    if (node.type === 'text') {
      let value = node.value.replace(/[ \t]*\n[ \t]*/g, '\n')
      if (isElement(nodes[index - 1], 'br')) value = value.replace(/^\n/, '')
      if (isElement(nodes[index + 1], 'br')) value = value.replace(/\n$/, '')
      return value.split('\n').flatMap((line, at) => (at === 0 ? [text(line)] : [element('br', []), text(line)]))
    }
    return isElement(node) && node.tagName !== 'pre' && node.tagName !== 'code' ? [withChildren(node, lined(node.children))] : [node]
  })
}

/** A line of text cut where two breaks or more stand together; emphasis that goes on over a cut is taken up again. */
function parts(nodes: readonly ElementContent[]): ElementContent[][] {
  const pieces: ElementContent[][] = [[]]
  let breaks: ElementContent[] = []
  const piece = (): ElementContent[] => pieces.at(-1) ?? []
  const settle = (): void => {
    if (breaks.filter((one) => isElement(one, 'br')).length > 1) pieces.push([])
    else piece().push(...breaks)
    breaks = []
  }
  for (const node of nodes) {
    if (isElement(node, 'br') || (breaks.length > 0 && isBlank([node]))) {
      breaks.push(node)
      continue
    }
    settle()
    const inner = isElement(node) && node.tagName !== 'img' && node.children.length > 0 ? parts(node.children) : []
    if (inner.length > 1 && isElement(node))
      inner.forEach((part, index) => (index === 0 ? piece().push(withChildren(node, part)) : pieces.push([withChildren(node, part)])))
    else piece().push(node)
  }
  return pieces.map(withoutEdges).filter((one) => one.length > 0)
}

/** Without breaks and white space at its ends; empty when there is nothing else. */
function withoutEdges(nodes: readonly ElementContent[]): ElementContent[] {
  const empty = (node: ElementContent | undefined): boolean => node !== undefined && (isElement(node, 'br') || isBlank([node]))
  let [from, to] = [0, nodes.length]
  while (from < to && empty(nodes[from])) from += 1
  while (to > from && empty(nodes[to - 1])) to -= 1
  return nodes.slice(from, to)
}

/** Nothing but white space, non-breaking spaces included. */
const isBlank = (nodes: readonly ElementContent[]): boolean =>
  nodes.every((node) =>
    node.type === 'text'
      ? node.value.trim() === ''
      : isElement(node) && node.tagName !== 'img' && node.tagName !== 'br' && node.tagName !== 'input' && isBlank(node.children),
  )
