import { expect, it } from 'vitest'
import type { FontMetrics } from '../../src/model/font.ts'
import { breakableText, linesOf, measured } from '../../src/typography/flow.ts'
import { hyphenator } from '../../src/typography/hyphenate.ts'

/** Every character is half as wide as high, so that a column of 100 points holds 20 of them at a size of 10. */
const metrics: FontMetrics = { ascent: 800, descent: -200, capHeight: 700, advance: new Proxy({}, { get: () => 500 }), kern: {} }
const set = (text: string, letterSpacing = 0): ReturnType<typeof measured> => measured(text, { metrics, letterSpacing, hyphenate: hyphenator('sv') })

it.each([
  ['tjugo tecken i rad nu', 2],
  ['tjugo tecken på raden', 2],
  ['tjugo tecken på raden'.slice(1), 1],
  ['', 1],
  ['ett två tre fyra fem sex sju åtta nio', 2],
])('fills lines as a browser does: %j takes %i', (text, lines) => {
  expect(linesOf(set(text), 100, 10)).toBe(lines)
})

it('counts the space after letters', () => {
  expect(linesOf(set('tjugo tecken på rad.'), 100, 10)).toBe(1)
  expect(linesOf(set('tjugo tecken på rad.', 0.01), 100, 10)).toBe(2)
})

it.each([
  ['kort text', 'kort text'],
  ['en försäljningsorganisation till', 'en för\u00adsälj\u00adnings\u00ador\u00adga\u00adni\u00adsa\u00adtion till'],
  ['se https://exempel.test/en/lang/sida', 'se https:/\u200b/\u200bexempel.\u200btest/\u200ben/\u200blang/\u200bsida'],
  ['själv\u00advald\u00addelning\u00adsplats här', 'själv\u00advald\u00addelning\u00adsplats här'],
  ['#'.repeat(22), [...'#'.repeat(22)].join('\u200b')],
])('lets only words break that are too wide: %j', (text, broken) => {
  expect(breakableText(set(text), 100, 10).replace(/\u200b$/, '')).toBe(broken)
})

it('leaves room for the hyphen of a line that ends within a word', () => {
  const word = `${'a'.repeat(10)}\u00ad${'b'.repeat(10)}\u00ad${'c'.repeat(11)}`
  expect(linesOf(set(word), 100, 10)).toBe(3)
  expect(linesOf(set(word), 105, 10)).toBe(2)
})
