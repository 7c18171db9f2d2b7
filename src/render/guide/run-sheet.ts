import type { Piece } from '../../blocks/block.ts'
import { Flow, group } from '../../blocks/kit/flow.ts'
import { setText, type Spot, type Style } from '../../blocks/kit/type.ts'
import type { Guide, RunRow } from '../../model/guide.ts'
import { ink, mute, palettes } from '../../model/palette.ts'
import type { Item } from '../../model/page.ts'
import type { Color } from '../../model/scene.ts'
import type { Words } from '../../words/index.ts'
import type { Frame } from '../sheet/frame.ts'
import { logoGroup } from '../sheet/logo.ts'
import { lineShape, rectShape, roundedShape } from '../sheet/shape.ts'
import { headingPiece, hair, listItems, type, widthOf, type Part } from './part.ts'

const kicker: Style = { font: 'bold', size: 10, leading: 12, color: mute, tracking: 8 }
const fact: Style = { font: 'text', size: 11, leading: 15, color: ink }
const mark = { width: 120, height: 52 }
const pale: Color = '#f6f1e7'

/** The table's columns: where each begins, from the left, and how wide it is. */
function columnsOf(width: number): Record<'times' | 'number' | 'title' | 'exercise' | 'minutes' | 'page', { x: number; width: number }> {
  const exercise = 300
  return {
    times: { x: 0, width: 76 }, number: { x: 80, width: 20 }, title: { x: 110, width: exercise - 120 },
    exercise: { x: exercise, width: width - exercise - 76 }, minutes: { x: width - 70, width: 30 }, page: { x: width - 34, width: 34 },
  }
}

/** Page one: what happens when, with the page of each section, and what to do when time runs short. `pages` count from 0. */
export function runSheetPart(guide: Guide, pages: readonly number[], frame: Frame, words: Words): Part {
  const rows = runRows(guide, pages, frame, words)
  const pieces = rows.map((piece, index): Piece => (index < rows.length - 1 ? { ...piece, keepWithNext: true } : piece))
  return { id: 'run-sheet', running: guide.title, head: head(guide, frame, words), blocks: [pieces, ...shortBlocks(guide, frame)] }
}

function head({ title, facts, logo }: Guide, frame: Frame, words: Words): Part['head'] {
  const width = widthOf(frame)
  const flow = new Flow(frame)
  const column = { x: 0, width: logo ? width - mark.width - 20 : width }
  flow.text(words.workshop.guide.title, kicker, 'P', column)
  flow.text(title, type.title, 'H1', { ...column, balance: true }, 10)
  // For whom and when; then where, how many and with whom.
  const lines = [facts.slice(0, 2), facts.slice(2)].filter((line) => line.length > 0)
  flow.text(lines.map((line) => line.map(unbroken).join(' · ')).join('\n'), fact, 'P', column, 12)
  if (logo) flow.push(logoGroup(logo, { x: width - mark.width, y: 0, ...mark }, 'right'))
  const bottom = Math.max(flow.y, logo ? mark.height : 0) + 14
  flow.shapes(lineShape(0, bottom, width, bottom, ink, 2))
  return { height: bottom, items: flow.items }
}

/** A short text that stands on one line. */
const unbroken = (text: string): string => (text.length <= 48 ? text.replaceAll(' ', '\u00a0') : text)

/** The rows as pieces of one table, as tall as the page allows, so that all of them stand on page one. */
function runRows({ runSheet, sections }: Guide, pages: readonly number[], frame: Frame, words: Words): Piece[] {
  const own = words.workshop.guide
  const columns = columnsOf(widthOf(frame))
  const height = Math.max(17, Math.min(29, 520 / runSheet.length))
  const heads = [['times', own.time], ['title', own.what], ['exercise', own.exercise], ['minutes', own.minutes], ['page', own.page]] as const
  const labels = heads.map(([column, text]) => cell(text, type.small, { ...columns[column], y: 0, align: isFigure(column) ? 'right' : 'left' }, 'TH', frame).item)
  const top: Piece = { height: 13, space: 0, keepWithNext: true, items: [table([group('TR', labels)])] }
  return [top, ...runSheet.map((row, index) => runRow(row, row.section === undefined ? undefined : { accent: sections[row.section]?.accent ?? 'ink', page: pages[row.section] ?? 0 }, height, columns, index === runSheet.length - 1, frame))]
}

const isFigure = (column: string): boolean => column === 'minutes' || column === 'page'
const table = (rows: readonly Item[]): Item => group('Table', rows, 'run-sheet.table')

