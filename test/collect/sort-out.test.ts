import { describe, expect, it } from 'vitest'
import { answerCsv } from '../../src/collect/csv.ts'
import { answerTable } from '../../src/collect/answer-table.ts'
import { sharedAnswers } from '../../src/collect/shared.ts'
import { sortOut, type AnsweredSheet, type ReturnedFile } from '../../src/collect/sort-out.ts'
import { UnreadableSheet, type ReadForm } from '../../src/collect/read-sheet.ts'
import type { ReadField } from '../../src/collect/read-fields.ts'
import { wordsFor } from '../../src/words/index.ts'

const sv = wordsFor('sv')
const text = (name: string, value: string, label = name): ReadField => ({ name, label, type: 'text', value })
const check = (name: string, value: boolean, label = name): ReadField => ({ name, label, type: 'check', value: value ? 'x' : '' })
const grade = (name: string, value: string, label = name): ReadField => ({ name, label, type: 'radio', value, options: [{ value: '1', label: '1, aldrig' }, { value: '2', label: '2' }, { value: 'mvg', label: 'MVG' }] })

let files = 0
function file(path: string, forms: readonly ReadForm[] | UnreadableSheet['reason'], more: { hash?: string; fields?: readonly ReadField[] } = {}): ReturnedFile {
  files += 1
  const hash = more.hash ?? String(files)
  if (typeof forms === 'string') return { path, hash, content: new UnreadableSheet(forms) }
  return { path, hash, content: { forms, fields: more.fields ?? forms.flatMap(({ fields }) => fields), lang: 'sv' } }
}
const form = (version: string, ...fields: readonly ReadField[]): ReadForm => ({ id: 'prov', version, fields })
const codes = (returned: readonly ReturnedFile[]): string[] => sortOut(returned).diagnostics.map(({ path, code, severity }) => `${path} ${severity} ${code}`)

describe('files that came back', () => {
  it('are sorted by sheet, and what is none is named while the others are collected', () => {
    const returned = [
      file('a.pdf', [form('v1', text('head.namn', 'Åsa'))]),
      file('b.pdf', 'damaged'),
      file('c.pdf', 'protected'),
      file('d.docx', 'not-pdf'),
      file('e.pdf', []),
      file('f.pdf', [form('v1')]),
      file('g.pdf', [], { fields: [text('Belopp', '100')] }),
      file('h.pdf', [form('v1', text('head.namn', ''))]),
      file('i.pdf', [form('v1', text('head.namn', 'Bo'))], { hash: 'same' }),
      file('j.pdf', [form('v1', text('head.namn', 'Bo'))], { hash: 'same' }),
    ]
    expect(sortOut(returned).sheets).toMatchObject([{ id: 'prov', answers: [{ path: 'a.pdf' }, { path: 'i.pdf' }] }])
    expect(codes(returned)).toEqual([
      'b.pdf error damaged-sheet', 'c.pdf error damaged-sheet', 'd.docx warning not-a-sheet', 'e.pdf warning not-a-sheet',
      'f.pdf error flattened-sheet', 'g.pdf warning not-a-sheet', 'h.pdf warning blank-sheet', 'j.pdf warning repeated-sheet',
    ])
  })

  it('of another version than most are named', () => {
    const returned = [file('a.pdf', [form('old', text('x', '1'))]), file('b.pdf', [form('new', text('x', '2'))]), file('c.pdf', [form('new', text('x', '3'))])]
    expect(codes(returned)).toEqual(['a.pdf warning other-version'])
    expect(sortOut(returned).sheets[0]?.answers).toHaveLength(3)
  })

  it('are known by their fields where a program lost everything else', () => {
    const fields = [text('head.namn', 'Åsa'), text('lines.text', 'Ja')]
    const returned = [file('a.pdf', [form('v1', ...fields)]), file('b.pdf', [], { fields: fields.map((one) => ({ ...one, value: 'Bo' })) })]
    expect(sortOut(returned)).toMatchObject({ sheets: [{ answers: [{ path: 'a.pdf' }, { path: 'b.pdf' }] }], diagnostics: [] })
  })

  it('may be workbooks: a row for each sheet that was filled in, with the owner’s name', () => {
    const parts = [{ id: 'ett', version: 'v', fields: [text('head.namn', ''), text('lines.text', 'Svar')] }, { id: 'tva', version: 'v', fields: [text('head.namn', ''), text('lines.text', '')] }]
    const { sheets } = sortOut([file('bok.pdf', parts, { fields: [text('owner', 'Åsa'), text('ett.head.namn', ''), text('ett.lines.text', 'Svar')] })])
    expect(sheets).toMatchObject([{ id: 'ett', answers: [{ fields: [{ value: 'Åsa' }, { value: 'Svar' }] }] }])
  })
})

