import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Fonts } from '../../model/font.ts'
import type { Item, LaidOutPage } from '../../model/page.ts'
import type { Lang } from '../../model/post.ts'
import type { Paper, Worksheet } from '../../model/worksheet.ts'
import type { Logo } from '../../model/workshop.ts'
import { wordsFor } from '../../words/index.ts'
import { contentsItems, contentsPages } from './contents.ts'
import { coverItems } from './cover.ts'
import { pageFoot } from './frame.ts'
import { impose, isTakenOut } from './imposition.ts'
import { emptyItems, notesItems } from './notes-page.ts'
import { layoutBody, withFeet } from './worksheet.ts'

/** Sheets to be bound together. */
export interface Workbook {
  readonly title: string
  readonly lang: Lang
  readonly worksheets: readonly Worksheet[]
  /** For whom, when and where: lines under the title. */
  readonly facts?: readonly string[]
  readonly logo?: Logo
  /** Sheets begin on right-hand pages, for printing on both sides; a page in between is for notes. */
  readonly duplex?: boolean
}

export interface LaidOutWorkbook {
  readonly pages: readonly LaidOutPage[]
  /** Bookmarks; pages count from 0. */
  readonly outline: readonly { readonly title: string; readonly page: number }[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Cover, contents, all sheets and pages for notes with continuous page numbers; each sheet's fields are named after it. */
export function layoutWorkbook(book: Workbook, paper: Paper, fonts: Fonts, hyphenate: (word: string) => string): LaidOutWorkbook {
  const { title, lang, worksheets } = book
  const frame = { paper, fonts, hyphenate }
  const words = wordsFor(lang)
  const size = { width: paper.width, height: paper.height }
  const bodies = worksheets.map((worksheet) => layoutBody(worksheet, paper, fonts, hyphenate, worksheet.id))
  const toPlace = bodies.map(({ pages }, index) => ({ pages: pages.length, takenOut: isTakenOut(worksheets[index] as Worksheet) }))
  const { firsts, empty, count } = impose(toPlace, 1 + contentsPages(worksheets, frame), book.duplex === true)
  const entries = worksheets.map((worksheet, index) => ({ worksheet, page: firsts[index] as number }))
  const pages: LaidOutPage[] = Array.from({ length: count }, (_, index) => ({ ...size, items: spare(index + 1) }))
  pages[0] = { ...size, items: coverItems(book, worksheets.map(({ scene }) => scene), frame, words) }
  contentsItems(entries, frame, words).forEach((items, index) => (pages[index + 1] = { ...size, items: [...items, ...foot(index + 2)] }))
  bodies.forEach((body, index) => {
    const first = firsts[index] as number
    pages.splice(first - 1, body.pages.length, ...withFeet(body, worksheets[index] as Worksheet, first, count))
  })
  return {
    pages,
    outline: [{ title: words.contents, page: 1 }, ...entries.map(({ worksheet, page }) => ({ title: worksheet.title, page: page - 1 }))],
    diagnostics: bodies.flatMap((body) => body.diagnostics),
  }

  /** A page without a sheet: for notes, or empty. */
  function spare(page: number): Item[] {
    return [...(empty.has(page) ? emptyItems(frame, words) : notesItems(page, frame, words)), ...foot(page)]
  }

  function foot(page: number): readonly Item[] {
    return pageFoot(`${title} · ${words.workbook}`, words.page(page, count), frame)
  }
}
