import type { Fonts } from '../../../src/model/font.ts'
import type { Field, FieldBox, Group, Item, LaidOutPage, Text } from '../../../src/model/page.ts'
import { textWidth } from '../../../src/render/sheet/measure.ts'

export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** What it is, for messages. */
  readonly what: string
}

/** All items of a page in reading order, groups before what is in them. */
export function flatten(items: readonly Item[]): Item[] {
  return items.flatMap((item) => (item.type === 'group' ? [item, ...flatten(item.items)] : [item]))
}

export const groupsOf = (page: LaidOutPage): Group[] => flatten(page.items).filter((item): item is Group => item.type === 'group')

export const fieldsOf = (page: LaidOutPage): FieldBox[] => flatten(page.items).filter((item): item is FieldBox => item.type === 'field')

export const textsOf = (page: LaidOutPage): Text[] => flatten(page.items).filter((item): item is Text => item.type === 'text')

export const nameOf = ({ field }: { readonly field: Field }): string => (field.type === 'radio' ? `${field.name}=${field.option}` : field.name)

/** Each line's ink: from the top of its capitals to its baseline. */
export function lineBounds(text: Text, fonts: Fonts): Bounds[] {
  const metrics = fonts[text.font]
  return text.lines.map(({ x, y, text: words }) => ({
    left: x,
    right: x + textWidth(words, { metrics, size: text.size, tracking: text.tracking ?? 0 }),
    top: y - (metrics.capHeight * text.size) / 1000,
    bottom: y,
    what: `“${words}”`,
  }))
}

export const fieldBounds = (box: FieldBox): Bounds => ({ left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height, what: nameOf(box) })

/** The box around a path's points; control points count, which makes it no smaller than the path. */
export function shapeBounds(d: string): Bounds {
  const numbers = (d.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
  const [xs, ys] = [numbers.filter((_, index) => index % 2 === 0), numbers.filter((_, index) => index % 2 === 1)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys), what: d.slice(0, 40) }
}

/** What is painted: clipped drawings by their clip. */
export function drawingBounds(page: LaidOutPage): Bounds[] {
  return flatten(page.items).flatMap((item): Bounds[] => {
    if (item.type !== 'drawing') return []
    const { clip } = item
    if (clip) return [{ left: clip.x, right: clip.x + clip.width, top: clip.y, bottom: clip.y + clip.height, what: 'picture' }]
    return item.shapes.map(({ d }) => shapeBounds(d))
  })
}

export const overlap = (a: Bounds, b: Bounds): boolean =>
  a.left < b.right - 0.1 && b.left < a.right - 0.1 && a.top < b.bottom - 0.1 && b.top < a.bottom - 0.1
