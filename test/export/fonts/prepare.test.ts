import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Font } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { fontFolder, fontIds } from '../../../src/export/fonts/faces.ts'
import { openFont } from '../../../src/export/fonts/subset.ts'
import { winAnsi } from '../../../src/export/fonts/winansi.ts'
import { textWidth } from '../../../src/typography/measure.ts'
import { fonts } from '../pdf/kit.ts'

const { metrics, coverage, chains, key } = await fonts()
const open = (name: string): Font => openFont(readFileSync(join(fontFolder, `${name}.woff2`)))

describe('coverage', () => {
  it('has every letter of names around Europe, arrows and marks', () => {
    const wanted = 'ÅÄÖåäö ”…” – − € Łukasz Żak Ștefan Ελένη Кириллица Þór Nguyễn → ✓ ☐ ½ ‰ e\u2011post'
    expect([...wanted].filter((character) => !coverage.has(character.codePointAt(0) ?? 0))).toEqual([])
  })

  it('lacks what no font has', () => {
    expect([...'😀漢あ'].some((character) => coverage.has(character.codePointAt(0) ?? 0))).toBe(false)
  })

  it('is measured in every face', () => {
    for (const id of fontIds) {
      expect(
        [...coverage].filter((codePoint) => metrics[id].advance[codePoint] === undefined),
        id,
      ).toEqual([])
    }
  })
})

describe.each(fontIds)('metrics of %s', (id) => {
  const face = metrics[id]

  it('give every WinAnsi character a width', () => {
    expect([...winAnsi.keys()].filter((codePoint) => !face.advance[codePoint])).toEqual([])
  })

  it('measure kerned text as a shaper does', () => {
    const font = open(chains[id][0]?.name ?? '')
    const line = 'AVATAR, Tolv Vägar! ”Åsa” – To. Ty; Wå; 117 % (kr/år)'
    const shaped = font.layout(line, { liga: false, clig: false, calt: false })
    const width = (shaped.advanceWidth * 10) / font.unitsPerEm
    // Each advance and each pair is rounded to a thousandth of the size.
    expect(Math.abs(textWidth(line, face, 10) - width)).toBeLessThan(line.length * 0.01)
  })

  it('have sensible heights and are plain data', () => {
    expect(face.ascent).toBeGreaterThan(face.capHeight)
    expect(face.capHeight).toBeGreaterThan(600)
    expect(face.descent).toBeLessThan(0)
    expect(JSON.parse(JSON.stringify(face))).toEqual(face)
  })

  it('measure a soft hyphen as a hyphen, and what is invisible as nothing', () => {
    expect(face.advance[0xad]).toBe(face.advance[0x2d])
    expect([0x200b, 0xfeff, 9].map((codePoint) => face.advance[codePoint])).toEqual([0, 0, 0])
  })
})

it('has a key that names the fonts and tools', () => {
  expect(key).toMatch(/^[0-9a-f]{32}$/)
})
