import { describe, expect, it } from 'vitest'
import { decode } from '../../src/import/decode.ts'
import { encoded, importing, reported, wordpress } from './kit.ts'

const text = 'Å ena sidan: säljare. Ö och ä, é och ü. Kostar 10 kronor.'
const typographic = `${text} ”Citat” – och så vidare … 10 €.`

const decodedText = (bytes: Uint8Array): string => {
  const found = decode(bytes)
  return 'text' in found ? found.text : found.problem
}
const repairs = (bytes: Uint8Array): string[] => {
  const found = decode(bytes)
  return 'text' in found ? found.repairs.map(({ what, line }) => `${line}: ${what}`) : []
}

/** What a program makes of UTF-8 that it takes for Windows-1252. */
const misread = (right: string): string => {
  const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
  return [...new TextEncoder().encode(right)].map((byte) => (byte >= 0x80 && byte < 0xa0 ? (high[byte - 0x80] ?? '') : String.fromCharCode(byte))).join('')
}

describe('every encoding gives the same text', () => {
  it.each(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'utf-16le-bare', 'iso-8859-1', 'windows-1252'] as const)('%s', (encoding) => {
    expect(decodedText(encoded(text, encoding))).toBe(text)
    expect(repairs(encoded(text, encoding))).toEqual([])
  })

  it('whether accents stand by themselves or not', () => {
    const apart = text.normalize('NFD')
    expect(apart).not.toBe(text)
    expect(decodedText(encoded(apart, 'utf-8'))).toBe(text)
    expect(repairs(encoded(`Rad ett\n${apart}`, 'utf-8'))).toEqual(['2: accents that stood apart from their letters were put together'])
  })

  it('whether it was encoded once, twice or three times', () => {
    expect(decodedText(encoded(misread(typographic), 'utf-8'))).toBe(typographic)
    expect(decodedText(encoded(misread(misread(typographic)), 'utf-8'))).toBe(typographic)
    expect(repairs(encoded(`\n${misread(typographic)}`, 'utf-8'))).toEqual(['2: letters that had been encoded twice were put right'])
  })

  it('with the wrong line ends and marks of no width', () => {
    expect(decodedText(encoded('ett\r\ntv\u00adå\rtre\u2028fy\u200bra', 'utf-8'))).toBe('ett\ntvå\ntre\nfyra')
  })
})

describe('a wrong declaration', () => {
  const page = (charset: string): string => `<?xml version="1.0" encoding="${charset}"?><p>${text}</p>`

  it('is no match for the bytes', () => {
    expect(decodedText(encoded(page('ISO-8859-1'), 'utf-8'))).toBe(page('ISO-8859-1'))
    expect(repairs(encoded(page('ISO-8859-1'), 'utf-8'))).toEqual(['1: the file says it is ISO-8859-1, but it is UTF-8, and was read so'])
    expect(decodedText(encoded(page('UTF-8'), 'iso-8859-1'))).toBe(page('UTF-8'))
    expect(repairs(encoded(page('UTF-8'), 'iso-8859-1'))).toEqual(['1: the file says it is UTF-8, but it is ISO-8859-1, and was read so'])
    expect(decodedText(encoded(page('UTF-16'), 'utf-8'))).toBe(page('UTF-16'))
  })

  it('counts where nothing speaks against it', () => {
    const cyrillic = Uint8Array.from([...new TextEncoder().encode('<?xml version="1.0" encoding="windows-1251"?>'), 0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])
    expect(decodedText(cyrillic)).toContain('Привет')
  })

  it('of an encoding that does not exist is reported', () => {
    expect(repairs(encoded(page('klingon-8'), 'iso-8859-1'))).toEqual([
      '1: the encoding klingon-8 that the file names is unknown or wrong; it was read as Windows-1252',
    ])
  })

  it('of ISO-8859-1 is read as Windows-1252 where the text has its characters', () => {
    const declared = `<?xml version="1.0" encoding="ISO-8859-1"?>${typographic}`
    expect(decodedText(encoded(declared, 'windows-1252'))).toBe(declared)
    expect(repairs(encoded(declared, 'windows-1252'))).toEqual(['1: the file says it is ISO-8859-1, but it has characters of Windows-1252, and was read so'])
  })
})

