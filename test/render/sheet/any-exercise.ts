import fc from 'fast-check'
import type { WorksheetBlock } from '../../../src/blocks/index.ts'
import type { Worksheet } from '../../../src/model/worksheet.ts'
import { sheetOf } from './house.ts'

const compounds = ['kundrelationsutveckling', 'projektledningsgruppen', 'osäkerhetsundvikande', 'Örnsköldsviksavdelningen', 'försäljningschef', 'X'.repeat(70), 'https://exempel.se/en/mycket/lang/adress?med=fragor&och=svar']
const short = ['i', 'å', 'kund', 'löfte', '12', 'min', '–', 'och/eller', '”nej”', 'säljer', 'vi', 'Vasa', '1/12', 'A-lag', 'τ', 'Łódź', '(jag)', '…']

const word = fc.oneof({ weight: 7, arbitrary: fc.constantFrom(...short) }, { weight: 1, arbitrary: fc.constantFrom(...compounds) })
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((all) => all.join(' '))
const name = words(3)
const sentence = words(14)
const list = (least: number, most: number, item = sentence) => fc.array(item, { minLength: least, maxLength: most })

const common = { title: fc.option(words(6), { nil: undefined }), prompt: fc.option(sentence, { nil: undefined }), hint: fc.option(sentence, { nil: undefined }), shareable: fc.boolean() }
const block = <T extends object>(kind: string, own: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record({ kind: fc.constant(kind), ...common, ...own })

const rows = (least: number, most: number) => fc.integer({ min: least, max: most })
const column = fc.record({ title: name, prompt: fc.option(sentence, { nil: undefined }) })

/** Any block that the schema lets pass: as many of everything, and texts as long, as an author could write. */
const anyBlock = fc.oneof(
  block('text', { text: fc.array(words(60), { minLength: 1, maxLength: 4 }).map((all) => all.join('\n')) }),
  block('lines', { rows: rows(1, 20) }),
  block('box', { height: rows(10, 160) }),
  block('steps', { items: fc.array(fc.record({ letter: fc.constantFrom('1', 'S', 'Å', 'MW'), title: name, prompt: fc.option(sentence, { nil: undefined }), rows: rows(0, 6), minutes: fc.option(rows(1, 480), { nil: undefined }) }), { minLength: 1, maxLength: 7 }) }),
  block('columns', { columns: fc.array(column, { minLength: 2, maxLength: 4 }), rows: rows(1, 14) }),
  block('table', {
    columns: fc.array(fc.record({ title: name, width: fc.option(rows(1, 8), { nil: undefined }), type: fc.constantFrom('text', 'check', 'number') }), { minLength: 1, maxLength: 8 }),
    rows: fc.oneof(rows(1, 20), list(1, 12, name)),
  }),
  block('scale', { items: list(1, 12), points: rows(2, 10), labels: fc.option(list(2, 2, name), { nil: undefined }), options: fc.option(list(2, 7, fc.constantFrom('IG', 'G', 'VG', 'MVG', 'Aldrig', 'Nästan alltid')), { nil: undefined }) }),
  block('spectrum', { poles: fc.array(list(2, 2, name), { minLength: 1, maxLength: 6 }), marks: fc.option(list(1, 5, name), { nil: undefined }) }),
  block('radar', { axes: list(3, 8, name), levels: rows(3, 10), series: fc.option(list(1, 4, name), { nil: undefined }) }),
  block('matrix', { x: list(2, 2, name), y: list(2, 2, name), quadrants: fc.option(list(4, 4, name), { nil: undefined }) }),
  block('checklist', { items: list(1, 16) }),
  block('ranking', { items: list(2, 12), note: fc.option(sentence, { nil: undefined }) }),
  block('circles', { rings: list(2, 5, name), rows: rows(1, 3) }),
  block('card', { style: fc.constantFrom('museum', 'recipe', 'report'), fields: fc.array(fc.record({ label: sentence, rows: rows(1, 4) }), { minLength: 1, maxLength: 8 }) }),
  block('letter', { salutation: fc.option(sentence, { nil: undefined }), rows: rows(1, 16), opens: fc.option(sentence, { nil: undefined }), fold: fc.boolean() }),
  block('promise', { rows: rows(1, 6), signature: fc.boolean(), date: fc.boolean() }),
)

/** Any sheet of some blocks. */
export const anySheet: fc.Arbitrary<Worksheet> = fc
  .record({ blocks: fc.array(anyBlock, { minLength: 1, maxLength: 5 }), title: words(7), lead: words(18), kicker: words(6), head: list(1, 4, name), foot: words(25) })
  .map(({ blocks, ...rest }) => sheetOf(blocks as unknown as WorksheetBlock[], rest))
