import { describe, expect, it } from 'vitest'
import { lineWidth } from '../../src/typography/line.ts'
import { wrap } from '../../src/typography/wrap.ts'
import { fonts, hyphenate } from '../render/sheet/house.ts'

const face = { metrics: fonts.text, size: 10 }
const set = (text: string, width: number, more: { balance?: boolean } = {}): string[] => wrap(text, { ...face, width, hyphenate, ...more })

describe('wrap', () => {
  it('keeps on one line what fits, and gives nothing for nothing', () => {
    expect(set('Ett par ord', 200)).toEqual(['Ett par ord'])
    expect(set('  ', 200)).toEqual([])
  })

  it('never makes a line wider than the column', () => {
    const text = 'Vad vet du säkert om affären, och vad bara tror du om kundrelationsutvecklingsgruppen?'
    for (let width = 20; width < 300; width += 7) {
      for (const line of set(text, width)) expect(lineWidth(line, face), `${width}: ${line}`).toBeLessThanOrEqual(width + 0.01)
    }
  })

  it('loses and adds no character', () => {
    const text = 'Ett – två, tre … fyra/fem e-postadressen 4 min och arbetsmarknadsdepartementet.'
    for (let width = 12; width < 300; width += 11) {
      const joined = set(text, width).reduce((all, line) => (all.endsWith('\u00ad') || /[-/]$/.test(all) ? all + line : all === '' ? line : `${all}~${line}`), '')
      expect(joined.replaceAll('\u00ad', '').replaceAll('~', '').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }
  })

  it('hyphenates only what is wider than the column', () => {
    const lines = set('Arbetsmarknadspolitiken behöver sammanträden', 90)
    expect(lines.filter((line) => line.endsWith('\u00ad'))).toHaveLength(1)
    expect(lines.at(-1)).toBe('sammanträden')
  })

  it('breaks anywhere when there is no other way', () => {
    const lines = set('x'.repeat(60), 50)
    expect(lines.length).toBeGreaterThan(4)
    expect(lines.map((line) => line.replace('\u00ad', '')).join('')).toBe('x'.repeat(60))
  })

  it('never begins a line with a dash or an ellipsis', () => {
    for (let width = 40; width < 200; width += 3) {
      for (const line of set('Håll i – håll ut, och den 31/12 har jag … minst ett mål – kvar', width)) expect(line).not.toMatch(/^[–…]/)
    }
  })

  it('keeps a number with its unit and an abbreviation whole', () => {
    const ends = Array.from({ length: 60 }, (_, index) => set('Det tar 4 min på dag 12 den 7 december, t ex 10 % av 500 kr', 70 + index * 3)).flat()
    for (const line of ends) expect(line).not.toMatch(/(?:^| )(?:4|7|10|500|dag|t)$/)
  })

  it('leaves no lonely word on the last line where it can', () => {
    const width = lineWidth('Ett två tre fyra fem sex sju', face) + 1
    expect(set('Ett två tre fyra fem sex sju åtta', width).at(-1)).toContain(' ')
  })

  it('balances titles', () => {
    const lines = set('Vad blir ditt löfte för nästa år', 110, { balance: true })
    expect(lines).toHaveLength(2)
    const widths = lines.map((line) => lineWidth(line, face))
    expect(Math.abs((widths[0] as number) - (widths[1] as number))).toBeLessThan(30)
  })

  it('measures kerning and a hyphen at the end', () => {
    expect(lineWidth('AV', face)).toBeCloseTo(11)
    expect(lineWidth('ab\u00ad', face)).toBeCloseTo(lineWidth('ab-', face))
    expect(lineWidth('a\u00adb', face)).toBeCloseTo(lineWidth('ab', face))
    expect(lineWidth('aa', { ...face, tracking: -20 })).toBeCloseTo(9.4)
  })
})
