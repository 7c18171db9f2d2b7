import type { Element, ElementContent, Root } from 'hast'
import { diagnostic, type Place } from '../../model/diagnostic.ts'
import { dayOfStamp, readDateLine, type FoundDate } from '../dates.ts'
import type { Found, Importer, Settings, TextFile } from '../found.ts'
import { articlesIn, type Article } from '../html/article.ts'
import { parseHtml, TooIntricate, wordsOf } from '../html/parse.ts'
import { attribute, elementsIn, find, hasClass, isElement, lineOfElement, textIn, wordsIn } from '../html/tree.ts'
import { textToMarkdown } from '../html/to-markdown.ts'
import { langOf } from './feed.ts'

/** A page of a blog, saved or exported: one post on it, or several. */
export const html: Importer = {
  name: 'HTML page',
  recognises: (source) => {
    const head = source.slice(0, 20_000).replace(/^\s*(?:<\?xml[^>]*\?>\s*|<!--[^]*?-->\s*)*/, '')
    return (
      /^<!doctype\s+html|^<(html|head|body)\b/i.test(head) ||
      (/^<(article|section|main|div|p|h[1-6]|meta|title|table|ul|ol|blockquote)\b/i.test(head) && /<\/(p|div|article|h[1-6]|ul|table)>/i.test(source))
    )
  },
  read: readPage,
}

function* readPage(file: TextFile, settings: Settings): Generator<Found> {
  const place: Place = { path: file.path, line: 1, column: 1 }
  let page: Root
  try {
    page = parseHtml(file.text, 'document')
  } catch (error) {
    if (!(error instanceof TooIntricate)) throw error
    settings.report(
      diagnostic(
        'dropped',
        place,
        `the page is too intricate to be taken apart (${error.message}); only its words were read`,
        'check where the post begins and ends',
      ),
    )
    yield { place, title: '', body: { type: 'text', root: textToMarkdown(wordsOf(file.text)) }, state: 'published', guid: file.inside }
    return
  }
  const about = aboutPage(page, settings.zone)
  const articles = articlesIn(page)
  if (articles.length === 0)
    settings.report(diagnostic('bad-item', place, 'there is no text on this page', 'save the page whole, or import the blog’s export instead'))
  for (const article of articles) yield postOf(article, about, articles.length === 1, file, settings.zone)
}

interface About {
  readonly title?: string
  readonly site?: string
  readonly url?: string
  readonly date?: FoundDate
  readonly lang?: 'sv' | 'en'
}

/** What a page says about itself in its head. */
function aboutPage(page: Root, zone: string): About {
  const meta = new Map<string, string>()
  for (const one of elementsIn(page)) {
    if (one.tagName !== 'meta') continue
    const key = attribute(one, 'property') ?? attribute(one, 'name') ?? attribute(one, 'itemProp')
    const content = attribute(one, 'content')
    if (key && content && !meta.has(key.toLowerCase())) meta.set(key.toLowerCase(), content)
  }
  const canonical = find(page, (one) => one.tagName === 'link' && (attribute(one, 'rel') ?? '').split(' ').includes('canonical'))
  const titleElement = find(page, ({ tagName }) => tagName === 'title')
  const root = find(page, ({ tagName }) => tagName === 'html')
  const site = meta.get('og:site_name') ?? meta.get('author')
  const url = (canonical && attribute(canonical, 'href')) ?? meta.get('og:url')
  const title = meta.get('og:title') ?? (titleElement ? withoutSite(wordsIn(titleElement), site) : undefined)
  const stamp = meta.get('article:published_time') ?? meta.get('datepublished') ?? meta.get('dc.date') ?? meta.get('date') ?? fromData(page)
  const date = stamp ? dayOfStamp(stamp, zone, url) : undefined
  const lang = root && langOf(attribute(root, 'lang') ?? attribute(root, 'xmlLang'))
  return { ...(title ? { title } : {}), ...(site ? { site } : {}), ...(url ? { url } : {}), ...(date ? { date } : {}), ...(lang ? { lang } : {}) }
}

/** The day in a page's data for search engines (JSON-LD). */
function fromData(page: Root): string | undefined {
  const data = find(page, (one) => one.tagName === 'script' && attribute(one, 'type') === 'application/ld+json')
  return data ? /"datePublished"\s*:\s*"([^"]{8,40})"/.exec(textIn(data))?.[1] : undefined
}

function withoutSite(title: string, site: string | undefined): string {
  const parts = title.split(/\s+[|–—«»·-]\s+/)
  if (parts.length < 2) return title
  if (site) return parts.filter((part) => part.toLowerCase() !== site.toLowerCase()).join(' – ')
  return parts[0] ?? title
}

const titleClasses = /^(entry-title|p-name|post-title|article-title|headline|post__title|entry__title|article__title)$/

