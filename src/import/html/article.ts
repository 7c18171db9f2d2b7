import { Readability } from '@mozilla/readability'
import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { parseHTML } from 'linkedom'
import { attribute, find, hasClass, isBlock, isElement, wordsIn } from './tree.ts'

/** One post on a page: the element it stands in, and the one that holds its text. */
export interface Article {
  readonly whole: Element
  readonly text: Element
}

/** Marks that a blog's page puts on each post (HTML, microformats, schema.org, and what Blogger and others add). */
const isPost = (one: Element): boolean =>
  one.tagName === 'article' ||
  hasClass(one, /^(hentry|h-entry|blog-post|blogpost|post-outer|type-post)$/) ||
  /\b(BlogPosting|Article|NewsArticle)$/.test(attribute(one, 'itemType') ?? '')

const textClasses =
  /^(entry-content|post-content|post-body|e-content|article-body|gh-content|post-full-content|entry-body|blog-entry|article-content|post__content|entry__content|content-body)$/

const isText = (one: Element): boolean => hasClass(one, textClasses) || /\barticleBody\b/.test(attribute(one, 'itemProp') ?? '')

/** Comments are often marked up as articles too, and so is what a page recommends. */
const isAside = (one: Element): boolean =>
  ['nav', 'aside', 'footer'].includes(one.tagName) ||
  hasClass(one, /^(comments?|comment-list|commentlist|comments-area|sidebar|related|related-posts|widget.*|recommended)$/) ||
  /^(comments?|sidebar|disqus_thread)$/.test(attribute(one, 'id') ?? '')

/** Fewer characters than this are a teaser, unless the page has nothing else. */
const shortest = 120

/** The posts of a page: those it marks as such, or else what reads like an article. */
export function articlesIn(page: Root): Article[] {
  const marked = outermost(page, isPost).map((whole): Article => ({ whole, text: find(whole, isText) ?? whole }))
  const long = marked.filter(({ text }) => wordsIn(text).length >= shortest)
  if (long.length > 0) return long
  const texts = outermost(page, isText).filter((one) => wordsIn(one).length >= shortest)
  if (texts.length === 1 && texts[0]) return [{ whole: bodyOf(page) ?? texts[0], text: texts[0] }]
  if (marked.length > 0) return marked
  const read = readable(page)
  return read ? [{ whole: bodyOf(page) ?? read, text: read }] : []
}

export const bodyOf = (page: Root): Element | undefined => find(page, ({ tagName }) => tagName === 'body')

function outermost(node: Root | Element, fits: (one: Element) => boolean): Element[] {
  return node.children.flatMap((one) => (one.type !== 'element' || isAside(one) ? [] : fits(one) ? [one] : outermost(one, fits)))
}

/**
 * Lets Mozilla's Readability say which parts of a page are the article, and takes those parts whole: Readability
 * itself would leave out lists, tables and short paragraphs that it thinks little of.
 */
function readable(page: Root): Element | undefined {
  const body = bodyOf(page)
  if (!body) return undefined
  const numbered: Element[] = []
  const mark = (node: Element): Element => {
    numbered.push(node)
    const number = numbered.length - 1
    return {
      ...node,
      properties: { ...node.properties, dataPart: String(number) },
      children: node.children.map((one) => (one.type === 'element' ? mark(one) : one)),
    }
  }
  const { document } = parseHTML(`<!doctype html><html><head></head>${toHtml(mark(body), { allowDangerousHtml: true })}</html>`)
  const result = new Readability(document, { charThreshold: 100, keepClasses: true }).parse()
  if (!result?.content) return plain(body)
  const kept = new Set([...result.content.matchAll(/\bdata-part="(\d+)"/g)].map((match) => Number(match[1])))
  const chosen = new Set([...kept].map((number) => numbered[number]).filter((one) => one !== undefined))
  const holds = (one: Element): boolean => (chosen.has(one) && speaks(one)) || one.children.some((inner) => isElement(inner) && holds(inner))
  const text = narrowed(body, holds)
  return wordsIn(text) === '' ? undefined : text
}

/** The innermost element that holds all parts of the article, without its children that hold none. */
function narrowed(body: Element, holds: (one: Element) => boolean): Element {
  let top = body
  for (;;) {
    const inside = top.children.filter((one): one is Element => isElement(one) && holds(one))
    const [only] = inside
    if (inside.length !== 1 || !only || speaks(top) || !wrappers.has(only.tagName)) break
    top = only
  }
  const all = top.children
  const kept = all.filter((one) => !isElement(one) || (!isAside(one) && (holds(one) || between(all, one, holds))))
  return { ...top, tagName: 'div', children: kept.flatMap(outOfTable) }
}

/** Rows and cells without the table around them are divisions of a page. */
function outOfTable(node: ElementContent): ElementContent[] {
  if (!isElement(node) || !/^(?:tbody|thead|tfoot|tr|td|th)$/.test(node.tagName)) return [node]
  return /^t[dh]$/.test(node.tagName) ? [{ ...node, tagName: 'div' }] : node.children.flatMap(outOfTable)
}

const wrappers = new Set(['div', 'section', 'main', 'article', 'center', 'table', 'tbody', 'tr', 'td'])

/** What stands between two parts of the article belongs to it. */
function between(siblings: readonly ElementContent[], one: Element, holds: (one: Element) => boolean): boolean {
  const at = siblings.indexOf(one)
  const chosen = (node: ElementContent): boolean => isElement(node) && holds(node)
  return siblings.slice(0, at).some(chosen) && siblings.slice(at + 1).some(chosen)
}

/** True when words stand directly in an element, and not only in blocks inside it. */
const speaks = (one: Element): boolean =>
  one.children.some((inner) => (inner.type === 'text' ? inner.value.trim() !== '' : !isBlock(inner) && wordsIn(inner) !== ''))

/** A page without any furniture: its body is the text. */
function plain(body: Element): Element | undefined {
  const children = body.children.filter((one) => !isElement(one) || !isAside(one))
  const text: Element = { ...body, tagName: 'div', children }
  return wordsIn(text) === '' ? undefined : text
}
