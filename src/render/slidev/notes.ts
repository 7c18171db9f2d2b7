import type { Block, Cell, Inline } from '../../model/text.ts'
import { htmlText } from './encode.ts'

/** Notes as HTML blocks, one a line with blank lines between, which Slidev's Markdown lets through as they are. */
export function renderNotes(blocks: readonly Block[]): string {
  return blocks.map(renderBlock).join('\n\n')
}

function renderBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return element('p', renderInlines(block.children))
    case 'heading':
      // The presenter view has headings of its own above the notes.
      return element(`h${Math.min(block.level + 2, 6)}`, renderInlines(block.children))
    case 'list':
      return renderList(block)
    case 'quote':
      return element('blockquote', block.children.map(renderBlock).join(''))
    case 'table':
      return renderTable(block.header, block.rows)
    case 'image':
      return element('p', element('em', htmlText(block.alt)))
    case 'code':
      return element('pre', element('code', htmlText(block.text)))
    case 'rule':
      return '<hr>'
  }
}

function renderList({ ordered, start, items }: Extract<Block, { type: 'list' }>): string {
  const content = items.map((item) => element('li', item.map(renderBlock).join(''))).join('')
  if (!ordered) return element('ul', content)
  return start === 1 ? element('ol', content) : `<ol start="${start}">${content}</ol>`
}

function renderTable(header: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
  const row = (tag: string, cells: readonly Cell[]) =>
    element('tr', cells.map((cell) => element(tag, renderInlines(cell))).join(''))
  const body = rows.map((cells) => row('td', cells)).join('')
  return element('table', element('thead', row('th', header)) + element('tbody', body))
}

function renderInlines(inlines: readonly Inline[]): string {
  return inlines.map(renderInline).join('')
}

function renderInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return htmlText(inline.text)
    case 'emphasis':
      return element('em', renderInlines(inline.children))
    case 'strong':
      return element('strong', renderInlines(inline.children))
    case 'strike':
      return element('s', renderInlines(inline.children))
    case 'code':
      return element('code', htmlText(inline.text))
    case 'link':
      return renderLink(inline.href, renderInlines(inline.children))
    case 'break':
      return '<br>'
  }
}

/** A link that leaves for the web or a mail program; any other, such as `javascript:`, is only its text. */
function renderLink(href: string, content: string): string {
  if (!/^(?:https?|mailto):/i.test(href)) return content
  return `<a href="${htmlText(href)}" target="_blank" rel="noreferrer">${content}</a>`
}

const element = (tag: string, content: string): string => `<${tag}>${content}</${tag}>`
