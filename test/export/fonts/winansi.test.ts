import { expect, it } from 'vitest'
import { winAnsi } from '../../../src/export/fonts/winansi.ts'

it('is Windows code page 1252 without its holes', () => {
  const characterAt = new Map(
    [...winAnsi].map(([codePoint, code]) => [code, String.fromCodePoint(codePoint)]),
  )
  const row = (first: number): string =>
    Array.from({ length: 16 }, (_, index) => characterAt.get(first + index) ?? '.').join('')
  expect(row(0x70)).toBe('pqrstuvwxyz{|}~.')
  expect(row(0x80)).toBe('€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž.')
  expect(row(0x90)).toBe('.‘’“”•–—˜™š›œ.žŸ')
  expect(row(0xa0)).toBe('\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯')
  expect(row(0xf0)).toBe('ðñòóôõö÷øùúûüýþÿ')
  expect(winAnsi.size).toBe(224 - 6)
  expect([...winAnsi.values()]).toEqual([...winAnsi.values()].sort((a, b) => a - b))
})
