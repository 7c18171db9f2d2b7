import type { Field, Item } from '../../model/page.ts'
import { placed, round } from './shape.ts'

/** Items enlarged by `scale` from 0,0, then moved, with their groups' ids put under a name of their own. */
export function scaled(items: readonly Item[], scale: number, dx: number, dy: number, name: string): Item[] {
  const x = (value: number): number => round(value * scale + dx)
  const y = (value: number): number => round(value * scale + dy)
  const size = (value: number): number => round(value * scale)
  const box = <T extends { x: number; y: number; width: number; height: number }>(one: T): T => ({
    ...one, x: x(one.x), y: y(one.y), width: size(one.width), height: size(one.height),
  })
  const visit = (item: Item): Item => {
    switch (item.type) {
      case 'group':
        return { ...item, ...(item.id === undefined ? {} : { id: `${name}.${item.id}` }), items: item.items.map(visit) }
      case 'text':
        return { ...item, size: size(item.size), lines: item.lines.map((line) => ({ ...line, x: x(line.x), y: y(line.y) })) }
      case 'field':
        return { ...box(item), field: sizedField(item.field, scale) }
      case 'embedded':
        return { ...box(item), ...radiusOf(item.radius) }
      case 'drawing':
        return placed(item, scale, dx, dy)
    }
  }
  const radiusOf = (radius: number | undefined): { radius?: number } => (radius === undefined ? {} : { radius: size(radius) })
  return items.map(visit)
}

function sizedField(field: Field, scale: number): Field {
  if (field.type !== 'text' || scale === 1) return field
  const { pitch, size } = field
  return { ...field, size: round(size * scale), ...(pitch === undefined ? {} : { pitch: round(pitch * scale) }) }
}
