import type { FieldBox, Item } from '../../model/page.ts'
import { mm } from '../../model/worksheet.ts'
import { wordsFor } from '../../words/index.ts'
import type { Frame } from '../sheet/frame.ts'
import { caption, type Heads, type NumberedSection, type NumberedSlide, slideFigure, slideGroup, slideHeight } from './parts.ts'

/** The distance of writing lines, as on the sheets. */
const pitch = 8.5 * mm
const mostRows = 8
const slideWidth = 300
const gutter = 20
const perPage = 3

const gapUnderHead = 16
const gapBetween = 26

/** Slides with ruled lines beside them, three a page; the lines are fields on screen. One list of items a page. */
export function linePages({ section, slides }: NumberedSection, heads: Heads, frame: Frame): Item[][] {
  const { top, bottom } = frame.paper.margin
  const firstOf = (head: number): number => top + head + gapUnderHead
  const stepOf = (head: number): number => (frame.paper.height - bottom - firstOf(head) + gapBetween) / perPage
  // As many lines on every page as the first has room for.
  const rows = Math.min(mostRows, Math.floor((stepOf(heads.first) - gapBetween) / pitch))
  const pages: Item[][] = []
  for (let from = 0; from < slides.length; from += perPage) {
    const head = from === 0 ? heads.first : heads.later
    pages.push(slides.slice(from, from + perPage).map((slide, index) => row(slide, section.lang, { y: firstOf(head) + index * stepOf(head), rows }, frame)))
  }
  return pages
}

function row(slide: NumberedSlide, lang: NumberedSection['section']['lang'], { y, rows }: { y: number; rows: number }, frame: Frame): Item {
  const { left, right } = frame.paper.margin
  const words = wordsFor(lang).handout
  const figure = slideFigure(slide, { x: left, y, width: slideWidth })
  const x = left + slideWidth + gutter
  const field: FieldBox = {
    type: 'field', x, y, width: frame.paper.width - right - x, height: rows * pitch,
    field: { type: 'text', name: `slide.${slide.page + 1}`, label: words.write(slide.number), multiline: true, pitch, size: 11 },
  }
  return slideGroup(slide.page, [figure, caption(words.slide(slide.number), left, y + slideHeight(slideWidth), slideWidth, frame), field])
}