describe('mixed and damaged texts', () => {
  it('have their stray letters put right', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('Åker vi på söndag?\nJa, p'), 0xe5, ...new TextEncoder().encode(' måndag.')])
    expect(decodedText(bytes)).toBe('Åker vi på söndag?\nJa, på måndag.')
    expect(repairs(bytes)).toEqual(['2: 1 letter in another encoding than the rest were put right'])
  })

  it('lose control characters, and that is said', () => {
    expect(decodedText(encoded('ett\u0007 två\u0000', 'utf-8'))).toBe('ett två')
    expect(repairs(encoded('ett\ntvå\u0007', 'utf-8'))).toEqual(['2: 1 control character was removed'])
  })

  it('get the signs back that somebody read as control characters', () => {
    expect(decodedText(encoded('Han sa \u0093ja\u0094 \u0096 och gick', 'utf-8'))).toBe('Han sa “ja” – och gick')
  })
})

describe('what only looks like mojibake', () => {
  it.each([
    'Tecknen Ã¥, Ã¤ och Ã¶ är hur å, ä och ö ser ut när någon läst fel.',
    'I write Ã¥ when I mean a letter that ASCII does not have, and “quote” it.',
    'ÅÄÖ – åäö',
    'Copyright Â© 2011',
    'Citat: ”PÅ–TALET”',
  ])('is left alone: %s', (one) => {
    expect(decodedText(encoded(one, 'utf-8'))).toBe(one)
    expect(repairs(encoded(one, 'utf-8'))).toEqual([])
  })
})

describe('what is no text', () => {
  it.each([
    [[0x50, 0x4b, 3, 4], 'the file is a ZIP archive, not text'],
    [[0x1f, 0x8b, 8], 'the file is a gzip archive, not text'],
    [[0x25, 0x50, 0x44, 0x46], 'the file is a PDF, not text'],
    [[0x89, 0x50, 0x4e, 0x47], 'the file is a picture, not text'],
    [Array<number>(100).fill(0), 'the file is not text'],
  ])('is refused', (bytes, problem) => {
    expect(decode(Uint8Array.from(bytes))).toMatchObject({ problem })
  })
})

describe('an export', () => {
  const items = [
    { title: 'Håll i &#8211; Håll ut', content: `Första stycket är på ön.\n\nAndra stycket: ”åäö” &#8211; slut.`, date: '2011-12-12 00:30:00' },
    { title: 'Relationer', content: '<p>Många pratar om <strong>vikten</strong> av relationer.</p>', date: '2011-11-02 10:00:00' },
  ]
  const expected = importing(wordpress(items)).files

  it.each(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'] as const)('in %s gives identical files', (encoding) => {
    expect(importing(encoded(wordpress(items, { encoding: encoding.replace('-bom', '') }), encoding)).files).toEqual(expected)
    expect(importing(encoded(wordpress(items), encoding)).files).toEqual(expected)
  })

  it('in ISO-8859-1, with its quotation marks as entities, gives identical files', () => {
    const entities = wordpress(items, { encoding: 'ISO-8859-1' }).replace(/[”]/g, '&#8221;')
    expect(importing(encoded(entities, 'iso-8859-1')).files).toEqual(expected)
  })

  it('with decomposed or twice encoded letters gives identical files', () => {
    expect(importing(encoded(wordpress(items).normalize('NFD'), 'utf-8')).files).toEqual(expected)
    expect(importing(encoded(misread(wordpress(items)), 'utf-8')).files).toEqual(expected)
  })

  it('has one post of several mended, and says which', () => {
    const half = wordpress([items[0] ?? {}, { title: misread('Åka på ön'), content: misread('Vi åker på ön i går – ”ja”.') }])
    const imported = importing(half)
    expect(imported.ready.map(({ title }) => title)).toContain('Åka på ön')
    expect(imported.markdown).toContain('Vi åker på ön i går – ”ja”.')
    expect(reported(imported)).toEqual([expect.stringMatching(/^source:\d+ repaired: letters in this post that had been encoded twice were put right$/)])
  })

  it('has letters mended that were escaped twice, but not where a post writes about them', () => {
    const imported = importing(
      wordpress([
        { title: 'S&amp;auml;lj', content: 'Vi &amp;aring;ker p&amp;aring; &amp;ouml;n &amp;ndash; nu.' },
        { title: 'Om HTML', content: 'Man skriver &amp;aring; för å.' },
      ]),
    )
    expect([...imported.markdown].sort()).toEqual(['Man skriver \\&aring; för å.', 'Vi åker på ön – nu.'])
  })

  it('names what was lost before it came here', () => {
    const imported = importing(wordpress([{ content: 'S\ufffdljare p\ufffd resa.' }]))
    expect(reported(imported)[0]).toContain('lost-letters: 2 letters in "Ett inlägg" had been destroyed before')
  })
})
