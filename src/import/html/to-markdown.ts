import type { Element, ElementContent, Root as Html } from 'hast'
import { toMdast } from 'hast-util-to-mdast'
import type { Root } from 'mdast'
import { clean, type Cleaning } from './clean.ts'
import { tidyMarks } from './inline.ts'
import { paragraphs, type LineEnds } from './paragraphs.ts'
import { parseHtml, TooIntricate, wordsOf } from './parse.ts'
import { elementsIn, isElement, withChildren } from './tree.ts'

/**
 * A post's HTML as a Markdown tree: every word of it in order, with its links, lists, tables, quotations, emphasis
 * and pictures. What is too intricate to parse arrives as its words alone, and that is reported.
 */
export function htmlToMarkdown(html: string, lineEnds: LineEnds, cleaning: Cleaning): Root {
  try {
    return toMarkdownTree(parseHtml(html, 'fragment'), lineEnds, cleaning)
  } catch (error) {
    if (!(error instanceof TooIntricate) && !(error instanceof RangeError)) throw error
    cleaning.dropped(`all formatting: the HTML is too intricate (${error instanceof TooIntricate ? error.message : 'it is nested too deep'})`, 1)
    return textToMarkdown(wordsOf(html))
  }
}

/** The same for HTML that is parsed already. */
export function toMarkdownTree(root: Html, lineEnds: LineEnds, cleaning: Cleaning): Root {
  const cleaned = paragraphs(clean(root, cleaning), lineEnds)
  const tidied: Html = { type: 'root', children: tidyMarks((cleaned.children as ElementContent[]).map((node) => bounded(node))) }
  return toMdast(tidied, { document: true }) as Root
}

/** Text with blank lines between its paragraphs. */
export function textToMarkdown(text: string): Root {
  const found = text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return {
    type: 'root',
    children: found.map((part) => ({
      type: 'paragraph',
      children: part
        .split(/\s*\n\s*/)
        .flatMap((line, index) => [...(index > 0 ? [{ type: 'break' as const }] : []), { type: 'text' as const, value: line.replace(/\s+/g, ' ') }]),
    })),
  }
}

/** No cell of a table spans more columns than there are: the rest would be empty ones. */
function bounded(node: ElementContent, most = 1): ElementContent {
  if (!isElement(node)) return node
  const widest = node.tagName === 'table' ? Math.min(40, Math.max(1, ...[...elementsIn(node)].filter(({ tagName }) => tagName === 'tr').map(cellsIn))) : most
  const one: Element = withChildren(
    node,
    node.children.map((child) => bounded(child, widest)),
  )
  for (const key of ['colSpan', 'rowSpan']) {
    const span = Number(one.properties[key] ?? 1)
    if (span > 1) one.properties = { ...one.properties, [key]: Math.min(span, key === 'colSpan' ? widest : 40) }
  }
  return one
}

const cellsIn = (row: Element): number => row.children.filter((cell) => isElement(cell, 'td') || isElement(cell, 'th')).length
