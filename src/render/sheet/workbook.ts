import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Fonts } from '../../model/font.ts'
import type { LaidOutPage } from '../../model/page.ts'
import type { Lang } from '../../model/post.ts'
import type { Paper, Worksheet } from '../../model/worksheet.ts'
import { wordsFor } from '../../words/index.ts'
import { contentsItems, contentsPages } from './contents.ts'
import { coverItems } from './cover.ts'
import { pageFoot } from './frame.ts'
import { layoutBody, withFeet } from './worksheet.ts'

/** Sheets to be bound together. */
export interface Workbook {
  readonly title: string
  readonly lang: Lang
  readonly worksheets: readonly Worksheet[]
}

export interface LaidOutWorkbook {
  readonly pages: readonly LaidOutPage[]
  /** Bookmarks; pages count from 0. */
  readonly outline: readonly { readonly title: string; readonly page: number }[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Cover, contents and all sheets with continuous page numbers; each sheet's fields are named after it. */
export function layoutWorkbook({ title, lang, worksheets }: Workbook, paper: Paper, fonts: Fonts, hyphenate: (word: string) => string): LaidOutWorkbook {
  const frame = { paper, fonts, hyphenate }
  const words = wordsFor(lang)
  const size = { width: paper.width, height: paper.height }
  const bodies = worksheets.map((worksheet) => layoutBody(worksheet, paper, fonts, hyphenate, worksheet.id))
  let next = 2 + contentsPages(worksheets.length, frame)
  const firsts = bodies.map((body) => {
    const first = next
    next += body.pages.length
    return first
  })
  const count = next - 1
  const entries = worksheets.map((worksheet, index) => ({ worksheet, page: firsts[index] as number }))
  const cover: LaidOutPage = { ...size, items: coverItems(title, worksheets.map(({ scene }) => scene), frame, words) }
  const contents = contentsItems(entries, frame, words).map((items, index): LaidOutPage => ({
    ...size, items: [...items, ...pageFoot(`${title} · ${words.workbook}`, words.page(index + 2, count), frame)],
  }))
  const sheets = bodies.flatMap((body, index) => withFeet(body, worksheets[index] as Worksheet, firsts[index] as number, count))
  return {
    pages: [cover, ...contents, ...sheets],
    outline: [{ title: words.contents, page: 1 }, ...entries.map(({ worksheet, page }) => ({ title: worksheet.title, page: page - 1 }))],
    diagnostics: bodies.flatMap((body) => body.diagnostics),
  }
}
