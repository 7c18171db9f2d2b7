import type { Element, ElementContent, Root, RootContent, Text } from 'hast'

/** Elements that stand as blocks of their own; all others run on in a line. */
const blocks = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption legend'
  ).split(' '),
)

type Node = RootContent | ElementContent | undefined

/** True for an element, or for one of a name. */
export function isElement(node: Node): node is Element
export function isElement<Name extends string>(node: Node, name: Name): node is Element & { tagName: Name }
export function isElement(node: Node, name?: string): boolean {
  return node?.type === 'element' && (name === undefined || node.tagName === name)
}

export const isBlock = (node: RootContent | ElementContent): boolean => node.type === 'element' && blocks.has(node.tagName)

/** True when a block stands anywhere inside. */
export const holdsBlocks = (element: Element): boolean => element.children.some((one) => isBlock(one) || (one.type === 'element' && holdsBlocks(one)))

export const text = (value: string): Text => ({ type: 'text', value })

export const element = (tagName: string, children: readonly ElementContent[], properties: Element['properties'] = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children: [...children],
})

/** The same element with other content. */
export const withChildren = (one: Element, children: readonly ElementContent[]): Element => ({ ...one, children: [...children] })

/** All text inside a node. */
export function textIn(node: Root | RootContent | ElementContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textIn).join('') : ''
}

/** Text inside a node with white space as single spaces; blocks are parted. */
export function wordsIn(node: Root | RootContent | ElementContent): string {
  const parts = (one: Root | RootContent | ElementContent): string => {
    if (one.type === 'text') return one.value
    if (!('children' in one)) return ''
    const inner = one.children.map(parts).join('')
    return one.type === 'element' && (isBlock(one) || one.tagName === 'br') ? ` ${inner} ` : inner
  }
  return parts(node).replace(/\s+/g, ' ').trim()
}

/** An attribute as one text; undefined when it is missing or empty. */
export function attribute(one: Element, name: string): string | undefined {
  const value = one.properties[name]
  const joined = Array.isArray(value)
    ? value.join(' ')
    : value === undefined || value === null || value === false
      ? ''
      : value === true
        ? 'true'
        : String(value)
  return joined.trim() === '' ? undefined : joined.trim()
}

export const classes = (one: Element): readonly string[] => (Array.isArray(one.properties['className']) ? one.properties['className'].map(String) : [])

/** True when one of the element's classes fits. */
export const hasClass = (one: Element, pattern: RegExp): boolean => classes(one).some((name) => pattern.test(name))

/** The line an element begins on in its own piece of HTML, from 1. */
export const lineOfElement = (one: Element): number => Number(attribute(one, 'dataLine') ?? 1)

/** Every element inside, outermost first, in reading order. */
export function* elementsIn(node: Root | Element): Generator<Element> {
  for (const one of node.children) {
    if (one.type !== 'element') continue
    yield one
    yield* elementsIn(one)
  }
}

/** The first element inside that fits. */
export function find(node: Root | Element, fits: (one: Element) => boolean): Element | undefined {
  for (const one of elementsIn(node)) if (fits(one)) return one
  return undefined
}
