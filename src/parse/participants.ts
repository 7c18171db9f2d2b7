import { diagnostic, type Diagnostic, type Place } from '../model/diagnostic.ts'
import type { Participant } from '../model/participant.ts'
import type { Source } from '../model/source.ts'
import { suggest } from '../model/suggest.ts'
import { parseCsv, type Row } from './csv.ts'
import { isDate } from './values.ts'

export interface ParsedParticipants {
  readonly participants: readonly Participant[]
  readonly diagnostics: readonly Diagnostic[]
}

type Column = 'name' | 'first' | 'last' | 'company' | 'email' | 'date'

/** What the columns of a list may be called, without case, spaces and punctuation. */
const aliases: Readonly<Record<Column, readonly string[]>> = {
  name: ['namn', 'name', 'fullname', 'helanamnet', 'fullstandigtnamn', 'forochefternamn', 'deltagare', 'deltagarnamn', 'participant', 'person', 'medarbetare'],
  first: ['fornamn', 'firstname', 'givenname', 'tilltalsnamn'],
  last: ['efternamn', 'lastname', 'surname', 'familyname'],
  company: ['foretag', 'foretagsnamn', 'company', 'bolag', 'organisation', 'organization', 'firma', 'arbetsgivare', 'employer', 'kund'],
  email: ['epost', 'epostadress', 'email', 'emailaddress', 'mejl', 'mejladress', 'mail', 'mailadress'],
  date: ['datum', 'date', 'dag', 'day', 'kursdatum'],
}

const most = { participants: 500, name: 80, company: 80 }

/**
 * Reads a list of participants (CSV). A row that cannot be used is reported at its line and the others are still read.
 * `isCovered` says whether the sheets' text face has a character.
 */
export function parseParticipants({ path, text }: Source, isCovered: (codePoint: number) => boolean): ParsedParticipants {
  const { rows, unclosed } = parseCsv(text)
  const found: Diagnostic[] = []
  const at = (line: number, column = 1): Place => ({ path, line, column })
  if (unclosed !== undefined) {
    found.push(diagnostic('bad-row', at(unclosed), 'a quotation mark opens here or further down and is never closed, so what follows was not read', 'close it, or write it twice where it is part of a name'))
  }
  const columns = columnsOf(rows, at)
  if (!('index' in columns)) return { participants: [], diagnostics: [...found, columns] }
  const participants: Participant[] = []
  const known = new Map<string, number>()
  for (const row of rows.slice(columns.first)) {
    const problem = badRow(row, columns, at, isCovered) ?? duplicate(row, columns, known, at)
    if (problem) found.push(problem)
    else if (participants.length === most.participants) {
      found.push(diagnostic('too-many', at(row.line), `there are more than ${most.participants} participants; this row and those after it are left out`, 'divide the list in several files'))
      break
    } else participants.push(toParticipant(row, columns, at(row.line)))
  }
  if (participants.length === 0 && found.length === 0) {
    found.push(diagnostic('bad-list', at(1), 'there is nobody in this list', 'write a row for each participant under the names of the columns'))
  }
  return { participants, diagnostics: found }
}

interface Columns {
  readonly index: ReadonlyMap<Column, number>
  readonly count: number
  /** The row with the first participant, from 0. */
  readonly first: number
}

const plain = (name: string): string =>
  name.toLowerCase().normalize('NFD').replace(/[^a-z0-9]/g, '')

function columnsOf(rows: readonly Row[], at: (line: number) => Place): Columns | Diagnostic {
  const head = rows[0]
  if (!head) return diagnostic('bad-list', at(1), 'the list is empty', 'write the names of the columns in the first row, as namn;företag;datum')
  const index = new Map<Column, number>()
  head.cells.forEach((cell, position) => {
    const column = (Object.keys(aliases) as Column[]).find((one) => aliases[one].includes(plain(cell)))
    if (column && !index.has(column)) index.set(column, position)
  })
  if (index.has('name') || index.has('first') || index.has('last')) return { index, count: head.cells.length, first: 1 }
  // Names alone, one a line, need no head.
  if (index.size === 0 && rows.every(({ cells }) => cells.length === 1)) return { index: new Map([['name', 0]]), count: 1, first: 0 }
  const near = head.cells.find((cell) => suggest(plain(cell), aliases.name))
  const meant = near === undefined ? 'the first row must name the columns: namn;företag;datum' : `if "${near}" is the column with the names, call it namn`
  return diagnostic('bad-list', at(head.line), 'there is no column with names', meant)
}

const cellOf = ({ cells }: Row, { index }: Columns, column: Column): string => cells[index.get(column) ?? -1] ?? ''

const nameOf = (row: Row, columns: Columns): string =>
  tidy(cellOf(row, columns, 'name') || `${cellOf(row, columns, 'first')} ${cellOf(row, columns, 'last')}`)

const tidy = (text: string): string => text.normalize('NFC').replace(/[\s\p{Cc}]+/gu, ' ').trim()

/** Characters that show nothing by themselves; names may hold them. */
const unseen = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufe00-\ufe0f\ufeff]/u

function badRow(row: Row, columns: Columns, at: (line: number, column?: number) => Place, isCovered: (codePoint: number) => boolean): Diagnostic | undefined {
  const place = at(row.line)
  const extra = row.cells.slice(columns.count).filter((cell) => cell !== '')
  if (extra.length > 0) {
    return diagnostic('bad-row', place, `the row has ${row.cells.length} cells, but there are ${columns.count} columns`, `put text that holds the delimiter in "quotation marks"; "${extra[0]}" has no column`)
  }
  const name = nameOf(row, columns)
  if (name === '') return diagnostic('bad-row', place, 'the row has no name', 'write one, or take the row out')
  for (const [what, value] of [['name', name], ['company', tidy(cellOf(row, columns, 'company'))]] as const) {
    if (value.length > most[what]) return diagnostic('bad-row', place, `the ${what} has ${value.length} characters; a sheet has room for ${most[what]}`, 'shorten it')
    const strange = [...value].find((character) => !unseen.test(character) && !isCovered(character.codePointAt(0) as number))
    if (strange === undefined) continue
    const code = `U+${(strange.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`
    return diagnostic('unknown-character', place, `no font of the toolkit has the character ${strange} (${code}) of the ${what} "${value}"`, 'write the name in Latin, Greek or Cyrillic letters')
  }
  const date = cellOf(row, columns, 'date')
  if (date !== '' && !isDate(date)) return diagnostic('bad-date', place, `"${date}" is not a date that exists`, 'write it YYYY-MM-DD, as 2011-12-24')
  return undefined
}

/** The same person twice is most often a second registration. */
function duplicate(row: Row, columns: Columns, known: Map<string, number>, at: (line: number) => Place): Diagnostic | undefined {
  const key = [nameOf(row, columns), cellOf(row, columns, 'company'), cellOf(row, columns, 'email')].join('\n').toLowerCase()
  const before = known.get(key)
  known.set(key, before ?? row.line)
  if (before === undefined) return undefined
  return diagnostic('duplicate-row', at(row.line), `${nameOf(row, columns)} is on line ${before} already, so this row is left out`, 'if these are two people, tell them apart by company or e-mail')
}

function toParticipant(row: Row, columns: Columns, place: Place): Participant {
  const [company, email, date] = (['company', 'email', 'date'] as const).map((column) => tidy(cellOf(row, columns, column)))
  return { name: nameOf(row, columns), ...(company && { company }), ...(email && { email }), ...(date && { date }), place }
}