interface SectionAt {
  readonly accent: keyof typeof palettes
  /** Counted from 0. */
  readonly page: number
}

function runRow(row: RunRow, section: SectionAt | undefined, least: number, columns: ReturnType<typeof columnsOf>, isLast: boolean, frame: Frame): Piece {
  const style = section ? type.strong : row.kind === 'reserve' ? { ...type.text, color: mute } : type.text
  const title = cell(row.title, style, { ...columns.title, y: 0, ...(section ? {} : { width: columns.exercise.x + columns.exercise.width - columns.title.x }) }, 'TH', frame)
  const exercise = cell(row.exercise ?? '', type.small, { ...columns.exercise, y: 0 }, 'TD', frame)
  const height = Math.max(least, title.bottom + 12, exercise.bottom + 12)
  const middle = (bottom: number): number => (height - bottom) / 2
  const at = (text: string, own: Style, column: { x: number; width: number }, align: Spot['align']): Item => {
    const set = cell(text, own, { ...column, y: 0, ...(align ? { align } : {}) }, 'TD', frame)
    return shifted(set.item, middle(set.bottom))
  }
  const pageText = section ? at(String(section.page + 1), type.small, columns.page, 'right') : group('TD', [])
  const link: Item = section && pageText.type === 'group' ? { ...pageText, items: [{ type: 'group', tag: 'Link', toPage: section.page, items: pageText.items }] } : pageText
  const cells = [at(row.times, type.strong, columns.times, undefined), shifted(title.item, middle(title.bottom)), row.exercise ? shifted(exercise.item, middle(exercise.bottom)) : group('TD', []), at(row.minutes, type.text, columns.minutes, 'right'), link]
  const ground: Item[] = row.kind === 'break' ? [{ type: 'drawing', shapes: [rectShape(0, 1, widthOf(frame), height - 2, { fill: pale })] }] : []
  const chip = section ? chipItems(row.section ?? 0, section.accent, columns.number.x, height, frame) : []
  // The row's ground stands in the row: what is drawn between rows comes after the whole table.
  return { height, space: 0, items: [table([group('TR', [...ground, ...chip, ...(isLast ? [] : [hair(height, frame)]), ...cells])])] }
}

/** The section's number on its colour; the reader aloud has the row's order. */
function chipItems(index: number, accent: SectionAt['accent'], x: number, height: number, frame: Frame): Item[] {
  const size = 18
  const { ground, onGround } = palettes[accent]
  const y = (height - size) / 2
  const style: Style = { font: 'bold', size: 10.5, leading: 12, color: onGround }
  const { item, bottom } = setText(String(index + 1), style, { x, y: 0, width: size, tag: 'artifact', align: 'center' }, frame)
  return [{ type: 'drawing', shapes: [roundedShape(x, y, size, size, 4, { fill: ground })] }, shifted(item, y + (size - bottom) / 2)]
}

function cell(text: string, style: Style, spot: Omit<Spot, 'tag'>, tag: 'TH' | 'TD', frame: Frame): { item: Item; bottom: number } {
  const set = setText(text, style, { ...spot, tag: 'P' }, frame)
  return { item: { type: 'group', tag, items: text === '' ? [] : [{ ...set.item, tag: 'Span' }], ...(tag === 'TH' ? { scope: 'Column' as const } : {}) }, bottom: set.bottom }
}

function shifted(item: Item, dy: number): Item {
  if (item.type === 'group') return { ...item, items: item.items.map((one) => shifted(one, dy)) }
  return item.type === 'text' ? { ...item, lines: item.lines.map((line) => ({ ...line, y: line.y + dy })) } : item
}

/** What to do when time runs short, for each part of the day; together on one page. */
function shortBlocks({ short }: Guide, frame: Frame): Piece[][] {
  if (short.parts.length === 0) return []
  const width = widthOf(frame)
  const pieces = short.parts.map(({ times, advice }, index): Piece => {
    const label = setText(times, type.strong, { x: 0, y: 0, width: 76, tag: 'P' }, frame)
    const { items, bottom } = listItems(advice, 'dash', { x: 80, y: 0, width: width - 80 }, frame)
    return { height: bottom + 4, items: [group('Div', [label.item, ...items])], space: index === 0 ? 11 : 8, ...(index < short.parts.length - 1 ? { keepWithNext: true as const } : {}) }
  })
  return [[headingPiece(short.heading, frame, 'H2', 20), ...pieces]]
}
