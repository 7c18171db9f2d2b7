import { lineFinder } from '../lines.ts'

/** A shortcode or block that WordPress would have filled in, and that has no text of its own. */
export interface Removed {
  readonly what: string
  /** From 1, in the piece of HTML. */
  readonly line: number
}

/** Pictures of the export by their number, for galleries. */
export type Attachments = ReadonlyMap<string, { readonly url: string; readonly title: string; readonly parent: string }>

/** All pictures of the export, and those that were put up with this post. */
export interface Gallery {
  readonly all: Attachments
  readonly own: Attachments
}

/** Names that WordPress and its well-known plugins give shortcodes. Others are known by their attributes or closing tag. */
const known =
  /^(wp_?caption|caption|gallery|playlist|audio|video|embed|youtube|youtu|vimeo|googlemaps|googlevideo|contact-form(-7)?|contact-field|vc_\w+|et_pb_\w+|fusion_\w+|su_\w+|tweet|slideshare|polldaddy|poll|soundcloud|instagram|flickr|scribd|sitemap|archives|subscribe2|jetpack_\w+|dropcap|one_half|one_third|two_third|button|columns?|more|nggallery|recent-posts|ngg_images|sharethis|addtoany|toc|ad|latex|code|sourcecode|spoiler|wpvideo|blip\.tv|dailymotion|gist)$/i

/** Shortcodes that stand around a part of a word. */
const inWord = /^(dropcap|highlight|tooltip|abbr)$/i

interface Tag {
  readonly raw: string
  readonly start: number
  readonly end: number
  readonly close: boolean
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** The first value without a name: `[youtube https://…]`. */
  readonly bare: string
}

/**
 * Takes WordPress's shortcodes out of a post: captions become figures, players and embeddings links, galleries the
 * pictures they name; the tags of all others go, and what stood between them stays.
 */
export function withoutShortcodes(html: string, gallery: Gallery, report: (removed: Removed) => void): string {
  const tags = [...tagsOf(html)]
  if (tags.length === 0) return html
  const closed = new Set(tags.filter(({ close }) => close).map(({ name }) => name))
  const opened = new Set(tags.filter(({ close }) => !close).map(({ name }) => name))
  const lineAt = lineFinder(html)
  const parts: string[] = []
  let from = 0
  let caption: { readonly text: string } | undefined
  for (const tag of tags) {
    const isOne = known.test(tag.name) || Object.keys(tag.attributes).length > 0 || (tag.close ? opened : closed).has(tag.name)
    if (!isOne) continue
    const between = html.slice(from, tag.start)
    // What one shortcode encloses is not of one word with what the next one does.
    parts.push(from > 0 && between === '' && !tag.close && html[from - 1] === ']' && !inWord.test(tag.name) ? '\n\n' : '', between)
    from = tag.end
    if (/^(wp_?)?caption$/i.test(tag.name)) {
      parts.push(tag.close ? `${caption ? `<figcaption>${caption.text}</figcaption>` : ''}</figure>` : '<figure data-caption="true">')
      caption = !tag.close && tag.attributes['caption'] ? { text: escape(tag.attributes['caption']) } : undefined
    } else if (!tag.close) {
      const instead = replacement(tag, gallery)
      if (instead === undefined) report({ what: `the shortcode ${tag.raw.slice(0, 80)}`, line: lineAt(tag.start) })
      else parts.push(instead)
    }
  }
  return parts.join('') + html.slice(from)
}

function* tagsOf(html: string): Generator<Tag> {
  const protectedUntil = guarded(html)
  for (const match of html.matchAll(/\[(\/?)([a-z][\w.-]*)((?:[\s=:][^[\]]*)?)\]/gi)) {
    const start = match.index
    // A doubled bracket is how one writes about shortcodes.
    if (html[start - 1] === '[' || html[start + match[0].length] === ']' || protectedUntil(start)) continue
    const [raw, slash = '', name = '', rest = ''] = match
    yield { raw, start, end: start + raw.length, close: slash === '/', name: name.toLowerCase(), ...attributesIn(rest) }
  }
}

/** True inside code, preformatted text, scripts and the tags of HTML, where brackets are brackets. */
function guarded(html: string): (position: number) => boolean {
  const ranges: (readonly [number, number])[] = []
  const lower = html.toLowerCase()
  const open = /<(pre|code|script|style|textarea)\b/gi
  for (let match = open.exec(html); match; match = open.exec(html)) {
    const end = lower.indexOf(`</${(match[1] ?? '').toLowerCase()}`, match.index)
    if (end < 0) break
    ranges.push([match.index, end])
    open.lastIndex = end
  }
  let next = 0
  return (position) => {
    while ((ranges[next]?.[1] ?? Infinity) < position) next += 1
    return (ranges[next]?.[0] ?? Infinity) <= position
  }
}

function attributesIn(text: string): Pick<Tag, 'attributes' | 'bare'> {
  const attributes: Record<string, string> = {}
  const plain = text.replace(
    /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|”([^”]*)”|&quot;(.*?)&quot;|([^\s"']+))/g,
    (_all, name: string, ...values: (string | undefined)[]) => {
      attributes[name.toLowerCase()] = values.slice(0, 5).find((value) => value !== undefined) ?? ''
      return ' '
    },
  )
  return { attributes, bare: plain.replace(/^[=:]/, '').trim().split(/\s+/)[0] ?? '' }
}

/** HTML to stand where a shortcode stood; nothing for those that only wrap; undefined when it carries no text or address. */
function replacement({ name, attributes, bare, raw }: Tag, { all, own }: Gallery): string | undefined {
  if (name === 'embed') return bare ? link(bare) : ''
  if (/^(gallery|nggallery|playlist)$/.test(name)) {
    const ids = attributes['ids'] ?? attributes['include'] ?? ''
    const named = ids === '' ? [...own.values()] : ids.split(',').flatMap((id) => all.get(id.trim()) ?? [])
    return named.length > 0 ? named.map(({ url, title }) => `<p><img src="${escape(url)}" alt="${escape(title)}"></p>`).join('') : undefined
  }
  const address = [
    /https?:[^\s\]"'<>]+/.exec(raw)?.[0] ?? '',
    bare,
    ...['src', 'url', 'href', 'mp3', 'mp4', 'm4a', 'ogg', 'webm'].map((key) => attributes[key] ?? ''),
  ]
    .map((one) => one.replace(/&amp;/g, '&'))
    .find((one) => /^https?:\/\//.test(one))
  return address ? link(address) : undefined
}

const link = (address: string): string => `<p><a href="${escape(address)}">${escape(address)}</a></p>`

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
