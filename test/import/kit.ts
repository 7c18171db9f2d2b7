import { readdirSync, readFileSync } from 'node:fs'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { wordsIn, writeMarkdown } from '../../src/import/markdown.ts'
import { renderPost, type Ready } from '../../src/import/render.ts'
import { Gathering, type Gathered, type Wishes } from '../../src/import/run.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { Post } from '../../src/model/post.ts'
import { plainText, type Block } from '../../src/model/text.ts'
import { parsePost } from '../../src/parse/post.ts'

export interface Imported extends Gathered {
  readonly diagnostics: readonly Diagnostic[]
  readonly ready: readonly Ready[]
  /** The files as they would be written, without proposals. */
  readonly files: readonly string[]
  readonly markdown: readonly string[]
}

/** Imports texts or bytes as if they were files; the first is called `source`. */
export function importing(source: string | Uint8Array | Readonly<Record<string, string | Uint8Array>>, wishes: Partial<Wishes> = {}, folder = ''): Imported {
  const diagnostics: Diagnostic[] = []
  const gathering = new Gathering({ zone: 'Europe/Stockholm', includeDrafts: false, ...wishes }, (one) => diagnostics.push(one))
  const files = typeof source === 'string' || source instanceof Uint8Array ? { source } : source
  for (const [inside, content] of Object.entries(files))
    gathering.add({ path: inside, inside, folder, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content })
  const gathered = gathering.finish([])
  const ready = gathered.posts.map(({ post }) => post)
  return { ...gathered, diagnostics, ready, files: ready.map((post) => renderPost(post, undefined)), markdown: ready.map(({ root }) => writeMarkdown(root)) }
}

/** What was reported, a line each. */
export const reported = ({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): string[] =>
  diagnostics.map(({ path, line, code, message }) => `${path}:${line} ${code}: ${message}`)

/** The words of Markdown as the toolkit itself reads them. */
export function readBack(markdown: string): string {
  return wordsIn(fromMarkdown(markdown, { extensions: [gfm(), { disable: { null: ['htmlFlow', 'htmlText'] } }], mdastExtensions: [gfmFromMarkdown()] }))
}

export const xmlText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A CDATA section as WordPress writes one: what would end it is divided. */
export const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

export interface WordpressItem {
  readonly title?: string
  readonly content?: string
  readonly excerpt?: string
  readonly date?: string
  readonly gmt?: string
  readonly pubDate?: string
  readonly status?: string
  readonly type?: string
  readonly password?: string
  readonly name?: string
  readonly id?: number
  readonly extra?: string
}

/** An item with the elements that WordPress's export writes (wp-admin/includes/export.php), in their order. */
export function wordpressItem({
  title = 'Ett inlägg',
  content = '',
  excerpt = '',
  date = '2011-12-12 08:00:00',
  gmt = date,
  pubDate = '',
  status = 'publish',
  type = 'post',
  password = '',
  name = '',
  id = 1,
  extra = '',
}: WordpressItem): string {
  return `
	<item>
		<title>${cdata(title)}</title>
		<link>https://blogg.example/?p=${id}</link>
		<pubDate>${pubDate}</pubDate>
		<dc:creator>${cdata('ola')}</dc:creator>
		<guid isPermaLink="false">https://blogg.example/?p=${id}</guid>
		<description></description>
		<content:encoded>${cdata(content)}</content:encoded>
		<excerpt:encoded>${cdata(excerpt)}</excerpt:encoded>
		<wp:post_id>${id}</wp:post_id>
		<wp:post_date>${cdata(date)}</wp:post_date>
		<wp:post_date_gmt>${cdata(gmt)}</wp:post_date_gmt>
		<wp:comment_status>${cdata('open')}</wp:comment_status>
		<wp:post_name>${cdata(name)}</wp:post_name>
		<wp:status>${cdata(status)}</wp:status>
		<wp:post_parent>0</wp:post_parent>
		<wp:post_type>${cdata(type)}</wp:post_type>
		<wp:post_password>${cdata(password)}</wp:post_password>
		<wp:is_sticky>0</wp:is_sticky>${extra}
		<category domain="category" nicename="salj"><![CDATA[Sälj]]></category>
		<wp:postmeta><wp:meta_key>_edit_last</wp:meta_key><wp:meta_value><![CDATA[1]]></wp:meta_value></wp:postmeta>
		<wp:comment><wp:comment_author><![CDATA[Någon]]></wp:comment_author><wp:comment_content><![CDATA[En kommentar, inget inlägg.]]></wp:comment_content></wp:comment>
	</item>`
}

/** A whole export, as version 1.2 of the format has it unless another is asked for. */
export function wordpress(items: readonly WordpressItem[] | string, { version = '1.2', encoding = 'UTF-8', site = 'Om försäljning' } = {}): string {
  const body = typeof items === 'string' ? items : items.map((item, index) => wordpressItem({ id: index + 1, ...item })).join('')
  return `<?xml version="1.0" encoding="${encoding}" ?>
<!-- This is a WordPress eXtended RSS file generated by WordPress as an export of your site. -->
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/${version}/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/${version}/"
>
<channel>
	<title>${site}</title>
	<link>https://blogg.example</link>
	<description>En blogg</description>
	<language>sv-SE</language>
	<wp:wxr_version>${version}</wp:wxr_version>
	<wp:base_site_url>https://blogg.example</wp:base_site_url>
	<wp:base_blog_url>https://blogg.example</wp:base_blog_url>
	<wp:author><wp:author_login><![CDATA[ola]]></wp:author_login></wp:author>
	<generator>https://wordpress.org/?v=6.4</generator>${body}
</channel>
</rss>
`
}

export const rss = (items: string, channel = '<title>Om försäljning</title><link>https://blogg.example/</link><language>sv</language>'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${channel}${items}</channel></rss>`

export const atom = (entries: string, head = '<title>Om försäljning</title><link rel="alternate" type="text/html" href="https://blogg.example/"/>'): string =>
  `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">${head}${entries}</feed>`

const posts = 'content/posts'

/** The retold posts that the project ships, newest first as a blog shows them. */
export const shipped = (): Post[] =>
  readdirSync(posts)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => parsePost({ path: `${posts}/${name}`, text: readFileSync(`${posts}/${name}`, 'utf8') }).post as Post)
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))

