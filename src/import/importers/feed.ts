import { diagnostic, type Diagnostic, type Place } from '../../model/diagnostic.ts'
import type { Lang } from '../../model/post.ts'
import type { Found, Report, Settings, TextFile } from '../found.ts'
import { absolute } from '../html/clean.ts'
import { child, childrenNamed, readRecords, textOf, type XmlElement } from '../xml.ts'

/** What a feed says about itself. */
export interface Channel {
  readonly title?: string
  readonly url?: string
  readonly lang?: Lang
  /** What the feed says its relative addresses start from (XML Base). */
  readonly base?: string
}

/** Reads the records of a feed; those that cannot be read, and those that had to be mended, are reported. */
export function* readFeed(
  file: TextFile,
  settings: Settings,
  channelOf: (head: XmlElement) => Channel,
  postOf: (record: XmlElement, channel: Channel, place: Place) => Found | undefined,
): Generator<Found> {
  let channel: Channel = {}
  let number = 0
  for (const record of readRecords(file.text)) {
    if ('head' in record) {
      channel = channelOf(record.head)
      continue
    }
    number += 1
    const place: Place = { path: file.path, line: record.line, column: 1 }
    if ('broken' in record) {
      settings.report(
        diagnostic('bad-item', place, `post ${number} cannot be read: ${record.broken}`, 'mend it in the file, or copy that post by hand; all others are read'),
      )
      continue
    }
    reportFaults(record.faults, place, settings.report)
    const found = postOf(record.element, channel, place)
    if (found) yield found
  }
}

function reportFaults(faults: readonly string[], place: Place, report: Report): void {
  const [first] = faults
  if (!first) return
  const more = faults.length > 1 ? ` and ${faults.length - 1} more` : ''
  report(
    diagnostic(
      'repaired',
      place,
      `the XML of this post is not well-formed (${first}${more}); it was read as far as it makes sense`,
      'compare the post with the original',
    ),
  )
}

/** A post of which the feed has only a summary. */
export const excerptOnly = (place: Place): Diagnostic =>
  diagnostic(
    'excerpt-only',
    place,
    'the feed has only the beginning of this post',
    'let the blog put whole texts in its feed, or import its export or its pages instead',
  )

/** A descendant by its path of names, the root's own first. */
export function within(root: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((element, name) => element && element.children.find((one) => localName(one.name) === localName(name)), root)
}

const localName = (name: string): string => name.replace(/^.*:/, '')

/**
 * What relative addresses in a record's text start from: what the record and the feed say (XML Base, 4.2), else the
 * record's own page, else the site.
 */
export function baseFor(record: XmlElement, content: XmlElement | undefined, channel: Channel, url: string | undefined): string | undefined {
  const said = [record, content].map((one) => one?.attributes['xml:base']).filter((one) => one !== undefined)
  if (said.length > 0) return said.reduce((base, one) => absolute(one, base || undefined), channel.base ?? channel.url ?? '')
  return channel.base ?? url ?? channel.url
}

/** The language of a text by its tag (BCP 47), if the toolkit knows it. */
export function langOf(tag: string | undefined): Lang | undefined {
  const language = tag?.trim().toLowerCase().split(/[-_]/)[0]
  return language === 'sv' || language === 'en' ? language : undefined
}

export const line = (element: XmlElement, path: string): Place => ({ path, line: element.line, column: 1 })

/** The HTML of an element: its text, or what stands in it where somebody forgot to escape tags. */
export function htmlOf(element: XmlElement | undefined): string {
  if (!element) return ''
  return element.children.length > 0 ? element.inner.replace(/<!\[CDATA\[|\]\]>/g, '') : element.text
}

export { child, childrenNamed, textOf }
