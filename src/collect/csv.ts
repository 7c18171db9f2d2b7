import { stringify } from 'csv-stringify/sync'
import type { AnswerTable } from './answer-table.ts'

/**
 * A table as CSV that a Swedish Excel opens by double-click: UTF-8 with a byte order mark, semicolons, CRLF. A cell that
 * a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function answerCsv({ header, names, rows }: AnswerTable, options: { readonly withNames: boolean }): string {
  return stringify([header, ...(options.withNames ? [names] : []), ...rows].map((row) => [...row]), {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: /[\n\r]|^\s|\s$/,
  })
}
