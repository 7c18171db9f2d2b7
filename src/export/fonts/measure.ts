import type { Font } from 'fontkit'
import { broken, chains, fontIds, hyphen, invisibleRanges, isInvisible, softHyphen } from './faces.ts'
import type { FontFile, PreparedFonts } from './prepared.ts'
import type { FontId, FontMetrics } from '../../model/font.ts'
import { winAnsi } from './winansi.ts'

/** Characters that a font file can show, sorted. */
export function charactersOf(font: Font, name: string): number[] {
  const all = font.characterSet.filter(
    (codePoint) => !isInvisible(codePoint) && !broken[name]?.includes(codePoint),
  )
  return [...new Set(all)].sort((a, b) => a - b)
}

/** Advance by code point, in thousandths. */
export function measureAdvances(font: Font, characters: readonly number[]): Record<number, number> {
  const scale = 1000 / font.unitsPerEm
  const advance: Record<number, number> = {}
  for (const c of characters) advance[c] = Math.round(font.glyphForCodePoint(c).advanceWidth * scale)
  return advance
}

/** Kerning of all pairs of WinAnsi characters, in thousandths; pairs without kerning have no entry. */
export function measureKerning(font: Font, characters: ReadonlySet<number>): Record<number, number> {
  const scale = 1000 / font.unitsPerEm
  const own = [...winAnsi.keys()].filter((c) => characters.has(c) && c !== softHyphen)
  const kern: Record<number, number> = {}
  for (const left of own) {
    // One long line `AaAbAc…` is shaped several times faster than its pairs one by one.
    const shifts =
      pairShifts(font, left, own) ?? own.map((right) => pairShifts(font, left, [right])?.[0] ?? 0)
    own.forEach((right, index) => {
      const shift = Math.round((shifts[index] ?? 0) * scale)
      if (shift === 0) return
      kern[left * 65536 + right] = shift
      // A soft hyphen at a line's end looks like a hyphen.
      if (right === hyphen) kern[left * 65536 + softHyphen] = shift
    })
  }
  return kern
}

/** How far each right character moves after the left one; undefined where three became one, as in Catalan `l·l`. */
function pairShifts(font: Font, left: number, rights: readonly number[]): number[] | undefined {
  const line = rights.map((right) => String.fromCodePoint(left, right)).join('')
  const { glyphs, positions } = font.layout(line, { liga: false, clig: false, calt: false })
  if (glyphs.length !== rights.length * 2) return undefined
  return rights.map(
    (_, index) => (positions[index * 2]?.xAdvance ?? 0) - (glyphs[index * 2]?.advanceWidth ?? 0),
  )
}

function faceMetrics(chain: readonly FontFile[]): FontMetrics {
  const first = chain[0]
  if (!first) throw new Error('A face needs a font file')
  const advance: Record<number, number> = {}
  for (const file of chain.toReversed()) Object.assign(advance, file.advance)
  advance[softHyphen] = advance[hyphen] ?? 0
  for (const [from, to] of invisibleRanges) for (let c = from; c <= to; c += 1) advance[c] = 0
  const { ascent, descent, capHeight } = first
  return { ascent, descent, capHeight, advance, kern: first.kern }
}

/** Puts faces together from their files. */
export function assemble(key: string, files: ReadonlyMap<string, FontFile>): PreparedFonts {
  const chainOf = (id: FontId): FontFile[] =>
    chains[id].map((name) => {
      const file = files.get(name)
      if (!file) throw new Error(`There is no font file ${name}`)
      return file
    })
  const byFace = <T>(make: (id: FontId) => T): Record<FontId, T> =>
    Object.fromEntries(fontIds.map((id) => [id, make(id)])) as Record<FontId, T>
  const metrics = byFace((id) => faceMetrics(chainOf(id)))
  const everywhere = Object.keys(metrics.text.advance)
    .map(Number)
    .filter((codePoint) => fontIds.every((id) => metrics[id].advance[codePoint] !== undefined))
  return { key, metrics, coverage: new Set(everywhere), chains: byFace(chainOf) }
}
