import { type Block, type Inline, plainText } from '../../model/text.ts'
import { escapeHtml } from '../../render/html.ts'
import { all, append, type Document } from './xml.ts'

/** Writes a slide's notes in paragraphs, with what is strong or emphasised in them. */
export function writeNotes(document: Document, notes: readonly Block[]): void {
  const body = all(document, 'p:sp').find((shape) => all(shape, 'p:ph')[0]?.getAttribute('type') === 'body')
  const [text] = body ? all(body, 'p:txBody') : []
  if (!text) throw new Error('The PowerPoint file has no place for notes')
  for (const paragraph of all(text, 'a:p')) text.removeChild(paragraph)
  const paragraphs = notes.flatMap((block) => paragraphsOf(block, ''))
  append(text, paragraphs.length > 0 ? paragraphs.map((runs) => `<a:p>${runs}</a:p>`).join('') : '<a:p><a:endParaRPr/></a:p>')
}

function paragraphsOf(block: Block, indent: string): string[] {
  switch (block.type) {
    case 'paragraph':
      return [plain(indent) + runs(block.children, '')]
    case 'heading':
      return [plain(indent) + runs(block.children, ' b="1"')]
    case 'list':
      return block.items.flatMap((item, index) => {
        const [first, ...rest] = item.flatMap((child) => paragraphsOf(child, ''))
        const label = block.ordered ? `${block.start + index}. ` : '– '
        return [plain(`${indent}${label}`) + (first ?? ''), ...rest.map((one) => plain(`${indent}    `) + one)]
      })
    case 'quote':
      return block.children.flatMap((child) => paragraphsOf(child, `${indent}    `))
    case 'table':
      return [block.header, ...block.rows].map((row) => plain(indent + row.map(plainText).join(' · ')))
    case 'image':
      return [plain(indent) + run(block.alt, ' i="1"')]
    case 'code':
      return block.text.split('\n').map((line) => plain(indent + line))
    case 'rule':
      return [plain('* * *')]
  }
}

function runs(inlines: readonly Inline[], properties: string): string {
  return inlines
    .map((inline): string => {
      switch (inline.type) {
        case 'text':
        case 'code':
          return run(inline.text, properties)
        case 'break':
          return '<a:br/>'
        case 'strong':
          return runs(inline.children, also(properties, ' b="1"'))
        case 'emphasis':
          return runs(inline.children, also(properties, ' i="1"'))
        case 'strike':
          return runs(inline.children, also(properties, ' strike="sngStrike"'))
        case 'link':
          return runs(inline.children, properties) + (plainText(inline.children).includes(inline.href) ? '' : run(` (${inline.href})`, properties))
      }
    })
    .join('')
}

const also = (properties: string, more: string): string => (properties.includes(more) ? properties : properties + more)

const plain = (text: string): string => run(text, '')

const run = (text: string, properties: string): string => (text === '' ? '' : `<a:r><a:rPr${properties}/><a:t>${escapeHtml(text)}</a:t></a:r>`)
