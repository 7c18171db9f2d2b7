import type { BlockContent, List, PhrasingContent, Root, RootContent, TableRow } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { Block, Cell, Inline } from '../model/text.ts'

/** Blocks as Markdown that reads back as the same blocks, for a person to go on writing. */
export function renderMarkdown(blocks: readonly Block[]): string {
  const root: Root = { type: 'root', children: blocks.map(node) }
  const options = { bullet: '-', emphasis: '_', rule: '*', fences: true, listItemIndent: 'one' } as const
  return toMarkdown(root, { ...options, extensions: [gfmToMarkdown({ tablePipeAlign: false })] }).trimEnd()
}

function node(block: Block): RootContent {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: phrasing(block.children) }
    case 'heading':
      return { type: 'heading', depth: block.level, children: phrasing(block.children) }
    case 'list':
      return list(block)
    case 'quote':
      return { type: 'blockquote', children: block.children.map((child) => node(child) as BlockContent) }
    case 'table':
      return { type: 'table', children: [block.header, ...block.rows].map(row) }
    case 'image':
      return { type: 'paragraph', children: [{ type: 'image', url: block.src, alt: block.alt }] }
    case 'code':
      return { type: 'code', value: block.text }
    case 'rule':
      return { type: 'thematicBreak' }
  }
}

function list({ ordered, start, items }: Extract<Block, { type: 'list' }>): List {
  const children = items.map((item) => ({ type: 'listItem' as const, spread: false, children: item.map((child) => node(child) as BlockContent) }))
  return { type: 'list', ordered, start: ordered ? start : null, spread: false, children }
}

const row = (cells: readonly Cell[]): TableRow => ({ type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: phrasing(cell) })) })

const phrasing = (inlines: readonly Inline[]): PhrasingContent[] => inlines.map(inline)

function inline(one: Inline): PhrasingContent {
  switch (one.type) {
    case 'text':
      return { type: 'text', value: one.text }
    case 'emphasis':
      return { type: 'emphasis', children: phrasing(one.children) }
    case 'strong':
      return { type: 'strong', children: phrasing(one.children) }
    case 'strike':
      return { type: 'delete', children: phrasing(one.children) }
    case 'code':
      return { type: 'inlineCode', value: one.text }
    case 'link':
      return { type: 'link', url: one.href, children: phrasing(one.children) }
    case 'break':
      return { type: 'break' }
  }
}
