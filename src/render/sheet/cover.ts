import { single, writingLine } from '../../blocks/kit/fields.ts'
import { Flow } from '../../blocks/kit/flow.ts'
import { capHeight, styles, type Style } from '../../blocks/kit/type.ts'
import { ink, mute } from '../../model/palette.ts'
import type { Item } from '../../model/page.ts'
import type { Scene } from '../../model/scene.ts'
import type { Logo } from '../../model/workshop.ts'
import type { Words } from '../../words/index.ts'
import { sceneDrawing, type Box } from './crop.ts'
import type { Frame } from './frame.ts'
import { logoGroup } from './logo.ts'
import { moved } from './move.ts'
import { wrap } from '../../typography/wrap.ts'

const gap = 7
const radius = 7
const kicker: Style = { font: 'bold', size: 13, leading: 16, color: mute, tracking: 6 }
const firstFact: Style = { font: 'bold', size: 13, leading: 17, color: ink }
const otherFact: Style = { font: 'text', size: 13, leading: 17, color: ink }
const mark = { width: 150, height: 64 }
const titleStyle = (size: number): Style => ({ font: 'display', size, leading: size, color: ink, tracking: -26 })

/** What a cover says. */
export interface Cover {
  readonly title: string
  readonly facts?: readonly string[]
  readonly logo?: Logo
}

/** The cover of a workbook: its title, all its scenes as one large picture, and a line for the owner's name. */
export function coverItems({ title, facts = [], logo }: Cover, scenes: readonly Scene[], frame: Frame, words: Words): Item[] {
  const { paper } = frame
  const { left, top, right, bottom } = paper.margin
  const width = paper.width - left - right
  const height = paper.height - top - bottom
  const flow = new Flow(frame)
  const column = logo ? width - mark.width - 24 : width
  flow.text(words.workbook, kicker, 'P', { x: 0, width: column })
  const size = coverSize(title, column, frame)
  flow.text(title, titleStyle(size), 'H1', { x: 0, width: column, balance: true }, 18)
  facts.forEach((fact, index) => flow.text(fact, index === 0 ? firstFact : otherFact, 'P', { x: 0, width: column }, index === 0 ? 20 : 8))
  if (logo) flow.push(logoGroup(logo, { x: width - mark.width, y: 0, ...mark }, 'right'))
  const start = Math.max(flow.y + 14 + (facts.length > 0 ? 8 : size * 0.2), logo ? mark.height + 20 : 0)
  const label = height - 26 - capHeight(styles.label, frame) - 4
  for (const [index, box] of tiles(scenes.length, { x: 0, y: start, width, height: label - 18 - start }).entries()) {
    flow.push(sceneDrawing(scenes[index] as Scene, box, radius))
  }
  flow.y = label
  flow.text(words.workbookOwner, styles.label, 'P', { x: 0, width })
  flow.push(single('owner', words.workbookOwner, { x: 0, y: flow.y + 4, width }, 22))
  flow.shapes(writingLine(0, height, width))
  return [{ type: 'group', tag: 'Sect', id: 'cover', items: moved(flow.items, left, top) }]
}

function coverSize(title: string, width: number, { fonts, hyphenate }: Frame): number {
  const linesAt = (size: number): readonly string[] =>
    wrap(title, { metrics: fonts.display, size, tracking: -26, width, hyphenate, balance: true })
  const fits = (size: number, most: number): boolean => linesAt(size).length <= most && linesAt(size).every((line) => !line.endsWith('\u00ad'))
  return [84, 78, 72, 66, 60].find((size) => fits(size, 1)) ?? [60, 54, 48, 42, 36].find((size) => fits(size, 2)) ?? 32
}

/** Boxes of nearly the same, nearly square shape that fill a box row by row. */
export function tiles(count: number, box: Box): Box[] {
  const rows = Array.from({ length: count }, (_, index) => index + 1).reduce((best, one) => (strain(count, one, box) < strain(count, best, box) ? one : best), 1)
  const height = (box.height - gap * (rows - 1)) / rows
  const boxes: Box[] = []
  for (let row = 0; row < rows; row += 1) {
    const inRow = Math.floor(((row + 1) * count) / rows) - Math.floor((row * count) / rows)
    const width = (box.width - gap * (inRow - 1)) / inRow
    for (let column = 0; column < inRow; column += 1) {
      boxes.push({ x: box.x + column * (width + gap), y: box.y + row * (height + gap), width, height })
    }
  }
  return boxes
}

/** How far from square tiles in so many rows would be, and how uneven the rows. */
function strain(count: number, rows: number, box: Box): number {
  const columns = count / rows
  const aspect = (box.width / columns) / (box.height / rows)
  return Math.abs(Math.log(aspect / 1.1)) + (Number.isInteger(columns) ? 0 : 0.25)
}
