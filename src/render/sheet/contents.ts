import { Flow, group } from '../../blocks/kit/flow.ts'
import { setText, styles, type SetText, type Style } from '../../blocks/kit/type.ts'
import { ink, line as hairline, mute } from '../../model/palette.ts'
import type { Group, Item } from '../../model/page.ts'
import type { Worksheet } from '../../model/worksheet.ts'
import type { Words } from '../../words/index.ts'
import { contentsLines, pagesOfLines, roomFor, type Line } from './contents-lines.ts'
import { sceneDrawing } from './crop.ts'
import type { Frame } from './frame.ts'
import { moved } from './move.ts'
import { lineShape } from './shape.ts'

/** A sheet and the page it begins on, counted from 1. */
export interface ContentsEntry {
  readonly worksheet: Worksheet
  readonly page: number
}

const heading: Style = { font: 'display', size: 37, leading: 39, color: ink, tracking: -22 }
/** From the top margin to the rule under the heading, and to the first line. */
const [ruleAt, headHeight] = [47, 49]
/** From where on a row has room for a sheet's post and lead under its title. */
const [withPost, withLead] = [46, 84]

/** Pages that the contents of these sheets take. */
export const contentsPages = (worksheets: readonly Worksheet[], frame: Frame): number =>
  pagesOfLines(contentsLines(worksheets), roomFor(frame, headHeight)).pages.length

/** The contents: a picture, title, post, minutes and page for each sheet, each a link to it, under the names of their series. */
export function contentsItems(entries: readonly ContentsEntry[], frame: Frame, words: Words): Item[][] {
  const { pages, height, groupHeight } = pagesOfLines(contentsLines(entries.map(({ worksheet }) => worksheet)), roomFor(frame, headHeight))
  const width = frame.paper.width - frame.paper.margin.left - frame.paper.margin.right
  return pages.map((lines, page) => {
    const flow = new Flow(frame)
    flow.text(words.contents, heading, page === 0 ? 'H1' : 'artifact', { x: 0, width })
    flow.shapes(lineShape(0, ruleAt, width, ruleAt, ink, 2))
    flow.y = headHeight
    let rows: Item[] = []
    const close = (): void => {
      if (rows.length > 0) flow.push(group('TOC', rows))
      rows = []
    }
    lines.forEach((line) => {
      if (line.type === 'sheet') {
        rows.push(entryRow(entries[line.index] as ContentsEntry, { y: flow.y, width, height, last: isLast(lines, line) }, frame, words))
        flow.y += height
      } else {
        close()
        groupRow(line.series ?? words.workshop.book.others, flow, width, groupHeight, frame)
      }
    })
    close()
    return [{ type: 'group', tag: 'Sect', id: 'contents', items: moved(flow.items, frame.paper.margin.left, frame.paper.margin.top) }]
  })
}

/** True for the last row before a group's name or the end of the page: it needs no line under it. */
const isLast = (lines: readonly Line[], line: Line): boolean => lines[lines.indexOf(line) + 1]?.type !== 'sheet'

function groupRow(name: string, flow: Flow, width: number, height: number, frame: Frame): void {
  const set = setText(name, styles.subheading, { x: 0, y: 0, width, tag: 'H2' }, frame)
  flow.push(...moved([set.item], 0, flow.y + height - 7 - set.bottom))
  flow.y += height
}

interface Row {
  readonly y: number
  readonly width: number
  readonly height: number
  readonly last: boolean
}

/** Columns at a row's right edge: minutes, page. */
const [minutesColumn, pageColumn] = [48, 30]

function entryRow({ worksheet, page }: ContentsEntry, row: Row, frame: Frame, words: Words): Group {
  const { y, width, height } = row
  const roomy = height >= withPost
  const inset = roomy ? 6 : 2.5
  const tall = height - 2 * inset
  const picture = { x: 0, y: y + inset, width: Math.round(tall * 1.3), height: tall }
  const x = picture.width + (roomy ? 18 : 12)
  const size = Math.round(Math.min(Math.max(13.5, height * 0.25), 26))
  const style: Style = { ...styles.heading, size, leading: size * 1.06 }
  const small: Style = roomy ? { font: 'text', size: 11, leading: 14.5, color: mute } : { ...styles.hint, size: 10 }
  const right = width - pageColumn
  const number = setText(String(page), style, { x: right, y: 0, width: pageColumn, tag: 'Span', align: 'right' }, frame)
  const minutes = setText(worksheet.minutes ? words.minutes(worksheet.minutes) : '', small, { x: right - minutesColumn, y: 0, width: minutesColumn, tag: 'Span', align: 'right' }, frame)
  const wide = right - minutesColumn - 12 - x
  const title = setText(worksheet.title, style, { x, y: 0, width: roomy ? wide : wide * 0.5, tag: 'Span' }, frame)
  const texts: Item[] = []
  const put = (set: SetText, down: number): void => { texts.push(...moved([set.item], 0, down)) }
  const under = [worksheet.postTitle ?? '', height >= withLead ? worksheet.lead : ''].filter((one) => one !== '' && !(roomy && one === worksheet.title))
  let bottom = title.bottom
  const notes = under.map((text) => {
    const set = setText(text, small, roomy ? { x, y: bottom + 8, width: Math.min(wide, 340), tag: 'Span' } : { x: x + wide * 0.52, y: 0, width: wide * 0.48, tag: 'Span' }, frame)
    if (roomy) bottom = set.bottom
    return set
  })
  const down = y + (height - bottom) / 2
  const level = (set: SetText): number => down + title.first - set.first
  put(title, down)
  for (const set of notes) put(set, roomy ? down : level(set))
  if (worksheet.minutes) put(minutes, level(minutes))
  put(number, level(number))
  const link: Group = { type: 'group', tag: 'Link', toPage: page - 1, items: texts }
  const rule: Item[] = row.last ? [] : [{ type: 'drawing', shapes: [lineShape(0, y + height, width, y + height, hairline, 0.5)] }]
  return { type: 'group', tag: 'TOCI', items: [sceneDrawing(worksheet.scene, picture, roomy ? 6 : 3), link, ...rule] }
}
