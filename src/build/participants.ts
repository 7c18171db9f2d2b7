import { resolve } from 'node:path'
import { decode } from '../import/decode.ts'
import { findRaw, readRaw } from '../load/bytes.ts'
import { diagnostic, fileStart } from '../model/diagnostic.ts'
import type { Fonts } from '../model/font.ts'
import { parseParticipants, type ParsedParticipants } from '../parse/participants.ts'
import { shown } from './places.ts'

/** Reads a list of participants from a file in whatever encoding a spreadsheet saved it. */
export async function readParticipants(file: string, fonts: Fonts): Promise<ParsedParticipants> {
  const path = shown(resolve(file))
  const source = await findRaw(file)
  if (!source || source.isFolder) {
    return { participants: [], diagnostics: [diagnostic('bad-list', fileStart(path), 'there is no such list of participants', 'write the path of a CSV file, as --participants deltagare.csv')] }
  }
  const raw = await readRaw(source, source.names[0] as string, shown)
  if ('code' in raw) return { participants: [], diagnostics: [raw] }
  const decoded = decode(raw.bytes)
  if ('problem' in decoded) {
    return { participants: [], diagnostics: [diagnostic('bad-list', fileStart(path), decoded.problem, 'save the list as CSV in your spreadsheet program')] }
  }
  return parseParticipants({ path, text: decoded.text }, (codePoint) => fonts.text.advance[codePoint] !== undefined)
}
