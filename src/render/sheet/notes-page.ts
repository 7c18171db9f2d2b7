import { row, writing } from '../../blocks/kit/fields.ts'
import { Flow, group } from '../../blocks/kit/flow.ts'
import { setText, styles, type Style } from '../../blocks/kit/type.ts'
import { ink } from '../../model/palette.ts'
import type { Item } from '../../model/page.ts'
import type { Words } from '../../words/index.ts'
import type { Frame } from './frame.ts'
import { moved } from './move.ts'
import { lineShape } from './shape.ts'

const heading: Style = { font: 'display', size: 28, leading: 30, color: ink, tracking: -18 }

/** A page to write on, where a book would otherwise have an empty one; `page` counts from 1. */
export function notesItems(page: number, frame: Frame, words: Words): Item[] {
  const { paper } = frame
  const { left, top, right, bottom } = paper.margin
  const width = paper.width - left - right
  const height = paper.height - top - bottom
  const flow = new Flow(frame)
  flow.text(words.workshop.book.notes, heading, 'H1', { x: 0, width })
  flow.shapes(lineShape(0, flow.y + 14, width, flow.y + 14, ink, 2))
  const rows = Math.floor((height - flow.y - 20) / row)
  flow.push(writing(`notes.${page}`, words.workshop.book.notesOn(page), { x: 0, y: height - rows * row, width }, rows))
  return moved([group('Sect', flow.items)], left, top)
}

/** The back of a sheet that is taken out of its book: nothing but a word on why it is empty, at its foot. */
export function emptyItems(frame: Frame, words: Words): Item[] {
  const { paper } = frame
  const { left, right, bottom } = paper.margin
  const at = { x: left, y: paper.height - bottom - 6, width: paper.width - left - right, tag: 'P' as const }
  return [group('Sect', [setText(words.workshop.book.takenOut, styles.hint, at, frame).item])]
}
