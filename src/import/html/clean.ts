import type { Element, ElementContent, Root } from 'hast'
import { embedding } from './embeds.ts'
import { furniture } from './furniture.ts'
import { plainCharacters, styled } from './inline.ts'
import { figure, picture, smiley } from './pictures.ts'
import { isLayout, tableParts } from './tables.ts'
import { attribute, element, isElement, lineOfElement, text, withChildren, wordsIn } from './tree.ts'

export interface Cleaning {
  /** What relative addresses start from. */
  readonly base?: string
  /** Something was taken out: what, and on which line of the HTML. */
  readonly dropped: (what: string, line: number) => void
}

type Handler = (one: Element, cleaning: Cleaning, children: (one: Element) => ElementContent[]) => ElementContent[]

const nothing: Handler = () => []
const unwrapped: Handler = (one, _cleaning, children) => children(one)
const asDivision: Handler = (one, _cleaning, children) => [element('div', children(one))]

const reported =
  (what: string): Handler =>
  (one, { dropped }) => {
    const words = wordsIn(one)
    dropped(`${what}${words && words.length <= 60 ? ` (${words})` : ''}`, lineOfElement(one))
    return []
  }

/** What becomes of elements that do not simply stay. */
const handlers: Readonly<Record<string, Handler>> = {
  head: nothing,
  title: nothing,
  meta: nothing,
  link: nothing,
  base: nothing,
  style: nothing,
  template: nothing,
  col: nothing,
  colgroup: nothing,
  wbr: nothing,
  rp: nothing,
  source: nothing,
  track: nothing,
  param: nothing,
  script: (one, { dropped }) => {
    dropped('a script', lineOfElement(one))
    return []
  },
  form: reported('a form'),
  input: (one, cleaning, children) => (attribute(one, 'type') === 'checkbox' ? [one] : reported('a form field')(one, cleaning, children)),
  select: reported('a form field'),
  textarea: reported('a form field'),
  button: reported('a button'),
  svg: reported('a drawing'),
  canvas: unwrapped,
  iframe: embedding,
  embed: embedding,
  object: embedding,
  video: embedding,
  audio: embedding,
  applet: embedding,
  frame: embedding,
  img: picture,
  image: picture,
  picture: unwrapped,
  figure,
  noscript: unwrapped,
  menu: (one, _cleaning, children) => [element('ul', children(one))],
  dialog: asDivision,
  hgroup: asDivision,
  math: (one) => [text(wordsIn(one))],
  q: (one, _cleaning, children) => [text('”'), ...children(one), text('”')],
  sup: (one, _cleaning, children) => raised(one) ?? children(one),
  a: anchor,
  font: styled,
  span: styled,
  'o:p': unwrapped,
  table: (one, cleaning, children) => (isLayout(one) ? tableParts(one).map((cell) => element('div', children(cell))) : table(one, cleaning, children)),
}

/**
 * Leaves of a piece of HTML what a reader of the post would call its text: words, emphasis, links, lists, tables,
 * quotations and pictures. What goes is reported, unless nobody ever saw it.
 */
export function clean(root: Root, cleaning: Cleaning): Root {
  const children = (parent: Root | Element): ElementContent[] =>
    (parent.children as readonly ElementContent[]).flatMap((node, index, all): ElementContent[] => {
      // Links side by side are shown as buttons, and are no one word.
      if (isElement(node, 'a') && isElement(all[index - 1], 'a')) return [text(' '), ...anchor(node, cleaning, children)]
      if (node.type === 'text') return [text(isElement(parent as Element, 'pre') ? node.value : plainCharacters(node.value))]
      if (node.type !== 'element') return []
      const away = furniture(node)
      if (away) {
        cleaning.dropped(away, lineOfElement(node))
        return []
      }
      const sign = smiley(node)
      if (sign) return [text(sign)]
      const handler = handlers[node.tagName]
      return handler ? handler(node, cleaning, children) : [withChildren(node, children(node))]
    })
  return { type: 'root', children: children(withoutSpareImages(root)) }
}

/** Pages that load pictures late carry each twice, the second time for readers without scripts. */
function withoutSpareImages(root: Root): Root {
  const sources = new Set<string>()
  const collect = (node: Root | Element): void => {
    for (const one of node.children) {
      if (one.type !== 'element' || one.tagName === 'noscript') continue
      if (one.tagName === 'img') for (const key of ['src', 'dataSrc', 'dataLazySrc', 'dataOriginal']) sources.add(attribute(one, key) ?? '')
      collect(one)
    }
  }
  collect(root)
  const spare = (one: Element): boolean =>
    one.tagName === 'noscript' && wordsIn(one) === '' && one.children.some((inner) => isElement(inner, 'img') && sources.has(attribute(inner, 'src') ?? ''))
  const inside = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((one): ElementContent[] => (one.type !== 'element' ? [one] : spare(one) ? [] : [withChildren(one, inside(one.children))]))
  return { type: 'root', children: inside(root.children as ElementContent[]) }
}

/** A link keeps its words whatever becomes of its address. */
function anchor(one: Element, { base, dropped }: Cleaning, children: (one: Element) => ElementContent[]): ElementContent[] {
  const inner = children(one)
  const href = attribute(one, 'href')
  if (!href || /^#/.test(href)) return inner
  if (/^(javascript|data|vbscript|file|about|blob):/i.test(href.replace(/\s+/g, ''))) {
    dropped(`the address of a link (${href.slice(0, 40)})`, lineOfElement(one))
    return inner
  }
  if (wordsIn({ type: 'root', children: inner }) === '' && !inner.some((node) => isElement(node, 'img'))) return inner
  return [{ ...one, properties: { href: absolute(href, base), dataLine: one.properties['dataLine'] ?? null }, children: inner }]
}

/** An address as it stands on its own: relative to the page it was found on. */
export function absolute(href: string, base: string | undefined): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(href) || base === undefined) return href
  try {
    return new URL(href, base).href
  } catch {
    return href
  }
}

const superscripts: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  a: 'ª',
  o: 'º',
}

/** `m<sup>2</sup>` is not m2. */
function raised(one: Element): ElementContent[] | undefined {
  const words = wordsIn(one)
  const signs = /^\d{1,3}$/.test(words) ? [...words].map((digit) => superscripts[digit] ?? digit).join('') : superscripts[words]
  return signs ? [text(signs)] : undefined
}

function table(one: Element, _cleaning: Cleaning, children: (one: Element) => ElementContent[]): ElementContent[] {
  const inner = children(one)
  const captions = inner.filter((node): node is Element => isElement(node, 'caption'))
  return [
    ...captions.map((caption) => element('p', caption.children)),
    withChildren(
      one,
      inner.filter((node) => !isElement(node, 'caption')),
    ),
  ]
}
