import { Flow, group } from '../../blocks/kit/flow.ts'
import { setText, styles, type Style } from '../../blocks/kit/type.ts'
import { ink, line as hairline, mute } from '../../model/palette.ts'
import type { Group, Item } from '../../model/page.ts'
import type { Worksheet } from '../../model/worksheet.ts'
import type { Words } from '../../words/index.ts'
import { sceneDrawing } from './crop.ts'
import type { Frame } from './frame.ts'
import { moved } from './move.ts'
import { lineShape } from './shape.ts'

/** A sheet and the page it begins on, counted from 1. */
export interface ContentsEntry {
  readonly worksheet: Worksheet
  readonly page: number
}

const heading: Style = { font: 'display', size: 44, leading: 46, color: ink, tracking: -22 }
/** From the top margin to the first entry. */
const headHeight = 62
/** The tallest and the lowest a row may be, and from where on it has room for a sheet's lead. */
const [most, least, withLead] = [124, 27, 46]

const room = ({ paper }: Frame): number => paper.height - paper.margin.top - paper.margin.bottom - headHeight

/** How tall a row is, and how many go on a page. */
function rows(count: number, frame: Frame): { height: number; perPage: number } {
  const height = Math.max(least, Math.min(most, room(frame) / count))
  return { height, perPage: Math.floor((room(frame) + 0.01) / height) }
}

/** Pages that the contents of so many sheets take. */
export const contentsPages = (count: number, frame: Frame): number => Math.max(1, Math.ceil(count / rows(count, frame).perPage))

/** The contents: a picture, title and page for each sheet, each a link to it. One list of items a page. */
export function contentsItems(entries: readonly ContentsEntry[], frame: Frame, words: Words): Item[][] {
  const { height, perPage } = rows(entries.length, frame)
  return Array.from({ length: contentsPages(entries.length, frame) }, (_, page) => {
    const flow = new Flow(frame)
    const width = frame.paper.width - frame.paper.margin.left - frame.paper.margin.right
    flow.text(words.contents, heading, page === 0 ? 'H1' : 'artifact', { x: 0, width })
    flow.shapes(lineShape(0, headHeight - 8, width, headHeight - 8, ink, 2))
    const toc = entries.slice(page * perPage, (page + 1) * perPage).map((entry, index) =>
      entryRow(entry, { y: headHeight - 7 + index * height, width, height, roomy: height >= withLead, aside: asideOf(entry.worksheet, height >= withLead, words) }, frame))
    flow.push(group('TOC', toc, 'contents.list'))
    return [{ type: 'group', tag: 'Sect', id: 'contents', items: moved(flow.items, frame.paper.margin.left, frame.paper.margin.top) }]
  })
}

interface Row {
  readonly y: number
  readonly width: number
  readonly height: number
  readonly roomy: boolean
  /** Small words beside or under the title. */
  readonly aside: string
}

/** A sheet's lead where there is room, else its series; not the collection's name, which says nothing here. */
function asideOf({ lead, kicker }: Worksheet, isRoomy: boolean, words: Words): string {
  if (isRoomy) return lead
  return kicker === words.collection ? '' : kicker
}

function entryRow({ worksheet, page }: ContentsEntry, row: Row, frame: Frame): Group {
  const { y, width, height } = row
  const inset = row.roomy ? 7 : 3
  const tall = height - 2 * inset
  const picture = { x: 0, y: y + inset, width: Math.round(tall * 1.22), height: tall }
  const x = picture.width + (row.roomy ? 18 : 12)
  const size = Math.round(Math.min(Math.max(14, height * 0.25), 28))
  const style: Style = { ...styles.heading, size, leading: size * 1.06 }
  const leadSize = Math.min(Math.max(10.5, height * 0.12), 13)
  const lead: Style = { font: 'text', size: leadSize, leading: leadSize * 1.3, color: mute }
  const number = setText(String(page), style, { x, y: 0, width: width - x, tag: 'Span', align: 'right' }, frame)
  const wide = width - x - 50
  const title = setText(worksheet.title, style, { x, y: 0, width: row.roomy ? wide : wide * 0.56, tag: 'Span' }, frame)
  const aside = row.roomy
    ? setText(row.aside, lead, { x, y: title.bottom + leadSize * 0.75, width: Math.min(wide, 330), tag: 'P', balance: true }, frame)
    : setText(row.aside, styles.hint, { x: x + wide * 0.58, y: 0, width: wide * 0.42, tag: 'P' }, frame)
  const block = row.roomy && row.aside !== '' ? aside.bottom : title.bottom
  const down = y + (height - block) / 2
  const at = (set: typeof title, by: number): Item => moved([set.item], 0, by)[0] as Item
  const link: Group = { type: 'group', tag: 'Link', toPage: page - 1, items: [at(title, down), at(number, down)] }
  const sideDown = row.roomy ? down : down + title.first - aside.first
  const rule: Item = { type: 'drawing', shapes: [lineShape(0, y + height, width, y + height, hairline, 0.5)] }
  const words = row.aside === '' ? [] : [at(aside, sideDown)]
  return { type: 'group', tag: 'TOCI', items: [sceneDrawing(worksheet.scene, picture, row.roomy ? 6 : 3), link, ...words, rule] }
}
