import type { Piece } from '../../blocks/block.ts'
import { group } from '../../blocks/kit/flow.ts'
import { setText } from '../../blocks/kit/type.ts'
import type { Guide } from '../../model/guide.ts'
import { ink } from '../../model/palette.ts'
import type { Item } from '../../model/page.ts'
import type { Words } from '../../words/index.ts'
import type { Frame } from '../sheet/frame.ts'
import { lineShape } from '../sheet/shape.ts'
import { hair, headingPiece, listItems, type, widthOf, type Part } from './part.ts'

/** What to bring, what to see to before and after, and what was promised for later. */
export function preparePart({ title, materials, before, after, promised }: Guide, frame: Frame, words: Words): Part {
  const own = words.workshop.guide
  const top = setText(own.materials, { ...type.title, size: 24, leading: 25 }, { x: 0, y: 0, width: widthOf(frame), tag: 'H2' }, frame)
  const rule = top.bottom + 12
  return {
    id: 'prepare',
    running: title,
    head: { height: rule, items: [top.item, { type: 'drawing', shapes: [lineShape(0, rule, widthOf(frame), rule, ink, 2)] }] },
    blocks: [
      materialRows(materials, frame, words),
      [headingPiece(own.before, frame, 'H2'), ...checks(before, frame)],
      [headingPiece(own.after, frame, 'H2'), ...checks(after, frame)],
      [headingPiece(own.promised, frame, 'H2'), ...promisedRows(promised, frame)],
    ],
  }
}

const box = { x: 0, width: 24 }

function materialRows(materials: Guide['materials'], frame: Frame, words: Words): Piece[] {
  const own = words.workshop.guide
  const width = widthOf(frame)
  const columns = [{ x: box.width, width: 86 }, { x: 114, width: 150 }, { x: 272, width: width - 272 }] as const
  const table = (row: Item): Item => group('Table', [row], 'prepare.materials')
  const heads = [own.count, own.item, own.use].map((text, index): Item => {
    const { item } = setText(text, type.small, { ...(columns[index] as { x: number; width: number }), y: 0, tag: 'P' }, frame)
    return { type: 'group', tag: 'TH', scope: 'Column', items: [{ ...item, tag: 'Span' }] }
  })
  const rows = materials.map(({ count, item, use }, index): Piece => {
    const sets = [count, item, use].map((text, column) =>
      setText(text, column === 1 ? type.strong : column === 0 ? type.strong : type.small, { ...(columns[column] as { x: number; width: number }), y: 0, tag: 'P' }, frame))
    const height = Math.max(22, ...sets.map(({ bottom }) => bottom + 14))
    const cells = sets.map((set): Item => group('TD', [{ ...set.item, tag: 'Span', lines: set.item.lines.map((line) => ({ ...line, y: line.y + (height - set.bottom) / 2 })) }]))
    const tick: Item = { type: 'drawing', shapes: [tickBox(0, height / 2 - 5.25)] }
    return { height, space: 0, items: [tick, table(group('TR', cells)), ...(index < materials.length - 1 ? [hair(height, frame)] : [])], ...(index === 0 ? { keepWithNext: true as const } : {}) }
  })
  return [{ height: 13, space: 0, keepWithNext: true, items: [table(group('TR', heads))] }, ...rows]
}

const tickBox = (x: number, y: number) => ({ d: `M${x} ${y}L${x + 10.5} ${y}L${x + 10.5} ${y + 10.5}L${x} ${y + 10.5}Z`, stroke: '#3f4a54' as const, strokeWidth: 0.8 })

const checks = (texts: readonly string[], frame: Frame): Piece[] => {
  const { items, bottom } = listItems(texts, 'box', { x: 0, y: 0, width: widthOf(frame) }, frame)
  return [{ height: bottom + 2, items, space: 12 }]
}

function promisedRows(promised: Guide['promised'], frame: Frame): Piece[] {
  const width = widthOf(frame)
  return promised.map(({ date, about, text }, index): Piece => {
    const day = setText(date, type.strong, { x: 0, y: 0, width: 104, tag: 'P' }, frame)
    const title = setText(about, type.strong, { x: 114, y: 0, width: width - 114, tag: 'P' }, frame)
    const words = setText(text, type.small, { x: 114, y: title.bottom + 6, width: width - 114, tag: 'P' }, frame)
    return { height: words.bottom + 4, items: [group('Div', [day.item, title.item, words.item])], space: index === 0 ? 12 : 8, ...(index === 0 ? { keepWithNext: true as const } : {}) }
  })
}
