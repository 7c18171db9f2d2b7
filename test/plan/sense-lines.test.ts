import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareFonts } from '../../src/export/fonts/index.ts'
import { boxes } from '../../src/plan/boxes.ts'
import type { Ruler } from '../../src/plan/fit.ts'
import { senseLines } from '../../src/plan/sense-lines.ts'
import { hyphenator } from '../../src/typography/hyphenate.ts'

let ruler: Ruler
beforeAll(async () => void (ruler = { fonts: (await prepareFonts(join(tmpdir(), 'saljverkstad-test-fonts'))).metrics, hyphenate: hyphenator('sv') }))

const lines = (text: string, size: number, most = 4): string[] => senseLines(text, boxes.idea.text, size, ruler, most).text.split('\n')

describe('the lines of a headline', () => {
  it('end where a speaker would pause', () => {
    expect(lines('Sitt still en stund, så vågar sig viltet fram.', 76)).toEqual(['Sitt still en stund,', 'så vågar sig viltet fram.'])
    expect(lines('Respekt kan du förtjäna. Vänskap går inte att beställa.', 56)).toEqual(['Respekt kan du förtjäna.', 'Vänskap går inte att beställa.'])
    expect(lines('Det går att vinna på flera sätt – frågan är vilket som är ditt.', 56)).toEqual(['Det går att vinna på flera sätt –', 'frågan är vilket som är ditt.'])
  })

  it('do not end after a word that belongs to the next', () => {
    const all = lines('Alla vill ha affären, men kulturen avgör vem som säger ja och när det blir en affär av det.', 76, 6)
    expect(all.filter((line) => / (?:en|av|det|vem|som|och|när)$/.test(line))).toEqual([])
  })

  it('keep every word, in order', () => {
    const text = 'Den  som skrattar\nen gång i timmen hinner inte bli högtidlig.'
    expect(lines(text, 76).join(' ')).toBe('Den som skrattar en gång i timmen hinner inte bli högtidlig.')
  })

  it('keep together what a space that does not break holds together', () => {
    expect(lines('Relationer\u00a0– vad är de egentligen värda i\u00a0år?', 76)).toEqual(['Relationer\u00a0–', 'vad är de egentligen', 'värda i\u00a0år?'])
  })

  it('are left to the browser when a word has to be broken, or when the text is long', () => {
    expect(lines('Kundrelationsutvärderingsmötesprotokoll och annat som tar plats', 76)).toHaveLength(1)
    expect(lines('ord '.repeat(40).trim(), 56)).toHaveLength(1)
  })
})
