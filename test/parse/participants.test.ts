import { describe, expect, it } from 'vitest'
import { parseParticipants } from '../../src/parse/participants.ts'

/** Characters of Latin, Greek and Cyrillic. */
const isCovered = (codePoint: number): boolean => codePoint < 0x0530 || (codePoint >= 0x2010 && codePoint <= 0x2026)

const read = (text: string) => {
  const { participants, diagnostics } = parseParticipants({ path: 'deltagare.csv', text }, isCovered)
  return {
    people: participants.map(({ name, company, date, email }) => [name, company, date, email].filter((one) => one !== undefined).join(' / ')),
    problems: diagnostics.map(({ line, code }) => `${line} ${code}`),
    diagnostics,
  }
}

describe('a list', () => {
  it.each([
    ['semicolons', 'Namn;Företag;Datum\nÅsa Öberg;Örn AB;2026-12-04\n'],
    ['commas', 'name,company,date\nÅsa Öberg,Örn AB,2026-12-04'],
    ['tabs', 'NAMN\tBolag\tDag\nÅsa Öberg\tÖrn AB\t2026-12-04\n\n'],
    ["Excel's own hint", 'sep=;\nNamn;Organisation;Kursdatum\nÅsa Öberg;Örn AB;2026-12-04\n'],
    ['columns in another order and of other people', 'Kost;Datum;Företag;Namn\nVego;2026-12-04;Örn AB;Åsa Öberg\n'],
    ['names in two parts', 'Förnamn;Efternamn;Arbetsgivare;Datum\nÅsa;Öberg;Örn AB;2026-12-04\n'],
    ['quoted cells', 'Namn;Företag;Datum\n"Åsa  Öberg";"Örn AB";2026-12-04\n'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toMatchObject({ people: ['Åsa Öberg / Örn AB / 2026-12-04'], problems: [] })
  })

  it('may hold delimiters, quotation marks and line ends in quoted cells', () => {
    expect(read('namn,företag\n"Öberg, Åsa ""Ås""","Örn;\nSöner"\nBo,X').people).toEqual(['Öberg, Åsa "Ås" / Örn; Söner', 'Bo / X'])
  })

  it('may be names alone', () => {
    expect(read('Åsa Öberg\nŁukasz Żak\n').people).toEqual(['Åsa Öberg', 'Łukasz Żak'])
    expect(read('Deltagare\nΕλένη\n').people).toEqual(['Ελένη'])
  })

  it('keeps two people of one name who work in different places', () => {
    expect(read('namn;företag\nAnna;A\nAnna;B')).toMatchObject({ people: ['Anna / A', 'Anna / B'], problems: [] })
  })
})

describe('a row that cannot be used', () => {
  it('is named with its line, and the others are read', () => {
    const { people, problems, diagnostics } = read('namn;företag;datum\n;Utan\nBo;B;2026-02-30\nEva;C;;extra\n李;D\n\nAnna;A\nanna;a\nKim;K;2026-01-01')
    expect(people).toEqual(['Anna / A', 'Kim / K / 2026-01-01'])
    expect(problems).toEqual(['2 bad-row', '3 bad-date', '4 bad-row', '5 unknown-character', '8 duplicate-row'])
    expect(diagnostics[3]?.message).toContain('李 (U+674E)')
    for (const { hint } of diagnostics) expect(hint).toBeTruthy()
  })

  it('counts lines over cells of several', () => {
    expect(read('namn;företag\nBo;"två\nrader"\n;X').problems).toEqual(['4 bad-row'])
  })

  it('does not take the rest of the file with it when a quotation mark is never closed', () => {
    expect(read('namn;företag\nAnna;A\n"Bo;B\nCia;C')).toMatchObject({ people: ['Anna / A'], problems: ['3 bad-row'] })
  })

  it('may be too long for any sheet', () => {
    expect(read(`namn\n${'Å'.repeat(81)}`).problems).toEqual(['2 bad-row'])
  })
})

describe('a list that is none', () => {
  it('is explained', () => {
    expect(read('').problems).toEqual(['1 bad-list'])
    expect(read('namn;företag\n').problems).toEqual(['1 bad-list'])
    const { diagnostics } = read('nman;företag\nÅsa;A')
    expect(diagnostics[0]).toMatchObject({ code: 'bad-list', message: 'there is no column with names', hint: 'if "nman" is the column with the names, call it namn' })
  })

  it('of more than five hundred is cut with a word about it', () => {
    const { people, problems } = read(`namn\n${Array.from({ length: 502 }, (_, index) => `P${index}`).join('\n')}`)
    expect([people.length, problems]).toEqual([500, ['502 too-many']])
  })
})
