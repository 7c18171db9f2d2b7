import { expect, it } from 'vitest'
import { decodeTextString } from '../../src/collect/text-string.ts'

const swedish = 'Åsa: ”hårt” – ändå … €'
const big = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()

it.each([
  ['UTF-16, as Acrobat, Chrome and pdf.js write it', big(swedish)],
  ['UTF-16 the other way round', Buffer.from(`\ufeff${swedish}`, 'utf16le')],
  ['UTF-8 with a mark, as PDF 2.0 has it', Buffer.from(`\ufeff${swedish}`, 'utf8')],
  ['UTF-8 without one', Buffer.from(swedish, 'utf8')],
  ['PDFDocEncoding', Buffer.from([0xc5, 0x73, 0x61, 0x3a, 0x20, 0x8e, 0x68, 0xe5, 0x72, 0x74, 0x8e, 0x20, 0x85, 0x20, 0xe4, 0x6e, 0x64, 0xe5, 0x20, 0x83, 0x20, 0xa0])],
])('reads %s', (_, bytes) => {
  expect(decodeTextString(bytes)).toBe(swedish)
})

it('makes all line ends alike', () => {
  expect(decodeTextString(Buffer.from('ett\rtv\xe5\r\ntre\nfyra', 'latin1'))).toBe('ett\ntvå\ntre\nfyra')
  expect(decodeTextString(big('ett\r\ntvå\u2028tre'))).toBe('ett\ntvå\ntre')
})

it('leaves out what is not text', () => {
  expect(decodeTextString(big('\u001bsv\u001bHej\u0000 du'))).toBe('Hej du')
  expect(decodeTextString(new Uint8Array())).toBe('')
})

it('puts accents together with their letters, as other programs take them apart', () => {
  expect(decodeTextString(big('A\u030Asa'))).toBe('Åsa')
})
