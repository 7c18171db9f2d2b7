import { breakable, wordWidths, type Ruler, type Setting } from './fit.ts'

/** A text in lines, and how badly they break: 0 is perfect, an article at a line's end costs 5. */
export interface SenseLines {
  /** With `\n` where a line ends; nothing else of the text is changed but its other white space. */
  readonly text: string
  readonly cost: number
}

/** A text of more words than this is reading matter, whose lines may end anywhere. */
const mostWords = 30

/** A little less than the box is wide, as `fit.ts` has it. */
const tolerance = 0.985

/**
 * Breaks a headline where a speaker would pause: after a full stop, a dash or a comma, before a conjunction, never after
 * an article or a preposition; else in lines about equally long. Browsers balance lines by their length alone.
 */
export function senseLines(source: string, box: Setting, size: number, ruler: Ruler, mostLines: number): SenseLines {
  // A space that does not break joins two words to one.
  const text = source.trim().replace(/[ \t\r\n]+/g, ' ')
  const words = text.split(' ')
  const room = box.width * tolerance
  const measured = wordWidths(text, box, size, ruler)
  // `fit.ts` counts the words that such a space joins one by one.
  const at = words.reduce<number[]>((starts, word) => [...starts, (starts.at(-1) ?? 0) + word.split(/\s+/u).length], [0])
  const width = (from: number, to: number): number => measured(at[from] ?? 0, at[to] ?? 0)
  // What may yet take one line is left to the browser.
  if (words.length > mostWords || breakable(text, box, size, ruler) !== text || width(0, words.length) <= box.width) return { text, cost: 0 }

  const ideal = (lines: number): number => width(0, words.length) / lines
  const best = Array.from({ length: mostLines }, (_, index) => bestOf(words, index + 1, (from, to) => lineCost(width(from, to), ideal(index + 1), room)))
  const least = best.findIndex((one) => one !== undefined)
  const found = best
    .flatMap((one, index) => (one ? [{ ...one, cost: one.cost + (index - least) * costs.line }] : []))
    .sort((a, b) => a.cost - b.cost)[0]
  if (!found) return { text, cost: 0 }
  const lines = found.starts.map((start, index) => words.slice(start, found.starts[index + 1] ?? words.length).join(' '))
  return { text: lines.join('\n'), cost: found.cost }
}

/** What each blemish costs. */
const costs = { line: 1.4, afterComma: 0.5, beforeConjunction: 1, anywhere: 2, clinging: 5, runOn: 1.5, uneven: 6, short: 2, lastWord: 1.5 } as const

/** A line that is too wide is none. */
function lineCost(width: number, ideal: number, room: number): number | undefined {
  if (width > room) return undefined
  return costs.uneven * ((width - ideal) / room) ** 2 + (width < room * 0.3 ? costs.short : 0)
}

interface Way {
  readonly cost: number
  /** The first word of each line. */
  readonly starts: readonly number[]
}

/** The cheapest way to set all words in just so many lines. */
function bestOf(words: readonly string[], lines: number, costOf: (from: number, to: number) => number | undefined): Way | undefined {
  let ways = new Map<number, Way>([[0, { cost: 0, starts: [] }]])
  for (let line = 1; line <= lines; line += 1) {
    const next = new Map<number, Way>()
    for (const [from, way] of ways) {
      for (let to = from + 1; to <= words.length; to += 1) {
        if ((line === lines) !== (to === words.length)) continue
        const cost = costOf(from, to)
        if (cost === undefined) continue
        const total = way.cost + cost + runOnCost(words.slice(from, to - 1)) + (to === words.length ? 0 : breakCost(words[to - 1] ?? '', words[to] ?? ''))
        if (total < (next.get(to)?.cost ?? Infinity)) next.set(to, { cost: total, starts: [...way.starts, from] })
      }
    }
    ways = next
  }
  return ways.get(words.length)
}

const endsSentence = /[.!?…:;][”"’)]*$|(?:^|\u00a0)[–—]$/u
const endsClause = /,[”"’)]*$/u
const isDash = /^[–—-]$/u

/** Of sentences and clauses that end within a line. */
const runOnCost = (inner: readonly string[]): number =>
  inner.reduce((sum, word) => sum + (endsSentence.test(word) ? costs.runOn : endsClause.test(word) ? costs.afterComma : 0), 0)

function breakCost(wordBefore: string, wordAfter: string): number {
  const before = wordBefore.split('\u00a0').at(-1) ?? ''
  const after = wordAfter.split('\u00a0')[0] ?? ''
  if (isDash.test(after)) return costs.clinging
  if (endsSentence.test(before)) return 0
  if (endsClause.test(before)) return costs.afterComma
  // "slutat med / som kunderna saknar": what clings has nothing to cling to.
  if (clinging.has(bare(before)) || /^\d+$/u.test(before)) return conjunctions.has(bare(after)) ? costs.anywhere : costs.clinging
  const lost = endsSentence.test(after) || endsClause.test(after) ? costs.lastWord : 0
  const leans = leaning.has(bare(after)) ? costs.anywhere : 0
  return lost + leans + (conjunctions.has(bare(after)) ? costs.beforeConjunction : costs.anywhere)
}

const bare = (word: string): string => word.toLowerCase().replace(/^[”"’(]+|[”"’)]+$/gu, '')

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words that begin a part of a sentence, in the room's languages. */
const conjunctions = set(
  'och men eller så för utan som när om att än där vad hur vem vilken vilket vilka tills innan medan eftersom är vars ' +
    'and but or so that which who when where if than until before while because what how is whose',
)

/** Words that belong to the one before. */
const leaning = set('mig dig sig oss honom henne dem upp ner ut bort fram me him them us up down out away')

/** Words that belong to the next one. */
const clinging = set(
  'och men eller så som när om att än där är i på av en ett den det de du vi ni jag han hon man din ditt dina min mitt mina vår vårt våra ' +
    'ert era sin sitt sina med till från för vid hos mot över under utan efter inför inom mellan två tre fyra fem vad hur vem vart vilken vilket vilka inte mer mest lika alla ' +
    'varje något några ingen inget inga första andra nästa helt vars innan tills medan eftersom ' +
    'har hade kan kunde ska skulle vill ville måste bör ' +
    'and but or so that when if than is a an the in on at of to for with from by your my our their its his her what how who which not more most we they i ' +
    'every each some any no first next whose before until while because has have had can could will would should must may',
)
