import { parse } from 'csv-parse/sync'

/** A row of a table, with the line of the file it begins at, from 1. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

export interface Table {
  readonly rows: readonly Row[]
  /** Where a quotation mark opens that is never closed; the rows before it were read. */
  readonly unclosed?: number
}

const delimiters = [';', '\t', ',', '|'] as const

/** Reads comma-separated values (RFC 4180) with the delimiter that the text itself uses; empty rows are left out. */
export function parseCsv(text: string): Table {
  const stated = /^sep=(.)\n/i.exec(text)
  // Excel's own hint in the first line; the line still counts.
  const body = stated ? `\n${text.slice(stated[0].length)}` : text
  const rows: Row[] = []
  const keep = ({ record: cells, raw }: { record: string[]; raw: string }, { lines }: { lines: number }): null => {
    const spread = raw.replace(/^\n+|\n+$/g, '').split('\n').length - 1
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: lines - spread, cells: cells.map((cell) => cell.trim()) })
    return null
  }
  try {
    const delimiter = stated?.[1] ?? delimiterOf(body)
    parse(body, { delimiter, raw: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, record_delimiter: '\n', on_record: keep as never })
    return { rows }
  } catch (error) {
    if ((error as { code?: string }).code !== 'CSV_QUOTE_NOT_CLOSED') throw error
    return { rows, unclosed: (rows.at(-1)?.line ?? 0) + 1 }
  }
}

/** The delimiter that parts the most cells of the first line that has one, outside of quotation marks. */
function delimiterOf(text: string): string {
  for (const line of text.split('\n', 20)) {
    const bare = line.replace(/"(?:[^"]|"")*"/g, '')
    const counts = delimiters.map((one) => bare.split(one).length - 1)
    const most = Math.max(...counts)
    if (most > 0) return delimiters[counts.indexOf(most)] as string
  }
  return ';'
}
