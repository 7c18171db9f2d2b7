import { glued } from './glue.ts'
import { hyphenAdvance, naturalWidth, positions, widthBetween, type Face, type Positions } from './line.ts'

export interface Wrapping extends Face {
  /** Width of the column in points. */
  readonly width: number
  /** Gives a word with soft hyphens between its parts; asked only for words wider than the column. */
  readonly hyphenate: (word: string) => string
  /** Lines of even length, for titles and leads. */
  readonly balance?: boolean
}

/** A place where a line may end. */
interface Break {
  /** The line ends before this unit of the text, the next begins at `next`. */
  readonly end: number
  readonly next: number
  readonly hyphen: boolean
  readonly cost: number
}

const softHyphen = '\u00ad'
const wordless = /^[\s\u00ad]*$/u

/**
 * Breaks a text into as few lines as it needs, even rather than ragged, without a lonely last word where it can.
 * A word wider than the column is hyphenated, in the last resort between any two letters: nothing is ever cut.
 * A line that ends within a word ends in a soft hyphen.
 */
export function wrap(text: string, wrapping: Wrapping): string[] {
  if (!text.includes('\n')) return wrapParagraph(text, wrapping)
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, wrapping))
}

function wrapParagraph(text: string, wrapping: Wrapping): string[] {
  if (wordless.test(text)) return []
  const words = text.split(/[ \t\r]+/u).filter((word) => word !== '')
  const flat = words.join(' ').replaceAll(softHyphen, '')
  const limit = (wrapping.width * 1000) / wrapping.size + 0.01
  if (naturalWidth(flat, wrapping) <= limit) return [flat]
  const at = positions(flat, wrapping)
  const breaks = breaksOf(words, at, limit, wrapping)
  return best(flat, breaks, at, limit, wrapping)
}

function breaksOf(words: readonly string[], at: Positions, limit: number, wrapping: Wrapping): Break[] {
  const breaks: Break[] = []
  let start = 0
  let groupStart = 0
  words.forEach((word, index) => {
    const bare = word.replaceAll(softHyphen, '')
    const end = start + bare.length
    const wide = widthBetween(at, start, end) > limit
    breaks.push(...inside(word, bare, start, wide, at, limit, wrapping))
    if (index < words.length - 1) {
      const tight = glued(words, index)
      const groupFits = widthBetween(at, groupStart, end + 1 + (words[index + 1] as string).replaceAll(softHyphen, '').length) <= limit
      if (!tight || !groupFits) {
        breaks.push({ end, next: end + 1, hyphen: false, cost: tight ? 3 : 0 })
        groupStart = end + 1
      }
    }
    start = end + 1
  })
  return breaks
}

/** Breaks within a word: after a written hyphen or slash; where it is too wide, at its syllables, then anywhere. */
function inside(word: string, bare: string, start: number, wide: boolean, at: Positions, limit: number, wrapping: Wrapping): Break[] {
  const breaks: Break[] = []
  for (const match of bare.matchAll(/(?<=[\p{L}\d]{2})[-/](?=[\p{L}\d]{3})/gu)) {
    const end = start + match.index + 1
    breaks.push({ end, next: end, hyphen: false, cost: wide ? 0.2 : 0.6 })
  }
  if (!wide) return breaks
  const parts = (word.includes(softHyphen) ? word : wrapping.hyphenate(bare)).split(softHyphen)
  if (parts.join('') !== bare) return [...breaks, ...anywhere(bare, start)]
  let end = start
  let tooWide = false
  parts.forEach((part, index) => {
    if (widthBetween(at, end, end + part.length) > limit * 0.95) tooWide = true
    end += part.length
    if (index < parts.length - 1) breaks.push({ end, next: end, hyphen: true, cost: 0.5 })
  })
  return tooWide ? [...breaks, ...anywhere(bare, start)].sort((a, b) => a.end - b.end) : breaks
}

/** Between any two characters, never within a surrogate pair or before a combining mark. */
function anywhere(bare: string, start: number): Break[] {
  const breaks: Break[] = []
  for (let index = 1; index < bare.length; index += 1) {
    if (/[\udc00-\udfff\p{M}\u200d]/u.test(bare[index] as string)) continue
    if (/[\ud800-\udbff]/.test(bare[index - 1] as string) && /[\udc00-\udfff]/.test(bare[index] as string)) continue
    breaks.push({ end: start + index, next: start + index, hyphen: /[\p{L}\d]/u.test(bare[index - 1] as string), cost: 4 })
  }
  return breaks
}

interface State {
  readonly cost: number
  readonly from: number
  readonly lines: number
}

/** The breaks with the least cost; a line more always costs more than any raggedness. */
function best(flat: string, breaks: readonly Break[], at: Positions, limit: number, wrapping: Wrapping): string[] {
  const stops: Break[] = [...breaks, { end: flat.length, next: flat.length, hyphen: false, cost: 0 }]
  const states: State[] = []
  stops.forEach((stop, index) => {
    const last = index === stops.length - 1
    let found: State | undefined
    for (let from = index - 1; from >= -1; from -= 1) {
      const begin = from < 0 ? 0 : (stops[from] as Break).next
      const before = from < 0 ? { cost: 0, lines: 0 } : (states[from] as State)
      if (stop.end <= begin) continue
      const used = widthBetween(at, begin, stop.end) + (stop.hyphen ? hyphenAdvance(flat.charCodeAt(stop.end - 1), wrapping) : 0)
      if (used > limit && found) break
      const over = used > limit ? 1e6 * (used / limit) : 0
      const cost = before.cost + 100 + over + stop.cost + lineCost(flat.slice(begin, stop.end), used / limit, last, before.lines, wrapping)
      if (!found || cost < found.cost) found = { cost, from, lines: before.lines + 1 }
    }
    states.push(found ?? { cost: 1e9, from: -1, lines: 0 })
  })
  const lines: string[] = []
  for (let index = stops.length - 1; index >= 0; ) {
    const stop = stops[index] as Break
    const { from } = states[index] as State
    const begin = from < 0 ? 0 : (stops[from] as Break).next
    lines.unshift(flat.slice(begin, stop.end) + (stop.hyphen ? softHyphen : ''))
    index = from
  }
  return lines
}

function lineCost(line: string, fill: number, last: boolean, before: number, wrapping: Wrapping): number {
  const slack = Math.max(0, 1 - fill)
  if (!last || wrapping.balance) return slack * slack * 10
  if (before === 0) return 0
  const lonely = line.includes(' ') ? 0 : 4
  return lonely + Math.max(0, 0.3 - fill) * 6
}
