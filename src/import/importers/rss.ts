import type { Place } from '../../model/diagnostic.ts'
import { dayOfStamp } from '../dates.ts'
import type { Found, Importer, Settings, TextFile } from '../found.ts'
import { plainHtml } from '../html/parse.ts'
import type { XmlElement } from '../xml.ts'
import { baseFor, child, childrenNamed, excerptOnly, htmlOf, langOf, readFeed, textOf, within, type Channel } from './feed.ts'

/** RSS 2.0 with its usual modules; its older forms (0.9x, and 1.0 in RDF) differ only around the items. */
export const rss: Importer = {
  name: 'RSS feed',
  recognises: (text) => /^\s*(?:<\?[^>]*>\s*|<!--[^]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>\s*)*<(?:rss|rdf:RDF)\b/i.test(text.slice(0, 100_000)),
  read: (file, settings) => readFeed(file, settings, channelOf, (item, channel, place) => postOf(item, channel, place, file, settings)),
}

function channelOf(head: XmlElement): Channel {
  const channel = within(head, 'rss', 'channel') ?? within(head, 'rdf:RDF', 'channel')
  if (!channel) return {}
  const title = plainHtml(textOf(channel, 'title') ?? '')
  const url = textOf(channel, 'link')
  const lang = langOf(textOf(channel, 'language') ?? textOf(channel, 'dc:language'))
  const base = channel.attributes['xml:base'] ?? head.children.find(({ name }) => name === 'rss')?.attributes['xml:base']
  return { ...(title ? { title } : {}), ...(url ? { url } : {}), ...(lang ? { lang } : {}), ...(base ? { base } : {}) }
}

/** How feeds end a text that goes on elsewhere. */
const cutOff =
  /(\[(?:…|&hellip;|&#8230;|\.\.\.)\]|(?:läs mer|läs vidare|fortsätt läsa|read more|continue reading)\s*(?:&rarr;|→|»|…|\.\.\.)?)\s*(?:<\/[a-z]+>\s*)*$/i

function postOf(item: XmlElement, channel: Channel, place: Place, file: TextFile, settings: Settings): Found {
  const url =
    textOf(item, 'link') ??
    childrenNamed(item, 'atom:link')
      .map(({ attributes }) => attributes['href'])
      .find(Boolean)
  const guidElement = child(item, 'guid')
  const guid = textOf(item, 'guid') ?? item.attributes['rdf:about']
  const full = child(item, 'content:encoded') ?? child(item, 'content')
  const description = child(item, 'description')
  const content = htmlOf(full).trim() === '' ? description : full
  const html = htmlOf(content)
  const stamp = textOf(item, 'pubDate') ?? textOf(item, 'dc:date') ?? textOf(item, 'atom:published') ?? textOf(item, 'published')
  const date = stamp ? dayOfStamp(stamp, settings.zone, url) : undefined
  if (content === description && cutOff.test(html.trim())) {
    settings.report(excerptOnly(place))
  }
  const creator = textOf(item, 'dc:creator') ?? textOf(item, 'author')
  const credit = channel.title ?? (creator ? plainHtml(creator) : undefined)
  const base = baseFor(item, content, channel, url)
  return {
    place,
    title: plainHtml(htmlOf(child(item, 'title'))),
    body: {
      type: 'html',
      html: withEnclosures(html, item),
      place: { path: file.path, line: content?.line ?? place.line, column: 1 },
      // A summary without a single tag is plain text.
      ...(/<[a-z!/]/i.test(html) ? {} : { lineEnds: 'count' }),
      ...(base ? { base } : {}),
    },
    state: 'published',
    ...(date ? { date } : {}),
    ...(guid ? { guid } : url ? { guid: url } : {}),
    ...(url ? { url } : guid && guidElement?.attributes['isPermaLink'] !== 'false' && /^https?:/.test(guid) ? { url: guid } : {}),
    ...(credit ? { credit } : {}),
    ...(channel.lang ? { lang: channel.lang } : {}),
  }
}

/** What an item carries besides its text is linked to under it, unless the text has it already. */
function withEnclosures(html: string, item: XmlElement): string {
  const media = [...childrenNamed(item, 'enclosure'), ...childrenNamed(item, 'media:content')].flatMap(({ attributes }) => {
    const { url, type = '', medium = '' } = attributes
    return url && !html.includes(url) && !html.includes(url.replace(/&/g, '&amp;')) ? [{ url, picture: /^image/.test(type) || medium === 'image' }] : []
  })
  const unique = [...new Map(media.map((one) => [one.url, one])).values()]
  const written = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
  return (
    html + unique.map(({ url, picture }) => (picture ? `<p><img src="${written(url)}"></p>` : `<p><a href="${written(url)}">${written(url)}</a></p>`)).join('')
  )
}
