import type { Place } from '../../model/diagnostic.ts'
import { dayOfStamp } from '../dates.ts'
import type { Found, Importer, Settings, State, TextFile } from '../found.ts'
import { plainHtml } from '../html/parse.ts'
import type { XmlElement } from '../xml.ts'
import { absolute } from '../html/clean.ts'
import { baseFor, excerptOnly, langOf, readFeed, within, type Channel } from './feed.ts'

/** Atom (RFC 4287), and Blogger's export, which is an Atom feed of everything a blog consists of. */
export const atom: Importer = {
  name: 'Atom feed',
  recognises: (text) => /^\s*(?:<\?[^>]*>\s*|<!--[^]*?-->\s*)*<(?:\w+:)?feed\b/i.test(text.slice(0, 100_000)),
  read: (file, settings) => readFeed(file, settings, channelOf, (entry, channel, place) => postOf(entry, channel, place, file, settings)),
}

function channelOf(head: XmlElement): Channel {
  const feed = within(head, 'feed')
  if (!feed) return {}
  const title = textual(named(feed, 'title'))
  const base = feed.attributes['xml:base']
  const url = linkOf(feed, base)
  const lang = langOf(feed.attributes['xml:lang'])
  return { ...(title ? { title } : {}), ...(url ? { url } : {}), ...(lang ? { lang } : {}), ...(base ? { base } : {}) }
}

/** The prefix that a feed binds Atom to: most none, some `atom:`, a few another. */
const prefixOf = ({ name }: XmlElement): string => /^\w+:/.exec(name)?.[0] ?? ''

/** True for a child of a name in Atom's own namespace, as its parent is. */
const isNamed =
  (parent: XmlElement, name: string) =>
  (one: XmlElement): boolean =>
    one.name === name || one.name === `${prefixOf(parent)}${name}`

const named = (element: XmlElement, name: string): XmlElement | undefined => element.children.find(isNamed(element, name))

const value = (element: XmlElement, name: string): string | undefined => named(element, name)?.text.trim() || undefined

/** A text construct as plain text (RFC 4287, 3.1): only HTML has tags and entities to be read. */
function textual(element: XmlElement | undefined): string {
  if (!element) return ''
  const type = element.attributes['type'] ?? 'text'
  if (type === 'text' && element.children.length === 0) return element.text.replace(/\s+/g, ' ').trim()
  return plainHtml(type === 'xhtml' ? element.inner : element.text)
}

function linkOf(element: XmlElement, base: string | undefined): string | undefined {
  const links = element.children.filter(isNamed(element, 'link'))
  const page =
    links.find(({ attributes }) => attributes['rel'] === 'alternate' && /html|^$/.test(attributes['type'] ?? '')) ??
    links.find(({ attributes }) => !attributes['rel'] || attributes['rel'] === 'alternate')
  const href = page?.attributes['href']
  return href === undefined
    ? undefined
    : absolute(
        href,
        [page?.attributes['xml:base'], base].find((one) => one !== undefined),
      )
}

function postOf(entry: XmlElement, channel: Channel, place: Place, file: TextFile, settings: Settings): Found | undefined {
  if (!isPost(entry)) return undefined
  const whole = named(entry, 'content')
  const content = whole && isText(whole) ? whole : named(entry, 'summary')
  const url = linkOf(entry, baseFor(entry, undefined, channel, undefined))
  const base = baseFor(entry, content, channel, url)
  if (whole && content !== whole && content) settings.report(excerptOnly(place))
  const stamp = value(entry, 'published') ?? value(entry, 'issued') ?? value(entry, 'updated')
  const date = stamp ? dayOfStamp(stamp, settings.zone, url) : undefined
  const author = named(entry, 'author')
  const credit = channel.title ?? (author ? value(author, 'name') : undefined)
  const guid = value(entry, 'id') ?? url
  const lang = langOf(entry.attributes['xml:lang']) ?? channel.lang
  const summary = content === whole ? textual(named(entry, 'summary')) : ''
  return {
    place,
    title: textual(named(entry, 'title')),
    body: {
      type: 'html',
      html: markup(content),
      place: { path: file.path, line: content?.line ?? place.line, column: 1 },
      ...(base ? { base } : {}),
    },
    state: stateOf(entry),
    ...(date ? { date } : {}),
    ...(guid ? { guid } : {}),
    ...(url ? { url } : {}),
    ...(credit ? { credit } : {}),
    ...(lang ? { lang } : {}),
    ...(summary ? { excerpt: summary } : {}),
  }
}

/** False for content that stands elsewhere or is no text, such as a picture (RFC 4287, 4.1.3): then the summary is all there is. */
const isText = ({ attributes }: XmlElement): boolean => !attributes['src'] && /^(?:text|html|xhtml|text\/.*|.*[+/]xml)$/i.test(attributes['type'] ?? 'text')

/** Blogger exports settings, templates, pages and comments as entries like any other. */
function isPost(entry: XmlElement): boolean {
  const kind = entry.children
    .filter(({ name }) => name === 'category')
    .map(({ attributes }) => attributes['term'] ?? '')
    .find((term) => term.includes('blogger/2008/kind#'))
  const type = value(entry, 'blogger:type')
  if (entry.children.some(({ name }) => name === 'thr:in-reply-to')) return false
  return (kind === undefined || kind.endsWith('#post')) && (type === undefined || type === 'POST')
}

function stateOf(entry: XmlElement): State {
  const control = entry.children.find(({ name }) => name === 'app:control')
  const draft = control?.children.find(({ name }) => name === 'app:draft')?.text.trim()
  const status = value(entry, 'blogger:status')
  if (status === 'SOFT_TRASHED') return 'trash'
  if (status === 'SCHEDULED') return 'scheduled'
  return draft === 'yes' || status === 'DRAFT' ? 'draft' : 'published'
}

/** The HTML of a content construct: escaped, or written out as XHTML in a `div` that is not part of it. */
function markup(content: XmlElement | undefined): string {
  if (!content) return ''
  const type = content.attributes['type'] ?? 'text'
  if (type === 'xhtml' || /\+xml$/.test(type) || content.children.length > 0) {
    return content.inner
      .replace(/<(\/?)(?:xhtml|html|h):/g, '<$1')
      .replace(/<([a-z][a-z\d]*)((?:\s[^<>]*)?)\/>/gi, (all, name: string, rest: string) =>
        voids.has(name.toLowerCase()) ? all : `<${name}${rest}></${name}>`,
      )
  }
  if (type === 'text' || type === 'text/plain')
    return content.text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .split(/\n\s*\n/)
      .map((part) => `<p>${part.trim().replace(/\n/g, '<br>')}</p>`)
      .join('')
  return content.text
}

/** Elements that HTML knows to be empty; any other that XML closes at once is not closed for HTML. */
const voids = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'])
