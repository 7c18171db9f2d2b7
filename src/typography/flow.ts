import type { FontMetrics } from '../model/font.ts'
import type { Hyphenate } from './hyphenate.ts'
import { hyphenAdvance, positions, widthBetween, type Positions } from './line.ts'

/** How a text is set where a browser breaks its lines: each as full as it goes. */
export interface Flow {
  readonly metrics: FontMetrics
  /** After each character, as a multiple of the size. */
  readonly letterSpacing: number
  readonly hyphenate: Hyphenate
}

/** A text measured once, for any size and width. Positions are in UTF-16 units of the text, widths in thousandths of the size. */
export interface Measured {
  readonly text: string
  readonly flow: Flow
  readonly at: Positions
  readonly words: readonly Word[]
}

interface Word {
  readonly start: number
  /** Before the space that follows. */
  readonly end: number
  /** Where it may break; found when it is first asked for. */
  parts?: readonly Part[]
}

/** A piece of a word that may stand at a line's end. */
interface Part {
  readonly start: number
  readonly end: number
  /** The sign to put in after it, where the text has none of its own. */
  readonly sign: string
  /** Whether a line that ends with it shows a hyphen. */
  readonly hyphen: boolean
}

const softHyphen = '\u00ad'
const noWidth = '\u200b'

/** Measures a text and finds its words. */
export function measured(text: string, flow: Flow): Measured {
  const at = positions(text, { metrics: flow.metrics, size: 1, tracking: flow.letterSpacing * 1000 })
  const words = [...text.matchAll(/\S+/gu)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
  return { text, flow, at, words }
}

/** The text with a sign at each place where a word that is wider than the column may break, and only there. */
export function breakableText(one: Measured, width: number, size: number): string {
  const { text, words } = one
  const room = roomOf(one, width, size)
  if (widthBetween(one.at, 0, text.length) <= room) return text
  let made = ''
  let done = 0
  for (const word of words) {
    if (!isWide(one, word, room)) continue
    const broken = partsWithin(one, word, room).map(({ start, end, sign }) => text.slice(start, end) + sign)
    made += text.slice(done, word.start) + broken.join('')
    done = word.end
  }
  return made + text.slice(done)
}

/** Number of lines a text takes in a column, at least one. */
export function linesOf(one: Measured, width: number, size: number): number {
  const { at, text, words, flow } = one
  const room = roomOf(one, width, size)
  if (widthBetween(at, 0, text.length) <= room) return 1
  let lines = 1
  let line = -1
  for (const word of words) {
    for (const { start, end, hyphen } of isWide(one, word, room) ? partsWithin(one, word, room) : ownParts(one, word)) {
      const from = line < 0 ? start : line
      const used = widthBetween(at, from, end) + (hyphen ? hyphenAdvance(lastSeen(text, end), { metrics: flow.metrics, size: 1, tracking: flow.letterSpacing * 1000 }) : 0)
      if (used <= room) line = from
      else {
        if (line >= 0) lines += 1
        line = start
      }
    }
  }
  return lines
}

/** What a line may take, in thousandths of the size; a browser puts letter spacing after the last letter too. */
const roomOf = ({ flow }: Measured, width: number, size: number): number => (width * 1000) / size - flow.letterSpacing * 1000

const isWide = ({ at }: Measured, { start, end }: Pick<Word, 'start' | 'end'>, room: number): boolean => widthBetween(at, start, end) > room

/** The parts of a word that is too wide; one that no rule divides (an address, a row of signs) may break between any two characters. */
function partsWithin(one: Measured, word: Word, room: number): Part[] {
  word.parts ??= partsOf(one, word)
  return word.parts.flatMap((part) => (isWide(one, part, room) ? everywhere(one.text, part) : [part]))
}

/** A hyphen in one of these would be taken for a part of it. */
const isAddress = /^\p{L}+:\/\/|^www\.|\S@\S+\.|\S\/\S+\//u

function partsOf(one: Measured, word: Word): readonly Part[] {
  const text = one.text.slice(word.start, word.end)
  if (/[\u00ad\u200b]/u.test(text)) return ownParts(one, word)
  const signed = isAddress.test(text) ? text.replace(/(?<=[/.?&=_@-])(?=.)/gu, noWidth) : one.flow.hyphenate(text)
  let start = word.start
  return signed.split(/(?<=[\u00ad\u200b])/u).map((piece) => {
    const sign = /[\u00ad\u200b]$/u.exec(piece)?.[0] ?? ''
    const part = { start, end: start + piece.length - sign.length, sign, hyphen: sign === softHyphen }
    start = part.end
    return part
  })
}

/** A word in the parts that its own signs divide it into. */
function ownParts({ text }: Measured, { start, end }: Word): readonly Part[] {
  let at = start
  return text.slice(start, end).split(/(?<=[\u00ad\u200b])/u).map((piece) => {
    const part = { start: at, end: at + piece.length, sign: '', hyphen: piece.endsWith(softHyphen) }
    at = part.end
    return part
  })
}

function everywhere(text: string, { start, end, sign, hyphen }: Part): Part[] {
  let at = start
  // A sign of the text's own stays with the character before it.
  return (text.slice(start, end).match(/.[\u00ad\u200b]*/gsu) ?? []).map((piece) => {
    const part = { start: at, end: at + piece.length, sign: /[\u00ad\u200b]$/u.test(piece) ? '' : noWidth, hyphen: false }
    at = part.end
    return at === end ? { ...part, sign, hyphen } : part
  })
}

/** The last character before a position that shows. */
function lastSeen(text: string, end: number): number {
  const [character = ''] = [...text.slice(0, end).replace(/[\u00ad\u200b]+$/u, '').slice(-2)].slice(-1)
  return character.codePointAt(0) ?? 0
}
