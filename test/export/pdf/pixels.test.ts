import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Font } from 'fontkit'
import { expect, it } from 'vitest'
import { fontFolder, fontIds } from '../../../src/export/fonts/faces.ts'
import { openFont } from '../../../src/export/fonts/subset.ts'
import type { FontId } from '../../../src/model/font.ts'
import type { LaidOutPage, Text } from '../../../src/model/page.ts'
import { fonts, Pixels, write } from './kit.ts'

// A subset with a bug can show blanks while its text still extracts: only painted pixels tell.

const { coverage, chains } = await fonts()
const open = new Map<string, Font>()
function fontOf(name: string): Font {
  const font = open.get(name) ?? openFont(readFileSync(join(fontFolder, `${name}.woff2`)))
  open.set(name, font)
  return font
}

const size = 12
const cell = 32
const columns = 42

/** All characters in cells of a grid. */
const grid = (font: FontId, characters: readonly number[]): LaidOutPage => ({
  width: columns * cell,
  height: (Math.ceil(characters.length / columns) + 1) * cell,
  items: characters.map((codePoint, index): Text => ({
    type: 'text',
    tag: 'P',
    font,
    size,
    color: '#000000',
    lines: [{ ...origin(index), text: String.fromCodePoint(codePoint) }],
  })),
})
const origin = (index: number): { x: number; y: number } => ({
  x: (index % columns) * cell + 10,
  y: Math.floor(index / columns) * cell + 21,
})

it.each(fontIds)('paints every character of %s with the glyph of its font', async (id) => {
  // Combining marks are placed on letters, spaces and what is invisible have no ink, and two dashes are too long.
  const composed = [...coverage].map(
    (codePoint) => String.fromCodePoint(codePoint).normalize('NFC').codePointAt(0) ?? 0,
  )
  const characters = [...new Set(composed)].filter(
    (codePoint) => !/[\p{M}\p{Z}\p{C}⸺⸻]/u.test(String.fromCodePoint(codePoint)),
  )
  expect(characters.length).toBeGreaterThan(1500)
  const pixels = new Pixels(await write([grid(id, characters)]), 0, 3)
  const wrong = characters.filter((codePoint, index) => {
    const file = chains[id].find(({ advance }) => advance[codePoint] !== undefined)
    const glyph = fontOf(file?.name ?? '').glyphForCodePoint(codePoint)
    const scale = size / fontOf(file?.name ?? '').unitsPerEm
    const { x, y } = origin(index)
    const ink = pixels.ink(x - 9, y - 20, x + cell - 11, y + 11)
    if (!ink) return true
    const { minX, minY, maxX, maxY } = glyph.bbox
    const expected = [x + minX * scale, y - maxY * scale, x + maxX * scale, y - minY * scale].map(
      (value, side) => clamp(value, side, x, y),
    )
    return ink.some((value, side) => Math.abs(value - (expected[side] ?? 0)) > 0.6)
  })
  expect(wrong.map((codePoint) => String.fromCodePoint(codePoint)).join(' ')).toBe('')
})

/** A few signs are larger than their cell. */
function clamp(value: number, side: number, x: number, y: number): number {
  return side % 2 === 0
    ? Math.min(Math.max(value, x - 9), x + cell - 11)
    : Math.min(Math.max(value, y - 20), y + 11)
}
