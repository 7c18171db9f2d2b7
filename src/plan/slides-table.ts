import { plainText, type Block, type Cell } from '../model/text.ts'
import { boxes } from './boxes.ts'
import { divide, largestFit, textHeight } from './fit.ts'
import { paragraph } from './notes.ts'
import { placeIn, type Draft, type SectionPlan } from './section-plan.ts'

type Table = Extract<Block, { type: 'table' }>

/** A table under its title, on as many slides as its rows need; each repeats the header. */
export function tableSlides(table: Table, title: string, plan: SectionPlan): Draft[] {
  const { cell, height, heading } = boxes.table
  const columns = Math.max(1, table.header.length)
  const box = { ...cell, width: cell.width / columns - cell.inset }
  const rowHeight = (row: readonly Cell[], size: number): number =>
    cell.gap + Math.max(0, ...row.map((inlines) => textHeight(plainText(inlines), box, size, plan.ruler)))
  const roomAt = (size: number): number => height - heading.sizes[0] * heading.lineHeight - cell.before - rowHeight(table.header, size)
  const heightAt = (size: number): number => table.rows.reduce((sum, row) => sum + rowHeight(row, size), 0)
  const whole = largestFit(cell.sizes, 0, (size) => heightAt(size) - roomAt(size))
  return divide(table.rows, roomAt(whole.size), (row) => rowHeight(row, whole.size), 0).map((rows, index) => ({
    kind: 'table',
    title,
    heading: index === 0 ? title : plan.words.storyContinued(title),
    size: whole.size,
    header: table.header,
    rows,
    notes: [paragraph(table.header.map(plainText).join(', '))],
    weight: 1,
    place: placeIn(plan, ''),
  }))
}
