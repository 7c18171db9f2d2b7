import type { Nodes, PhrasingContent, RootContent, TableRow } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { diagnostic, type Diagnostic, type Place } from '../model/diagnostic.ts'
import type { Block, Cell, Inline } from '../model/text.ts'

export interface Markdown {
  readonly blocks: readonly Block[]
  readonly diagnostics: readonly Diagnostic[]
  /** Place of each image, in reading order. */
  readonly images: readonly { readonly src: string; readonly alt: string; readonly place: Place }[]
  /** Place of each table, in reading order. */
  readonly tables: readonly Place[]
}

/** Reads a post's body: CommonMark with GitHub's tables. HTML in it is text like any other. */
export function parseMarkdown(body: string, path: string, firstLine: number): Markdown {
  const reader = new Reader(path, firstLine)
  // HTML is switched off, so that a tag a person typed is shown and never becomes code.
  const root = fromMarkdown(body, {
    extensions: [gfm(), { disable: { null: ['htmlFlow', 'htmlText'] } }],
    mdastExtensions: [gfmFromMarkdown()],
  })
  const definitions = new Map<string, string>()
  collectDefinitions(root, definitions)
  reader.definitions = definitions
  return { blocks: reader.blocks(root.children), diagnostics: reader.diagnostics, images: reader.images, tables: reader.tables }
}

function collectDefinitions(node: Nodes, found: Map<string, string>): void {
  if (node.type === 'definition') found.set(node.identifier, node.url)
  if ('children' in node) node.children.forEach((child) => collectDefinitions(child, found))
}

class Reader {
  readonly diagnostics: Diagnostic[] = []
  readonly images: { src: string; alt: string; place: Place }[] = []
  readonly tables: Place[] = []
  definitions: ReadonlyMap<string, string> = new Map()
  readonly #path: string
  readonly #firstLine: number

  constructor(path: string, firstLine: number) {
    this.#path = path
    this.#firstLine = firstLine
  }

  blocks(nodes: readonly RootContent[]): Block[] {
    return nodes.flatMap((node) => this.#block(node))
  }

  #block(node: RootContent): Block[] {
    switch (node.type) {
      case 'paragraph':
        return this.#paragraph(node.children)
      case 'heading':
        return [{ type: 'heading', level: node.depth, children: this.#inlines(node.children) }]
      case 'list':
        return [{
          type: 'list',
          ordered: node.ordered ?? false,
          start: node.start ?? 1,
          items: node.children.map((item) => this.blocks(item.children)),
        }]
      case 'blockquote':
        return [{ type: 'quote', children: this.blocks(node.children) }]
      case 'table': {
        this.tables.push(this.#place(node))
        const [header, ...rows] = node.children.map((row) => this.#row(row))
        return [{ type: 'table', header: header ?? [], rows }]
      }
      case 'code':
        return [{ type: 'code', text: node.value }]
      case 'thematicBreak':
        return [{ type: 'rule' }]
      case 'html':
        return [{ type: 'paragraph', children: [{ type: 'text', text: node.value }] }]
      case 'footnoteDefinition':
        return this.blocks(node.children)
      default:
        return []
    }
  }

  /** An image stands as a block of its own, where it stood in the paragraph. */
  #paragraph(children: readonly PhrasingContent[]): Block[] {
    const blocks: Block[] = []
    let run: PhrasingContent[] = []
    const flush = (): void => {
      const inlines = this.#inlines(run)
      if (inlines.some((inline) => inline.type !== 'text' || inline.text.trim() !== '')) {
        blocks.push({ type: 'paragraph', children: trimmed(inlines) })
      }
      run = []
    }
    for (const child of children) {
      if (child.type === 'image' || child.type === 'imageReference') {
        flush()
        blocks.push(this.#image(child))
      } else run.push(child)
    }
    flush()
    return blocks
  }

  #image(node: Extract<PhrasingContent, { type: 'image' | 'imageReference' }>): Block {
    const src = node.type === 'image' ? node.url : (this.definitions.get(node.identifier) ?? '')
    const alt = node.alt?.trim() ?? ''
    const place = this.#place(node)
    if (alt === '') {
      this.diagnostics.push(
        diagnostic('missing-alt', place, 'the image has no description for those who cannot see it', 'write it between the brackets: ![what the picture shows](file.png)'),
      )
    }
    this.images.push({ src, alt, place })
    return { type: 'image', src, alt }
  }

  #row(row: TableRow): Cell[] {
    return row.children.map((cell) => this.#inlines(cell.children))
  }

  #inlines(nodes: readonly PhrasingContent[]): Inline[] {
    return nodes.flatMap((node) => this.#inline(node))
  }

  #inline(node: PhrasingContent): Inline[] {
    switch (node.type) {
      case 'text':
        return [{ type: 'text', text: node.value.replace(/\s*\n\s*/g, ' ') }]
      case 'html':
        return [{ type: 'text', text: node.value }]
      case 'emphasis':
        return [{ type: 'emphasis', children: this.#inlines(node.children) }]
      case 'strong':
        return [{ type: 'strong', children: this.#inlines(node.children) }]
      case 'delete':
        return [{ type: 'strike', children: this.#inlines(node.children) }]
      case 'inlineCode':
        return [{ type: 'code', text: node.value }]
      case 'break':
        return [{ type: 'break' }]
      case 'link':
        return this.#link(node.url, node)
      case 'linkReference':
        return this.#link(this.definitions.get(node.identifier) ?? '', node)
      case 'image':
      case 'imageReference':
        return [{ type: 'text', text: node.alt ?? '' }]
      case 'footnoteReference':
        return [{ type: 'text', text: `[${node.label ?? node.identifier}]` }]
      default:
        return []
    }
  }

  #link(href: string, node: Extract<PhrasingContent, { type: 'link' | 'linkReference' }>): Inline[] {
    const children = this.#inlines(node.children)
    if (/^(https?:|mailto:)/i.test(href)) return [{ type: 'link', href, children }]
    this.diagnostics.push(
      diagnostic('bad-link', this.#place(node), `the link to "${href}" leads nowhere from a slide, so only its text is shown`, 'link to an address that begins with https:// or mailto:'),
    )
    return children
  }

  #place(node: Nodes): Place {
    const start = node.position?.start
    return { path: this.#path, line: (start?.line ?? 1) + this.#firstLine - 1, column: start?.column ?? 1 }
  }
}

function trimmed(inlines: readonly Inline[]): Inline[] {
  return inlines.map((inline, index) => {
    if (inline.type !== 'text') return inline
    let text = inline.text
    if (index === 0) text = text.trimStart()
    if (index === inlines.length - 1) text = text.trimEnd()
    return { type: 'text', text }
  })
}
