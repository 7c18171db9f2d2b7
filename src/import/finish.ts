import type { Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast'

/** What became of a picture: a file beside the posts, or nothing that could be copied. */
export interface Placed {
  /** Its path from the folder of the posts. */
  readonly file: string
}

/** Addresses of all pictures in a text, in order, each once. */
export function picturesIn(root: Root): string[] {
  const found = new Set<string>()
  visit(root, (node) => void (node.type === 'image' && found.add(node.url)))
  return [...found]
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node)
  if ('children' in node) node.children.forEach((one) => visit(one, see))
}

/**
 * Puts pictures where a deck can show them. One that was copied stands as a picture, with its description or, for
 * want of one, its file name; one on the network becomes a link to it, because nothing is downloaded.
 */
export function placePictures(root: Root, placed: ReadonlyMap<string, Placed>, linked: (url: string) => void, addressOf: (url: string) => string): Root {
  const inline = (node: PhrasingContent, inLink: boolean): PhrasingContent[] => {
    if (node.type === 'image') {
      const file = placed.get(node.url)?.file
      if (file) return [{ type: 'image', url: file, alt: node.alt?.trim() ? node.alt : nameOf(node.url) }]
      linked(node.url)
      const words = node.alt?.trim() ? node.alt : nameOf(node.url)
      const address = addressOf(node.url)
      // Without an address on the network a link would lead nowhere, or to a file that is nobody's business.
      if (inLink || !/^https?:\/\//i.test(address)) return [{ type: 'text', value: words }]
      return [{ type: 'link', url: address, children: [{ type: 'text', value: words }] }]
    }
    if (node.type === 'link') {
      const children = node.children.flatMap((one) => inline(one, true))
      // A link around a picture leads to a larger one, or is of no use on a slide.
      if (children.some(({ type }) => type === 'image'))
        return /\.(jpe?g|png|gif|webp|avif|svg)([?#]|$)/i.test(node.url) ? children : [...children, ...linkAfter(node.url, children)]
      return [{ ...node, children: children }]
    }
    return 'children' in node ? [{ ...node, children: node.children.flatMap((one) => inline(one, inLink)) }] : [node]
  }
  return mapInlines(root, (nodes) => nodes.flatMap((node) => inline(node, false)))
}

const linkAfter = (url: string, children: readonly PhrasingContent[]): PhrasingContent[] => {
  const words = children
    .map((one) => (one.type === 'image' ? one.alt : one.type === 'text' ? one.value : ''))
    .join(' ')
    .trim()
  return [
    { type: 'text', value: ' ' },
    { type: 'link', url, children: [{ type: 'text', value: words === '' ? url : words }] },
  ]
}

/** A picture's file name in words, for want of a description. */
function nameOf(url: string): string {
  const file = /^data:/i.test(url) ? '' : (/([^/\\]+?)(?:\.\w{2,5})?(?:[?#].*)?$/.exec(url)?.[1] ?? '')
  let name = file
  try {
    name = decodeURIComponent(file)
  } catch {
    // Not an encoded name: it stays as it is.
  }
  return `Bild: ${
    name
      .replace(/[-_+]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() || 'utan namn'
  }`
}

/** Addresses that stand in the text as such become links, and tables without a head take their first row for one. */
export function finishTree(root: Root): Root {
  return withoutEmpty(withHeads(mapInlines(root, (nodes) => nodes.flatMap((node) => addresses(node)))))
}

/** A text without its paragraphs, lists and quotations in which nothing is left. */
const withoutEmpty = (root: Root): Root => ({
  ...root,
  children: root.children.filter((node) => !['paragraph', 'list', 'blockquote'].includes(node.type) || !('children' in node) || node.children.length > 0),
})

function addresses(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'link' || node.type === 'linkReference') return [node]
  if (node.type !== 'text') return 'children' in node ? [{ ...node, children: node.children.flatMap(addresses) }] : [node]

  return node.value
    .replace(/[\u0080-\u009f]/g, '')
    .split(/(https?:\/\/[^\s<>"”“’]*[^\s<>"”“’.,;:!?)\]}])/)
    .flatMap((part, index): PhrasingContent[] =>
      part === '' ? [] : index % 2 === 1 ? [{ type: 'link', url: part, children: [{ type: 'text', value: part }] }] : [{ type: 'text', value: part }],
    )
}

function withHeads(root: Root): Root {
  const fix = <T extends Nodes>(node: T): T => {
    if (!('children' in node)) return node
    const children = node.children.map((one) => fix(one))
    if (node.type === 'table' && children.length > 1) {
      const [head] = children
      if (head && 'children' in head && head.children.every((cell) => 'children' in cell && cell.children.length === 0)) children.shift()
    }
    return { ...node, children }
  }
  return fix(root)
}

/** A tree with the content of its paragraphs, headings and cells changed. */
function mapInlines(root: Root, change: (nodes: readonly PhrasingContent[]) => PhrasingContent[]): Root {
  const walk = (node: RootContent | Root): RootContent | Root => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') return { ...node, children: change(node.children) }
    return 'children' in node ? ({ ...node, children: (node as Parents).children.map((one) => walk(one)) } as RootContent) : node
  }
  return walk(root) as Root
}
