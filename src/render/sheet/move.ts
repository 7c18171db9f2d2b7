import type { Group, Item } from '../../model/page.ts'
import { placed, round } from './shape.ts'

/** Items moved right and down by so many points, with positions rounded to hundredths. */
export function moved(items: readonly Item[], dx: number, dy: number): Item[] {
  return items.map((item) => movedItem(item, dx, dy))
}

function movedItem(item: Item, dx: number, dy: number): Item {
  switch (item.type) {
    case 'group':
      return { ...item, items: moved(item.items, dx, dy) }
    case 'text':
      return { ...item, lines: item.lines.map((line) => ({ ...line, x: round(line.x + dx), y: round(line.y + dy) })) }
    case 'field':
    case 'embedded':
      return { ...item, x: round(item.x + dx), y: round(item.y + dy), width: round(item.width), height: round(item.height) }
    case 'drawing':
      return placed(item, 1, dx, dy)
  }
}

/** Groups with the same id joined into one, at every depth, where only drawings are between them: the rows of a table become the table. */
export function joinGroups(items: readonly Item[]): Item[] {
  const joined: Item[] = []
  for (const item of items) {
    const index = joined.findLastIndex((one) => one.type !== 'drawing')
    const last = joined[index]
    if (item.type === 'group' && item.id !== undefined && last?.type === 'group' && last.id === item.id) {
      joined[index] = { ...last, items: [...last.items, ...item.items] }
    } else joined.push(item)
  }
  return joined.map((item) => (item.type === 'group' ? ({ ...item, items: joinGroups(item.items) } satisfies Group) : item))
}
