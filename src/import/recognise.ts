import type { Root, RootContent } from 'mdast'
import { readDateHeading } from './dates.ts'
import { commonSignoffs, isPostscript, isSignoff } from './endings.ts'
import type { Draft } from './found.ts'
import { wordsIn } from './markdown.ts'
import { readSeriesHeading, seriesNames } from './series.ts'

/**
 * Recognises, by what many posts have in common, which series a post belongs to and how its author signs off, and by
 * its place at the end a postscript. The text stays as it is; only a heading that says no more than the front matter
 * does is taken out of it.
 */
export function recognise(drafts: readonly Draft[], knownSignoffs: Iterable<string> = []): Draft[] {
  const names = seriesNames(drafts.map(({ title }) => title))
  const placed = drafts.map((draft) => withTitle(inSeries(draft, names)))
  const signoffs = new Set([...commonSignoffs(placed.flatMap(({ root }) => lastLine(root) ?? [])), ...knownSignoffs])
  return placed.map((draft) => ({ ...draft, ...endingOf(draft.root, signoffs) }))
}

function inSeries(draft: Draft, names: ReadonlySet<string>): Draft {
  if (draft.series) return draft
  const heading = readSeriesHeading(draft.title)
  if (!heading || !names.has(heading.name.toLowerCase())) return draft
  const series = { name: heading.name, part: heading.part }
  if (heading.rest) return { ...draft, series, title: heading.rest }
  // The title may stand under the series' name as the first line of the text: "12 december – Att stanna upp".
  const [first, ...rest] = draft.root.children
  const dated = first && isHeading(first) ? readDateHeading(wordsIn(first)) : undefined
  if (!dated) return { ...draft, series, title: heading.label }
  const known = draft.date
  const same = !known || (known.month === dated.date.month && known.day === dated.date.day)
  return {
    ...draft,
    series,
    title: dated.rest || heading.label,
    date: known ?? dated.date,
    ...(same ? { root: { ...draft.root, children: rest } } : {}),
  }
}

const isHeading = (node: RootContent): boolean => node.type === 'heading' || (node.type === 'paragraph' && wordsIn(node).length <= 160)

/** A title that begins with its post's day loses it: the day has a place of its own. One that is missing is made of the text. */
function withTitle(draft: Draft): Draft {
  const dated = readDateHeading(draft.title)
  if (dated?.rest && (!draft.date || (draft.date.month === dated.date.month && draft.date.day === dated.date.day))) {
    return { ...draft, title: dated.rest, date: draft.date ?? dated.date }
  }
  if (draft.title.trim() !== '') return { ...draft, title: draft.title.length > 200 ? shortened(draft.title, 200) : draft.title }
  const words = wordsIn(draft.root)
  const sentence = /^.{8,70}?[.!?…](?=\s|$)/u.exec(words)?.[0].replace(/\.$/, '')
  return { ...draft, title: sentence ?? (words === '' ? 'Utan titel' : shortened(words, 60)) }
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()} …`
}

/** The text from its last paragraph that is no postscript, and after its last line break. */
function lastLine(root: Root): string | undefined {
  const last = root.children.findLast((node) => !(node.type === 'paragraph' && isPostscript(wordsIn(node))))
  return last?.type === 'paragraph' ? lineAtEnd(last) : undefined
}

function lineAtEnd(node: Extract<RootContent, { type: 'paragraph' }>): string {
  const cut = node.children.findLastIndex(({ type }) => type === 'break')
  return wordsIn({ ...node, children: node.children.slice(cut + 1) })
}

/** Characters that may follow a sign-off as its postscript. */
const longestPostscript = 400

function endingOf(root: Root, signoffs: ReadonlySet<string>): Pick<Draft, 'signoff' | 'postscript'> {
  const { children } = root
  const at = children.findLastIndex((node) => node.type === 'paragraph' && isSignoff(lineAtEnd(node), signoffs))
  const closing = children[at]
  const after = children.slice(at + 1)
  const added = after.map((node) => wordsIn(node)).join(' ')
  const signed = closing?.type === 'paragraph' && after.length <= 3 && added.length <= longestPostscript && after.every(({ type }) => type === 'paragraph')
  if (signed) return { signoff: lineAtEnd(closing).replace(/^[–—-]\s*/u, ''), ...(added === '' ? {} : { postscript: added }) }
  const last = children.at(-1)
  return children.length > 1 && last?.type === 'paragraph' && isPostscript(wordsIn(last)) ? { postscript: wordsIn(last) } : {}
}
