import type { PreparedFonts } from '../export/fonts/index.ts'
import type { Participant } from '../model/participant.ts'
import type { LocalDate } from '../model/post.ts'
import type { Worksheet } from '../model/worksheet.ts'
import { knownValues, personal, type Known } from '../render/sheet/personal.ts'
import { prefilled } from '../render/sheet/prefill.ts'
import { layoutHalf } from '../render/sheet/two-up.ts'
import { layoutWorkbook, type Workbook } from '../render/sheet/workbook.ts'
import { layoutBody, layoutWorksheet, withFeet, type SheetBody } from '../render/sheet/worksheet.ts'
import { hyphenator } from '../typography/hyphenate.ts'
import { wordsFor } from '../words/index.ts'
import { formOf } from './form.ts'
import type { Print } from './options.ts'
import type { PacketSource } from './packets.ts'
import type { PlannedPost } from './planned.ts'

/** How packets are made: the day that is filled in for those whose row has none, and the paper. */
export interface PacketSettings {
  readonly date?: LocalDate
  readonly print: Print
}

const known = ({ name, company, date }: Participant, settings: PacketSettings): Known => {
  const day = date ?? settings.date
  return { name, ...(company === undefined ? {} : { company }), ...(day === undefined ? {} : { date: day }) }
}

/** Packets of a single post: its sheet. */
export function sheetPackets({ worksheet, section }: PlannedPost, settings: PacketSettings, { metrics }: PreparedFonts): PacketSource {
  const words = wordsFor(worksheet.lang)
  const hyphenate = hyphenator(worksheet.lang)
  const { paper } = settings.print
  // People differ in their names, which no layout depends on, and in whether there is a field for their company.
  const bodies = new Map<number, SheetBody>()
  const bodyOf = (sheet: Worksheet): SheetBody => {
    const made = bodies.get(sheet.head.length) ?? layoutBody(sheet, paper, metrics, hyphenate)
    bodies.set(sheet.head.length, made)
    return made
  }
  return {
    title: `${worksheet.title} – ${section.title}`,
    lang: worksheet.lang,
    forms: [formOf(worksheet)],
    diagnostics: layoutWorksheet(worksheet, paper, metrics, hyphenate).diagnostics,
    pagesFor(person) {
      const sheet = personal(worksheet, known(person, settings), words)
      const body = bodyOf(sheet)
      return prefilled(withFeet(body, sheet, 1, body.pages.length), knownValues(sheet, known(person, settings), words))
    },
    halvesFor(person) {
      const sheet = personal(worksheet, known(person, settings), words)
      return prefilled(layoutHalf(sheet, paper, metrics, hyphenate).pages, knownValues(sheet, known(person, settings), words))
    },
  }
}

/** Packets of a workshop: its workbook, with the person's name on its cover; `embedded` are the files it draws. */
export function workbookPackets(book: Workbook, settings: PacketSettings, { metrics }: PreparedFonts, embedded: PacketSource['embedded']): PacketSource {
  const { title, lang, worksheets } = book
  const words = wordsFor(lang)
  const { paper } = settings.print
  const layout = (sheets: readonly Worksheet[]) => layoutWorkbook({ ...book, worksheets: sheets }, paper, metrics, hyphenator(lang))
  const { outline, diagnostics } = layout(worksheets)
  return {
    title: `${title} – ${words.workbook}`,
    lang, outline, diagnostics,
    ...(embedded ? { embedded } : {}),
    forms: worksheets.map((worksheet) => formOf(worksheet, true)),
    pagesFor(person) {
      const who = known(person, settings)
      const sheets = worksheets.map((worksheet) => personal(worksheet, who, words))
      const values = new Map(sheets.flatMap((sheet) => [...knownValues(sheet, who, words, sheet.id)]))
      return prefilled(layout(sheets).pages, values.set('owner', person.name))
    },
  }
}
