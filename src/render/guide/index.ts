import { row } from '../../blocks/kit/fields.ts'
import type { Fonts } from '../../model/font.ts'
import type { Guide } from '../../model/guide.ts'
import type { Item, LaidOutPage } from '../../model/page.ts'
import type { Paper } from '../../model/worksheet.ts'
import { wordsFor } from '../../words/index.ts'
import { pageFoot, pageHead, type Frame } from '../sheet/frame.ts'
import { moved } from '../sheet/move.ts'
import { exercisePart } from './exercise.ts'
import { flowPart, notesPiece, withNotes, type Part } from './part.ts'
import { preparePart } from './prepare.ts'
import { runSheetPart } from './run-sheet.ts'
import { tellingPart } from './section.ts'

export { deckFile } from '../handout/parts.ts'

export interface LaidOutGuide {
  readonly title: string
  /** Pages that draw the deck's PDF, as the file `deckFile`. */
  readonly pages: readonly LaidOutPage[]
  /** Bookmarks; pages count from 0. */
  readonly outline: readonly { readonly title: string; readonly page: number; readonly level?: number }[]
}

/** Rows for notes that are worth a heading. */
const fewRows = 2

/**
 * The facilitator guide: the run sheet on page one, what to bring and see to, then a spread for each section, to be
 * printed on both sides. A page that would be empty between two sections is for notes.
 */
export function layoutGuide(guide: Guide, paper: Paper, fonts: Fonts, hyphenate: (word: string) => string): LaidOutGuide {
  const frame: Frame = { paper, fonts, hyphenate }
  const words = wordsFor(guide.lang)
  const own = words.workshop.guide
  const runSheetFor = (pages: readonly number[]): Item[][] => flowPart(withNotes(runSheetPart(guide, pages, frame, words), own.notes, fewRows, frame).part, frame)
  const opening = [...runSheetFor(guide.sections.map(() => 0)), ...flowPart(withNotes(preparePart(guide, frame, words), own.notes, fewRows, frame).part, frame)]
  const sections = guide.sections.map((section) => {
    const telling = withNotes(tellingPart(section, frame, words), own.notes, fewRows, frame)
    const leading = withNotes(onFewestPages((share) => exercisePart(section, frame, words, share), frame), own.notes, fewRows, frame)
    // Room for notes there always is, on a page of its own if need be.
    const hasNotes = telling.rows + leading.rows > 0
    return [...flowPart(telling.part, frame), ...flowPart(leading.part, frame), ...(hasNotes ? [] : [notesPage(section.title, frame, own.notes)])]
  })
  // Sections begin on left-hand pages, so that a spread has all of one.
  const firsts: number[] = []
  const pages: Item[][] = [...opening]
  sections.forEach((section, index) => {
    if (pages.length % 2 === 0) pages.push(notesPage(guide.title, frame, own.notes))
    firsts[index] = pages.length
    pages.push(...section)
  })
  const runSheet = runSheetFor(firsts)
  pages.splice(0, runSheet.length, ...runSheet)
  const foot = `${guide.title} · ${own.title}`
  return {
    title: `${guide.title} – ${own.title}`,
    pages: pages.map((items, index) => ({ width: paper.width, height: paper.height, items: [...items, ...pageFoot(foot, words.page(index + 1, pages.length), frame)] })),
    outline: [
      { title: own.runSheet, page: 0 },
      { title: own.materials, page: runSheet.length },
      ...guide.sections.flatMap((section, index) => [{ title: section.title, page: firsts[index] ?? 0 }]),
    ],
  }
}

/** A part with as much white space as the fewest pages allow. */
function onFewestPages(make: (share: number) => Part, frame: Frame): Part {
  const tries = [1, 0.8, 0.6].map((share) => {
    const part = make(share)
    return { part, pages: flowPart(part, frame).length }
  })
  return tries.reduce((best, one) => (one.pages < best.pages ? one : best)).part
}

/** A page of lines. */
function notesPage(title: string, frame: Frame, label: string): Item[] {
  const { paper } = frame
  const { left, top, bottom } = paper.margin
  const rows = Math.floor((paper.height - top - bottom - 60) / row)
  const piece = notesPiece(label, rows, frame)
  return [...pageHead(title, frame), ...moved(piece.items, left, paper.height - bottom - piece.height)]
}
