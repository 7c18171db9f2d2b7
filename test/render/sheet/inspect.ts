import { shapesOf } from '../../../src/render/sheet/shape.ts'
import type { WorksheetBlock } from '../../../src/blocks/index.ts'
import type { Fonts } from '../../../src/model/font.ts'
import type { Field, FieldBox, Group, Item, LaidOutPage, Text } from '../../../src/model/page.ts'
import { mm, type Paper } from '../../../src/model/worksheet.ts'
import { lineWidth } from '../../../src/typography/line.ts'

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
    right: x + lineWidth(words, { metrics, size: text.size, tracking: text.tracking ?? 0 }),
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
    return shapesOf(item).map(({ d }) => shapeBounds(d))
  })
}

export const overlap = (a: Bounds, b: Bounds): boolean =>
  a.left < b.right - 0.1 && b.left < a.right - 0.1 && a.top < b.bottom - 0.1 && b.top < a.bottom - 0.1

/** What lies outside the margins; feet and fold marks stand in them, clear of what printers cannot reach. */
export function outside(page: LaidOutPage, paper: Paper, fonts: Fonts): string[] {
  const { left, right, top, bottom } = paper.margin
  const [farRight, farBottom] = [paper.width - right, paper.height - bottom]
  const texts = textsOf(page).flatMap((text) => lineBounds(text, fonts).map((bounds) => ({ ...bounds, isFoot: text.tag === 'artifact' })))
  const drawn = drawingBounds(page).map((bounds) => ({ ...bounds, isFoot: bounds.right <= 10 * mm || bounds.left >= paper.width - 10 * mm }))
  const fields = fieldsOf(page).map((box) => ({ ...fieldBounds(box), isFoot: false }))
  return [...texts, ...drawn, ...fields].flatMap((one) => {
    const edge = one.isFoot ? 4.9 * mm : undefined
    const inside = one.left >= (edge ?? left) - 1.5 && one.right <= paper.width - (edge ?? right) + 1.5 &&
      one.top >= (edge ?? top) - 1.5 && one.bottom <= (edge ? paper.height - edge : farBottom) + 1.5
    return inside ? [] : [`${one.what}: ${one.left.toFixed(1)}–${one.right.toFixed(1)} of ${left}–${farRight}, ${one.top.toFixed(1)}–${one.bottom.toFixed(1)}`]
  })
}

/** Pairs of texts and fields that lie over one another. */
export function collisions(page: LaidOutPage, fonts: Fonts): string[] {
  const all = [...textsOf(page).flatMap((text) => lineBounds(text, fonts)), ...fieldsOf(page).map(fieldBounds)]
  return all.flatMap((one, index) => all.slice(index + 1).filter((other) => overlap(one, other)).map((other) => `${one.what} over ${other.what}`))
}

/** Lines of different texts that stand over one another closer than any line does to the next. */
export function crowded(page: LaidOutPage, fonts: Fonts): string[] {
  const all = textsOf(page).flatMap((text, index) => lineBounds(text, fonts).map((bounds) => ({ ...bounds, size: text.size, index })))
  return all.flatMap((one) =>
    all
      .filter((other) => other.index !== one.index && other.bottom > one.bottom + 0.5 && other.left < one.right && one.left < other.right)
      .filter((other) => other.bottom - one.bottom < Math.min(one.size, other.size) * 0.9)
      .map((other) => `${other.what} close under ${one.what}: ${(other.bottom - one.bottom).toFixed(1)} points`),
  )
}

/** Blocks of which a page shows only the words that open them, while all they are about is on the next page. */
export function lonely(pages: readonly LaidOutPage[], blocks: readonly WorksheetBlock[]): string[] {
  const sections = pages.map((page) => groupsOf(page).filter(({ tag, id }) => tag === 'Sect' && id !== undefined && id !== 'sheet'))
  const ids = [...new Set(sections.flat().map(({ id }) => id))]
  const isBegun = ({ id, items }: Group): boolean => {
    const all = flatten(items)
    if (all.some((item) => item.type === 'field' || (item.type === 'group' && item.tag === 'Figure'))) return true
    const { kind, title, prompt, hint } = blocks[ids.indexOf(id)] as WorksheetBlock
    const opening = [title, prompt, hint].filter((one) => one !== undefined).length
    return (kind === 'text' || kind === 'steps') && all.filter(({ type }) => type === 'text').length > opening
  }
  return sections.flatMap((on, index) => {
    const goesOn = (id: string | undefined): boolean => sections[index + 1]?.some((other) => other.id === id) ?? false
    return on.filter((section) => goesOn(section.id) && !isBegun(section)).map(({ id }) => `page ${index + 1} ends with the heading of ${id}`)
  })
}
