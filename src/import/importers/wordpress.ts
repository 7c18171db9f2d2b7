import type { Place } from '../../model/diagnostic.ts'
import { dayOfStamp } from '../dates.ts'
import type { Found, Importer, Settings, State, TextFile } from '../found.ts'
import { expandBlocks } from '../html/blocks.ts'
import { plainHtml } from '../html/parse.ts'
import { withoutShortcodes, type Attachments } from '../html/shortcodes.ts'
import { readRecords, type XmlElement } from '../xml.ts'
import { child, childrenNamed, htmlOf, langOf, readFeed, textOf, within, type Channel } from './feed.ts'

/** WordPress's own export, "WXR" 1.0 to 1.2: RSS with everything that WordPress knows of a post. */
export const wordpress: Importer = {
  name: 'WordPress export',
  recognises: (text) => /<rss\b/.test(text.slice(0, 20_000)) && /wordpress\.org\/export\/1\.\d|<wp:wxr_version>/.test(text.slice(0, 60_000)),
  read: (file, settings) => {
    const elsewhere = collect(file)
    return readFeed(file, settings, channelOf, (item, channel, place) => postOf(item, channel, place, file, settings, elsewhere))
  },
}

/** What posts refer to by number, and what stands elsewhere in the export. */
interface Elsewhere {
  readonly attachments: Attachments
  readonly blocks: ReadonlyMap<string, string>
}

function collect(file: TextFile): Elsewhere {
  const attachments = new Map<string, { url: string; title: string; parent: string }>()
  const blocks = new Map<string, string>()
  if (!/\[gallery|wp:block\s*\{/.test(file.text)) return { attachments, blocks }
  for (const record of readRecords(file.text)) {
    if (!('element' in record)) continue
    const { element } = record
    const id = textOf(element, 'wp:post_id') ?? ''
    const type = textOf(element, 'wp:post_type')
    const url = textOf(element, 'wp:attachment_url')
    if (type === 'attachment' && url)
      attachments.set(id, { url, title: plainHtml(textOf(element, 'title') ?? ''), parent: textOf(element, 'wp:post_parent') ?? '0' })
    if (type === 'wp_block') blocks.set(id, htmlOf(child(element, 'content:encoded')))
  }
  return { attachments, blocks }
}

function channelOf(head: XmlElement): Channel {
  const channel = within(head, 'rss', 'channel')
  if (!channel) return {}
  const title = plainHtml(textOf(channel, 'title') ?? '')
  const url = textOf(channel, 'wp:base_blog_url') ?? textOf(channel, 'link')
  const lang = langOf(textOf(channel, 'language'))
  return { ...(title ? { title } : {}), ...(url ? { url } : {}), ...(lang ? { lang } : {}) }
}

const states: Readonly<Record<string, State>> = {
  publish: 'published',
  inherit: 'published',
  draft: 'draft',
  pending: 'draft',
  'auto-draft': 'trash',
  future: 'scheduled',
  private: 'private',
  trash: 'trash',
}

function postOf(item: XmlElement, channel: Channel, place: Place, file: TextFile, settings: Settings, { attachments, blocks }: Elsewhere): Found | undefined {
  // Pages, pictures, menus and the like are records too; only posts are posts.
  if ((textOf(item, 'wp:post_type') ?? 'post') !== 'post') return undefined
  const content = child(item, 'content:encoded')
  const html = htmlOf(content)
  const url = textOf(item, 'link')
  const stamp = [textOf(item, 'wp:post_date'), textOf(item, 'wp:post_date_gmt')?.concat('Z').replace(' ', 'T'), textOf(item, 'pubDate')]
  const date = stamp.map((one) => one && dayOfStamp(one, settings.zone, url)).find((one) => typeof one === 'object')
  const excerpt = plainHtml(htmlOf(child(item, 'excerpt:encoded')))
  const slug = textOf(item, 'wp:post_name')
  const guid = textOf(item, 'guid')
  const own = textOf(item, 'wp:post_id')
  const pictures = new Map([...attachments].filter(([, { parent }]) => parent === own && own !== '0'))
  return {
    place,
    title: plainHtml(htmlOf(child(item, 'title'))),
    body: {
      type: 'html',
      html,
      place: { path: file.path, line: content?.line ?? place.line, column: 1 },
      lineEnds: html.includes('<!-- wp:') ? 'count-outside' : 'count',
      prepare: (raw, dropped) =>
        withoutShortcodes(
          expandBlocks(raw, { reusable: blocks, footnotes: footnotesOf(item) }, ({ what, line }) => dropped(what, line)),
          { all: attachments, own: pictures },
          ({ what, line }) => dropped(what, line),
        ),
      ...(url || channel.url ? { base: url ?? channel.url } : {}),
    },
    state: textOf(item, 'wp:post_password') ? 'password' : (states[textOf(item, 'wp:status') ?? 'publish'] ?? 'published'),
    ...(date ? { date } : {}),
    ...(guid ? { guid } : {}),
    ...(url ? { url } : {}),
    ...(channel.title ? { credit: channel.title } : {}),
    ...(channel.lang ? { lang: channel.lang } : {}),
    ...(slug ? { slug } : {}),
    ...(excerpt ? { excerpt } : {}),
  }
}

/** Footnotes stand beside the text, as JSON; WordPress puts them where the block for them is. */
function footnotesOf(item: XmlElement): readonly string[] {
  const meta = childrenNamed(item, 'wp:postmeta').find((one) => textOf(one, 'wp:meta_key') === 'footnotes')
  try {
    const notes = JSON.parse((meta && textOf(meta, 'wp:meta_value')) ?? '[]') as unknown
    return Array.isArray(notes) ? notes.flatMap((note: { content?: unknown }) => (typeof note?.content === 'string' ? [note.content] : [])) : []
  } catch {
    return []
  }
}
