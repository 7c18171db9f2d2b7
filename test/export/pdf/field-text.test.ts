import { describe, expect, it } from 'vitest'
import { fitText } from '../../../src/export/pdf/field-text.ts'
import { textWidth } from '../../../src/typography/measure.ts'
import { fonts } from './kit.ts'

const metrics = (await fonts()).metrics.text

describe('text in a field', () => {
  it('keeps its size and lines where there is room', () => {
    expect(fitText('Ett svar\n\nmed luft', metrics, 11, 200, 60, true)).toEqual({
      size: 11,
      lines: ['Ett svar', '', 'med luft'],
      leading: 13.75,
    })
  })

  it('is broken at spaces, and within a word that is wider than the field', () => {
    const { lines, size } = fitText(
      'Kort sextiosjuvåningshusbyggarkonferens slut',
      metrics,
      11,
      90,
      200,
      true,
    )
    expect(size).toBe(11)
    expect(lines.join('').replaceAll(' ', '')).toBe('Kortsextiosjuvåningshusbyggarkonferensslut')
    expect(Math.max(...lines.map((line) => textWidth(line, metrics, size)))).toBeLessThanOrEqual(86)
  })

  it.each([true, false])('shrinks rather than being cut (several lines: %s)', (isMultiline) => {
    const { size, lines } = fitText('Ett längre svar än vad rutan rymmer', metrics, 11, 100, 20, isMultiline)
    expect(size).toBeLessThan(11)
    expect(Math.max(...lines.map((line) => textWidth(line, metrics, size)))).toBeLessThanOrEqual(96)
  })

  it('stops shrinking while it can still be read', () => {
    expect(fitText('ord '.repeat(500), metrics, 11, 50, 20, true).size).toBe(4)
  })
})
