import { describe, expect, it } from 'vitest'
import { beginning, pieces } from '../../src/plan/pieces.ts'

const upTo = (length: number) => (piece: string): boolean => piece.length <= length
const text = 'Vi åkte till Kiruna. Där var det kallt, mörkt och tyst. Sedan åkte vi hem.'

describe('a text that does not hold', () => {
  it('is left alone when it does', () => expect(pieces(text, 'sv', upTo(100))).toEqual([text]))

  it('is cut between sentences', () => {
    expect(pieces(text, 'sv', upTo(60))).toEqual(['Vi åkte till Kiruna. Där var det kallt, mörkt och tyst.', 'Sedan åkte vi hem.'])
  })

  it('is cut after a comma when a sentence is too long, and between words when a clause is', () => {
    expect(pieces(text, 'sv', upTo(22))).toEqual(['Vi åkte till Kiruna.', 'Där var det kallt,', 'mörkt och tyst.', 'Sedan åkte vi hem.'])
    expect(pieces(text, 'sv', upTo(9))).toEqual(['Vi åkte', 'till', 'Kiruna.', 'Där var', 'det', 'kallt,', 'mörkt och', 'tyst.', 'Sedan', 'åkte vi', 'hem.'])
  })

  it('loses nothing, and no word is cut', () => {
    expect(pieces('ett kundnöjdhetsundersökning två', 'sv', upTo(4))).toEqual(['ett', 'kundnöjdhetsundersökning', 'två'])
    for (const length of [1, 5, 12, 30]) expect(pieces(text, 'sv', upTo(length)).join(' ')).toBe(text)
  })
})

describe('the beginning of a text', () => {
  it('is whole sentences, or nothing', () => {
    expect(beginning(text, 'sv', upTo(60))).toBe('Vi åkte till Kiruna. Där var det kallt, mörkt och tyst.')
    expect(beginning(text, 'sv', upTo(10))).toBe('')
  })
})
