import { PDFHexString, PDFString } from 'pdf-lib'
import { expect, it } from 'vitest'
import { textString } from '../../../src/export/pdf/text-string.ts'

it.each([
  'Åsa Öberg',
  'a (b) \\ c)',
  '',
  'þing',
  'ÿ',
  'ï»¿x',
  'två\nrader',
  '”citat” – tankstreck',
  'Łukasz',
  '😀',
  'sv\u00adag',
  '\u00a0',
])('reads back as it was: %j', (text) => {
  expect(textString(text).decodeText()).toBe(text)
})

it('takes one byte a character where it can, and never looks like a byte order mark', () => {
  expect(textString('Åsa (sälj)')).toBeInstanceOf(PDFString)
  expect(['þÿ', 'ÿþ', 'ï»¿x', '€', '–'].every((text) => textString(text) instanceof PDFHexString)).toBe(true)
})
