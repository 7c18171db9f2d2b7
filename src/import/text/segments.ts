import { readDateHeading, readDateLine, type FoundDate } from '../dates.ts'
import { commonSignoffs, isPostscript, isSignoff, signoffKey } from '../endings.ts'
import { readSeriesHeading, seriesNames, type SeriesHeading } from '../series.ts'
import { isTitleLike, textOf, type Paragraph } from './paragraphs.ts'

/** One post of a page: its heading taken apart, and its text. */
export interface Segment {
  readonly line: number
  readonly title: string
  readonly series?: SeriesHeading
  readonly date?: FoundDate
  readonly paragraphs: readonly Paragraph[]
}

/**
 * Cuts a page into its posts. A post begins with a heading of a series, with a date, or after the line that the
 * author ends every post with; where a page has none of them, at ruled lines or wide gaps; else it is one post.
 */
export function segments(paragraphs: readonly Paragraph[]): Segment[] {
  const names = seriesNames(paragraphs.map(textOf))
  const starts = startsOf(paragraphs, names)
  return [...starts]
    .sort((a, b) => a - b)
    .flatMap((start, index, all) => {
      const part = paragraphs.slice(start, all[index + 1]).filter((one) => !isRule(one))
      return part.length === 0 ? [] : [segment(part, names)]
    })
}

function startsOf(all: readonly Paragraph[], names: ReadonlySet<string>): ReadonlySet<number> {
  const inSeries = (one: Paragraph | undefined): boolean => one?.lines.length === 1 && names.has(readSeriesHeading(textOf(one))?.name.toLowerCase() ?? '')
  const headed = indices(all, inSeries)
  const dated = indices(all, (one) => one.lines.length === 1 && (readDateHeading(textOf(one)) ?? readDateLine(textOf(one))) !== undefined)
  const starts = new Set(headed)
  for (const at of dated.length > 1 ? dated : []) {
    // A date under a heading belongs to it: one of a series, or a title of its own.
    const one = all[at] as Paragraph
    if (inSeries(all[at - 1])) continue
    const alone = !readDateHeading(textOf(one))?.rest
    starts.add(alone && at > 0 && isTitleLike(all[at - 1]) ? at - 1 : at)
  }
  const signoffs = signoffsOf(all, starts)
  for (const [at, one] of all.entries()) {
    if (one.lines.length > 2 || !isSignoff(textOf(one), signoffs)) continue
    const next = afterEnding(all, at)
    if (next < all.length) starts.add(next)
  }
  if (starts.size === 0) for (const at of separated(all)) starts.add(at)
  // What stands before the first heading is a post of its own if it has a text, else the head of the page.
  const first = Math.min(...starts, all.length)
  if (first > 1 || starts.size === 0) starts.add(0)
  return starts
}

const indices = (all: readonly Paragraph[], fits: (one: Paragraph) => boolean): number[] => all.flatMap((one, index) => (fits(one) ? [index] : []))

/** Short lines that come back, each time with the end of the page or a new heading behind them. */
function signoffsOf(all: readonly Paragraph[], starts: ReadonlySet<number>): ReadonlySet<string> {
  const short = indices(all, (one) => one.lines.length <= 2 && signoffKey(textOf(one)) !== undefined)
  const candidates = commonSignoffs(short.map((at) => textOf(all[at] as Paragraph)))
  const good = [...candidates].filter((key) => {
    const uses = short.filter((at) => signoffKey(textOf(all[at] as Paragraph)) === key)
    const closing = uses.filter((at) => {
      const next = afterEnding(all, at)
      return next >= all.length || starts.has(next) || isTitleLike(all[next])
    })
    return closing.length >= uses.length * 0.75
  })
  return new Set(good)
}

/** Where the next post begins after a sign-off: behind its postscript, or a short sentence that a title follows. */
function afterEnding(all: readonly Paragraph[], signoff: number): number {
  let next = signoff + 1
  for (let one = all[next]; one; one = all[next]) {
    const added = isPostscript(textOf(one)) || (!isTitleLike(one) && textOf(one).length <= 160 && isTitleLike(all[next + 1]))
    if (!added) break
    next += 1
  }
  return next
}

const isRule = (one: Paragraph): boolean => one.lines.length === 1 && /^([-–—*=_~#•·]\s?){3,}$/.test(textOf(one))

/** Without any headings: ruled lines, or gaps of more than a blank line where most are one. */
function separated(all: readonly Paragraph[]): number[] {
  const ruled = indices(all, isRule).map((at) => at + 1)
  if (ruled.length > 0) return [0, ...ruled.filter((at) => at < all.length)]
  const wide = indices(all, ({ gap }) => gap > 2).filter((at) => at > 0 && isTitleLike(all[at]))
  return wide.length > 0 ? [0, ...wide] : []
}

function segment(part: readonly Paragraph[], names: ReadonlySet<string>): Segment {
  const line = part[0]?.line ?? 1
  let rest = [...part]
  const first = rest[0] ? textOf(rest[0]) : ''
  const heading = readSeriesHeading(first)
  const series = heading && rest[0]?.lines.length === 1 && names.has(heading.name.toLowerCase()) ? heading : undefined
  if (series) rest = rest.slice(1)
  const dated = rest[0]?.lines.length === 1 ? readDateHeading(textOf(rest[0])) : undefined
  if (dated) rest = rest.slice(1)
  let title = dated?.rest || series?.rest || ''
  let date = dated?.date
  if (!series && title === '' && rest[0]) {
    const [head, ...more] = rest
    const long = head.lines.length === 1 && textOf(head).length > 160
    if (!long) {
      title = head.lines[0] ?? ''
      rest = head.lines.length > 1 ? [{ ...head, lines: head.lines.slice(1), line: head.line + 1 }, ...more] : more
    }
  }
  const below = rest[0]?.lines.length === 1 && !date ? readDateLine(textOf(rest[0])) : undefined
  if (below) {
    date = below
    rest = rest.slice(1)
  }
  return { line, title: title || series?.label || '', ...(series ? { series } : {}), ...(date ? { date } : {}), paragraphs: rest }
}