describe('the table', () => {
  const sheets = (...answers: AnsweredSheet['answers']): AnsweredSheet => ({ id: 'prov', lang: 'sv', answers })

  it('has the questions as columns and a row for each file', () => {
    const table = answerTable(sheets(
      { path: 'svar/a.pdf', version: 'v', fields: [text('head.namn', 'Åsa', 'Namn'), grade('scale.1', 'mvg', 'Betyg'), grade('scale.2', '1', 'Betyg'), check('list.1', true, 'Läst')] },
      { path: 'svar/b.pdf', version: 'v', fields: [text('head.namn', 'Bo', 'Namn'), grade('scale.1', '', 'Betyg'), grade('scale.2', '2', 'Betyg'), check('list.1', false, 'Läst')] },
    ), sv)
    expect(table.header).toEqual(['Fil', 'Namn', 'Betyg', 'Betyg (2)', 'Läst'])
    expect(table.names).toEqual(['', 'head.namn', 'scale.1', 'scale.2', 'list.1'])
    expect(table.rows).toEqual([['a.pdf', 'Åsa', 'MVG', '1', 'x'], ['b.pdf', 'Bo', '', '2', '']])
  })

  it('keeps columns together over versions, and says which is whose', () => {
    const table = answerTable(sheets(
      { path: 'a.pdf', version: 'old', fields: [text('a', '1'), text('gone', '2'), text('c', '3')] },
      { path: 'b.pdf', version: 'new', fields: [text('a', '4'), text('b', '5'), text('c', '6')] },
      { path: 'c.pdf', version: 'new', fields: [text('a', '7'), text('b', '8'), text('c', '9')] },
    ), sv)
    expect(table.header).toEqual(['Fil', 'Version', 'a', 'gone', 'b', 'c'])
    expect(table.rows[0]).toEqual(['a.pdf', 'old', '1', '2', '', '3'])
  })

  it('is CSV that a Swedish Excel opens, and no cell of it is a formula', () => {
    const rows = [['a;b', '=1+1', '+46', '-5', '@x', 'två\nrader', 'med "citat"', '\tx', ' blank']]
    const csv = answerCsv({ header: rows[0]?.map((_, index) => `F${index}`) ?? [], names: rows[0]?.map(() => 'n') ?? [], rows }, { withNames: false })
    expect(csv).toBe(`\ufeffF0;F1;F2;F3;F4;F5;F6;F7;F8\r\n"a;b";'=1+1;'+46;'-5;'@x;"två\nrader";"med ""citat""";"'\tx";" blank"\r\n`)
    expect(answerCsv({ header: ['Fråga'], names: ['lines.text'], rows: [] }, { withNames: true })).toBe('\ufeffFråga\r\nlines.text\r\n')
  })
})

describe('what is shared', () => {
  const person = (index: number, shares: boolean, fields: readonly ReadField[] = []): AnsweredSheet['answers'][number] => ({
    path: `${index}.pdf`, version: 'v',
    fields: [text('head.namn', `Person ${index}`), text('lines.text', `Hemligt ${9 - index}`, 'Vad?'), check('lines.share', shares), text('private.text', 'Nej'), ...fields],
  })
  const people = (count: number, sharing: number, fields: (index: number) => readonly ReadField[] = () => []): AnsweredSheet => ({
    id: 'prov', lang: 'sv', answers: Array.from({ length: count }, (_, index) => person(index, index < sharing, fields(index))),
  })

  it('is only what people ticked to share, without names and in no order of theirs', () => {
    const { shared } = sharedAnswers(people(8, 6))
    expect(shared).toEqual([{ type: 'texts', question: 'Vad?', people: 6, texts: ['Hemligt 4', 'Hemligt 5', 'Hemligt 6', 'Hemligt 7', 'Hemligt 8', 'Hemligt 9'] }])
    expect(JSON.stringify(shared)).not.toMatch(/Person|Nej/)
  })

  it('needs five', () => {
    expect(sharedAnswers(people(8, 4))).toMatchObject({ shared: [], diagnostics: [{ code: 'too-few-answers' }] })
    expect(sharedAnswers({ id: 'prov', lang: 'sv', answers: [{ path: 'a.pdf', fields: [text('x', 'y')] }] }).diagnostics[0]?.message).toContain('no block that is shareable')
  })

  it('counts grades and ticks, and averages numbers', () => {
    const { shared } = sharedAnswers(people(5, 5, (index) => [
      grade('scale.1', index < 2 ? '1' : 'mvg', 'Betyg: Jag lyssnar'), check('scale.share', true),
      check('list.1', index > 0, 'Före: Läst'), check('list.2', false, 'Före: Ringt'), check('list.share', true),
      text('radar.1.1', String(1 + index), 'Jag: Mod, 1 till 5'), text('radar.1.2', '2', 'Jag: Lugn, 1 till 5'), check('radar.share', true),
    ]))
    expect(shared.slice(1)).toEqual([
      { type: 'bars', question: 'Betyg: Jag lyssnar', people: 5, bars: [{ label: '1, aldrig', share: 2 / 3, figure: 2, isAverage: false }, { label: '2', share: 0, figure: 0, isAverage: false }, { label: 'MVG', share: 1, figure: 3, isAverage: false }] },
      { type: 'bars', question: 'Före', people: 5, bars: [{ label: 'Läst', share: 0.8, figure: 4, isAverage: false }, { label: 'Ringt', share: 0, figure: 0, isAverage: false }] },
      { type: 'bars', question: 'Jag', people: 5, bars: [{ label: 'Mod, 1 till 5', share: 0.6, figure: 3, isAverage: true }, { label: 'Lugn, 1 till 5', share: 0.4, figure: 2, isAverage: true }] },
    ])
  })

  it('names only the ends of steps between opposites', () => {
    const options = [...'1234567'].map((value) => ({ value, label: value === '1' ? 'Plan' : value === '7' ? 'Känsla' : `${value} av 7, där 1 är Plan` }))
    const { shared } = sharedAnswers(people(5, 5, () => [check('b.share', true), { name: 'b.1.1', label: 'Vad styr?', type: 'radio', value: '3', options }]))
    expect(shared.find(({ question }) => question === 'Vad styr?')).toMatchObject({ bars: ['Plan', '2', '3', '4', '5', '6', 'Känsla'].map((label) => ({ label })) })
  })
})
