import type { ListItem, Paragraph as MdParagraph, PhrasingContent, Root, RootContent } from 'mdast'
import { diagnostic } from '../../model/diagnostic.ts'
import { slugFor } from '../../render/new-post.ts'
import type { Found, Importer, Settings, TextFile } from '../found.ts'
import { withoutFurniture } from '../text/furniture.ts'
import { paragraphsOf, textOf, type Paragraph } from '../text/paragraphs.ts'
import { segments, type Segment } from '../text/segments.ts'

/** Plain text: one post, or a page of them as it is copied from a browser. */
export const text: Importer = {
  name: 'text',
  // What is left, but for data of other kinds.
  recognises: (source) => !/^\s*(?:<\?xml|\{\\rtf|%!PS|\{\s*"|\[\s*[{"[])/.test(source.slice(0, 1000)),
  read: readText,
}

function* readText(file: TextFile, { report }: Settings): Generator<Found> {
  const { paragraphs, furniture, site } = withoutFurniture(paragraphsOf(file.text))
  for (const one of furniture) {
    report(diagnostic('dropped', { path: file.path, line: one.line, column: 1 }, `"${textOf(one)}" belongs to the page around the posts, so it was left out`))
  }
  const found = segments(paragraphs)
  const home = slugFor(site ?? file.inside.replace(/\.[^./]*$/, '').replace(/^.*\//, '')) || 'text'
  for (const one of found) {
    const title = one.title || (found.length === 1 ? nameOf(file.inside) : '')
    yield {
      place: { path: file.path, line: one.line, column: 1 },
      title,
      body: { type: 'text', root: rootOf(one) },
      state: 'published',
      guid: `${home}/${slugFor(one.series ? one.series.label : title) || `rad-${one.line}`}`,
      ...(one.date ? { date: one.date } : {}),
      ...(one.series ? { series: { name: one.series.name, part: one.series.part } } : {}),
      ...(site ? { credit: site } : {}),
    }
  }
}

const nameOf = (path: string): string =>
  path
    .replace(/^.*\//, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[-_]+/g, ' ')
    .trim()

function rootOf({ paragraphs }: Segment): Root {
  return { type: 'root', children: paragraphs.map(blockOf) }
}

const bullet = /^(?:[•●▪◦*·]|-(?=\s))\s*(?=\S)/u
const numeral = /^(\d{1,3})[.)]\s+(?=\S)/

/** Lines that all begin with a mark or a number are a list; a dash alone may as well be someone speaking. */
function blockOf({ lines }: Paragraph): RootContent {
  if (lines.length > 1 && lines.every((line) => bullet.test(line)))
    return { type: 'list', ordered: false, spread: false, children: lines.map((line) => item(line.replace(bullet, ''))) }
  const [first] = lines
  if (lines.length > 1 && first && lines.every((line) => numeral.test(line))) {
    return {
      type: 'list',
      ordered: true,
      start: Number(numeral.exec(first)?.[1] ?? 1),
      spread: false,
      children: lines.map((line) => item(line.replace(numeral, ''))),
    }
  }
  return paragraph(lines)
}

const item = (line: string): ListItem => ({ type: 'listItem', spread: false, children: [paragraph([line])] })

const paragraph = (lines: readonly string[]): MdParagraph => ({
  type: 'paragraph',
  children: lines.flatMap((value, index): PhrasingContent[] => [...(index > 0 ? [{ type: 'break' as const }] : []), { type: 'text', value }]),
})