/** A post's text as paragraphs of plain text. */
export const paragraphsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [plainText(block.children)]
      : block.type === 'list'
        ? block.items.flatMap(paragraphsOf)
        : block.type === 'quote'
          ? paragraphsOf(block.children)
          : [],
  )

/**
 * Our own retold posts assembled into what a page of a blog looks like when it is copied as text: the site's title
 * twice, posts newest first, a series with day numbers and dates without a year, and the number of the page.
 */
export function pageDump(all: readonly Post[]): string {
  const one = (post: Post): string[] => {
    const part = post.series?.part
    const head =
      part === undefined
        ? [post.title]
        : [`En säljares juldagbok dag ${part}`, part <= 2 ? `${part} December` : `${part} ${part % 2 ? 'December' : 'december'} – ${post.title}`]
    return [...head, ...paragraphsOf(post.body), ...(post.signoff ? [post.signoff] : []), ...(post.postscript ? [post.postscript] : [])]
  }
  return `${['Om försäljning.', 'Om försäljning.', ...all.flatMap(one), 'page  2  of  3'].join('\n\n')}\n`
}

const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Text in an encoding, as programs of their time wrote it. */
export function encoded(text: string, encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'utf-16le-bare' | 'iso-8859-1' | 'windows-1252'): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\ufeff${text}`)
  if (encoding.startsWith('utf-16')) {
    const units = [...(encoding.endsWith('bare') ? '' : '\ufeff'), ...text].join('')
    const bytes = new Uint8Array(units.length * 2)
    const view = new DataView(bytes.buffer)
    for (let index = 0; index < units.length; index += 1) view.setUint16(index * 2, units.charCodeAt(index), encoding !== 'utf-16be')
    return bytes
  }
  return Uint8Array.from([...text], (character) => {
    const code = character.charCodeAt(0)
    if (code < 0x80 || (code >= 0xa0 && code < 0x100)) return code
    const place = high.indexOf(character)
    if (encoding === 'iso-8859-1' || place < 0) throw new Error(`${encoding} has no ${character}`)
    return 0x80 + place
  })
}
