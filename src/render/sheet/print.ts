import { tickReach, type FieldBox, type Group, type Item, type LaidOutPage, type Text } from '../../model/page.ts'
import type { Fonts } from '../../model/font.ts'
import { ink, mute, rule } from '../../model/palette.ts'
import type { Shape } from '../../model/scene.ts'
import { lineWidth } from '../../typography/line.ts'
import { circleShape, lineShape, roundedShape } from './shape.ts'
import { wrap } from '../../typography/wrap.ts'

/** Points; as viewers set what is typed where the size is left to them. */
const usualSize = 11
const inset = 2

/** A page for paper alone: fields become the lines to write on, what was filled in beforehand becomes text, links words. */
export function printed(page: LaidOutPage, fonts: Fonts): LaidOutPage {
  const visit = (item: Item): Item[] => {
    if (item.type === 'group') return [{ ...asText(item), items: item.items.flatMap(visit) }]
    return item.type === 'field' ? onPaper(item, fonts) : [item]
  }
  return { ...page, items: page.items.flatMap(visit) }
}

function asText(group: Group): Group {
  if (group.tag !== 'Link') return group
  const { toPage: _toPage, ...rest } = group
  return { ...rest, tag: 'Span' }
}

function onPaper(box: FieldBox, fonts: Fonts): Item[] {
  const { field } = box
  const value = field.type === 'text' && field.value ? [written(box, field.value, fonts)] : []
  const shapes = marksOf(box)
  return shapes.length > 0 ? [{ type: 'drawing', shapes }, ...value] : value
}

/** What of a field is on paper: ruled lines, a box or a ring, ticked where it was chosen. */
function marksOf({ x, y, width, height, field }: FieldBox): Shape[] {
  if (field.type === 'check') {
    const box = roundedShape(x + 0.5, y + 0.5, width - 1, height - 1, 1.5, { stroke: mute, strokeWidth: 0.9 })
    const [left, middle, right] = [x + width * 0.24, x + width * 0.43, x + width * 0.78]
    const tick: Shape = { d: `M${left} ${y + height * 0.53}L${middle} ${y + height * 0.74}L${right} ${y + height * 0.26}`, stroke: ink, strokeWidth: 1.8, lineCap: 'round', lineJoin: 'round' }
    return field.value ? [box, tick] : [box]
  }
  if (field.type === 'radio') {
    const reach = Math.min(width, height) / 2
    if (field.look === 'tick' && field.value !== field.option) return [lineShape(x + width / 2, y + height / 2 - tickReach, x + width / 2, y + height / 2 + tickReach, mute, 0.9)]
    const ring = circleShape(x + width / 2, y + height / 2, reach - 0.5, { stroke: mute, strokeWidth: 0.9, ...(field.look === 'tick' ? { fill: '#ffffff' } : {}) })
    return field.value === field.option ? [ring, circleShape(x + width / 2, y + height / 2, reach * 0.56, { fill: ink })] : [ring]
  }
  if (field.pitch === undefined) return []
  const { pitch } = field
  const count = field.multiline ? Math.max(1, Math.floor((height + 0.5) / pitch)) : 1
  return Array.from({ length: count }, (_, index) => lineShape(x, y + height - index * pitch, x + width, y + height - index * pitch, rule, 0.5))
}

/** A value as text within its field, made smaller until it fits. */
function written({ x, y, width, height, field }: FieldBox, value: string, fonts: Fonts): Text {
  const metrics = fonts.text
  const room = width - 2 * inset
  const multiline = field.type === 'text' && field.multiline
  const start = (field.type === 'text' && field.size) || usualSize
  const linesAt = (size: number): string[] =>
    multiline ? wrap(value.replace(/\r\n?/g, '\n'), { metrics, size, width: room, hyphenate: (word) => word }) : [value.replace(/\s+/g, ' ')]
  const fits = (size: number): boolean =>
    linesAt(size).every((line) => lineWidth(line, { metrics, size }) <= room) && (!multiline || linesAt(size).length * size * 1.25 <= height - inset)
  let size = start
  while (size > 4 && !fits(size)) size -= 0.5
  const cap = (size * metrics.capHeight) / 1000
  const first = multiline ? y + inset + size : y + (height + cap) / 2
  return {
    type: 'text', tag: 'P', font: 'text', size, color: ink,
    lines: linesAt(size).map((text, index) => ({ x: x + inset, y: first + index * size * 1.25, text })),
  }
}
