import type { Place } from '../model/diagnostic.ts'
import { plainText, type Block, type Cell, type Inline } from '../model/text.ts'
import { boxes } from './boxes.ts'
import { breakable, divide, largestFit, textHeight } from './fit.ts'
import { paragraph } from './notes.ts'
import { broken, oneLineSize, tooLong, type Draft, type Report, type SectionPlan } from './section-plan.ts'

type Table = Pick<Extract<Block, { type: 'table' }>, 'header' | 'rows'>

/** More columns than this are too narrow to read. */
const mostColumns = 6

/** A table under its title, on as many slides as its columns and rows need; each repeats what names them. */
export function tableSlides(table: Table, title: string, place: Place, plan: SectionPlan, report: Report): Draft[] {
  const { heading } = boxes.table
  const later = plan.words.storyContinued(title)
  const headingSize = oneLineSize(later, heading, plan)
  const parts = narrowed(table).flatMap((part) => rowsOf(part, textHeight(later, heading, headingSize, plan.ruler), place, plan, report))
  return parts.map(({ header, rows, size }, index) => ({
    kind: 'table',
    title,
    heading: broken(index === 0 ? title : later, heading, plan, headingSize),
    headingSize,
    size,
    header,
    rows,
    notes: [paragraph(header.map(plainText).join(', ')), paragraph(plan.words.say.table)],
    weight: 1 / parts.length,
    place,
  }))
}

/** The table in parts of few enough columns, about equally many; each begins with the first, which names the rows. */
function narrowed({ header, rows }: Table): Table[] {
  const others = header.length - 1
  const parts = header.length <= mostColumns ? 1 : Math.ceil(others / (mostColumns - 1))
  if (parts === 1) return [{ header, rows }]
  const ends = Array.from({ length: parts + 1 }, (_, part) => 1 + Math.round((others * part) / parts))
  const within = (cells: readonly Cell[], part: number): Cell[] => [...cells.slice(0, 1), ...cells.slice(ends[part], ends[part + 1])]
  return Array.from({ length: parts }, (_, part) => ({ header: within(header, part), rows: rows.map((row) => within(row, part)) }))
}

interface TablePart extends Table {
  readonly size: number
}

/** The rows on as many slides as they need under a heading of this height. */
function rowsOf({ header, rows }: Table, heading: number, place: Place, plan: SectionPlan, report: Report): TablePart[] {
  const { cell, height } = boxes.table
  const box = { ...cell, width: cell.width / Math.max(1, header.length) - cell.inset }
  const rowHeight = (row: readonly Cell[], size: number): number =>
    cell.gap + Math.max(0, ...row.map((inlines) => textHeight(plainText(inlines), box, size, plan.ruler)))
  const roomAt = (size: number): number => height - heading - cell.before - rowHeight(header, size)
  const heightAt = (size: number): number => rows.reduce((sum, row) => sum + rowHeight(row, size), 0)
  const { size } = largestFit(cell.sizes, 0, (candidate) => heightAt(candidate) - roomAt(candidate))
  if (rows.some((row) => rowHeight(row, size) > roomAt(size)) || roomAt(size) < 0) report(tooLong(place))
  const soft = (cells: readonly Cell[]): Cell[] => cells.map((inlines) => softened(inlines, (text) => breakable(text, box, size, plan.ruler)))
  const parts = rows.length === 0 ? [[]] : divide(rows, roomAt(size), (row) => rowHeight(row, size), 0)
  return parts.map((part) => ({ header: soft(header), rows: part.map(soft), size }))
}

/** Inline text with every text in it changed. */
function softened(inlines: readonly Inline[], change: (text: string) => string): Inline[] {
  return inlines.map((inline) => {
    if ('children' in inline) return { ...inline, children: softened(inline.children, change) }
    return 'text' in inline ? { ...inline, text: change(inline.text) } : inline
  })
}