function postOf({ whole, text: content }: Article, about: About, only: boolean, file: TextFile, zone: string): Found {
  const heading = titleOf(whole, content, only)
  const url = addressOf(whole, heading) ?? (only ? about.url : undefined)
  const { date, stamp } = dateOf(whole, content, zone, url)
  const title = (heading && wordsIn(heading)) || (only ? (about.title ?? '') : '')
  const drop = new Set<Element>([...(heading ? [heading] : []), ...(stamp ? [stamp] : []), ...(content === whole ? partsAround(whole) : [])])
  const credit = about.site
  const found = date ?? (only ? about.date : undefined)
  return {
    place: { path: file.path, line: lineOfElement(whole), column: 1 },
    title,
    body: {
      type: 'tree',
      tree: { type: 'root', children: without(content.children, drop) },
      place: { path: file.path, line: 1, column: 1 },
      ...((url ?? about.url) ? { base: url ?? about.url } : {}),
    },
    state: 'published',
    guid: url ?? `${file.inside}${only ? '' : `#${title}`}`,
    ...(found ? { date: found } : {}),
    ...(url ? { url } : {}),
    ...(credit ? { credit } : {}),
    ...(about.lang ? { lang: about.lang } : {}),
  }
}

function titleOf(whole: Element, content: Element, only: boolean): Element | undefined {
  const named = find(whole, (one) => hasClass(one, titleClasses) || /\bheadline\b/.test(attribute(one, 'itemProp') ?? ''))
  if (named && wordsIn(named) !== '') return named
  const headings = [...elementsIn(whole)].filter((one) => /^h[1-3]$/.test(one.tagName) && wordsIn(one) !== '')
  const first = headings.find(({ tagName }) => tagName === 'h1') ?? headings[0]
  if (!first) return undefined
  // A heading after the first words of the text belongs to the text, and so does one further up the page if there are more.
  const inside = [...elementsIn(content)].includes(first)
  if (!inside) return only || first.tagName !== 'h3' ? first : undefined
  return wordsIn({ type: 'root', children: before(content, first) }).length < 200 ? first : undefined
}

/** What stands before an element, in reading order. */
function before(root: Element, stop: Element): ElementContent[] {
  const found: ElementContent[] = []
  const walk = (node: Element): boolean => {
    for (const one of node.children) {
      if (one === stop) return true
      if (isElement(one)) {
        if (walk(one)) return true
      } else found.push(one)
    }
    return false
  }
  walk(root)
  return found
}

function addressOf(whole: Element, heading: Element | undefined): string | undefined {
  const named = find(
    whole,
    (one) => one.tagName === 'a' && ((attribute(one, 'rel') ?? '').split(' ').includes('bookmark') || hasClass(one, /^(u-url|permalink)$/)),
  )
  const link = named ?? (heading && find(heading, ({ tagName }) => tagName === 'a'))
  const href = link && attribute(link, 'href')
  return href && /^https?:/.test(href) ? href : undefined
}

/** The post's day, and the element that shows it when it stands in the text. */
function dateOf(whole: Element, content: Element, zone: string, url: string | undefined): { date?: FoundDate; stamp?: Element } {
  for (const one of elementsIn(whole)) {
    const machine =
      one.tagName === 'time'
        ? attribute(one, 'dateTime')
        : hasClass(one, /^(published|dt-published)$/) || /datePublished/.test(attribute(one, 'itemProp') ?? '')
          ? (attribute(one, 'title') ?? attribute(one, 'content') ?? attribute(one, 'dateTime'))
          : undefined
    const date = machine ? dayOfStamp(machine, zone, url) : undefined
    if (date)
      return {
        date,
        ...([...elementsIn(content)].includes(one) && /^(published|dt-published|entry-date)$/.test(String(one.properties['className'] ?? ''))
          ? { stamp: one }
          : {}),
      }
    if (hasClass(one, /^(date-header|entry-date|post-date|date|meta-date|published)$/)) {
      const written = readDateLine(wordsIn(one))
      if (written) return { date: written, stamp: one }
    }
  }
  return {}
}

/** The parts of an article that are about it: its head, its foot, its meta line. */
const partsAround = (whole: Element): Element[] =>
  whole.children.filter(
    (one): one is Element =>
      isElement(one) &&
      (['header', 'footer', 'nav', 'aside'].includes(one.tagName) ||
        hasClass(one, /^(entry-meta|post-meta|entry-header|entry-footer|post-footer|comments?|byline)$/) ||
        attribute(one, 'id') === 'comments'),
  )

function without(nodes: readonly ElementContent[], drop: ReadonlySet<Element>): ElementContent[] {
  return nodes.flatMap((one): ElementContent[] => (!isElement(one) ? [one] : drop.has(one) ? [] : [{ ...one, children: without(one.children, drop) }]))
}
