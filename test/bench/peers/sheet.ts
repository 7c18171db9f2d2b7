import type { FontId, Fonts } from '../../../src/model/font.ts'
import type { Drawing, Field, Item, LaidOutPage } from '../../../src/model/page.ts'
import { shapesOf } from '../../../src/render/sheet/shape.ts'
import { textWidth } from '../../../src/typography/measure.ts'

/** A page for others to lay out: its texts to be broken anew, its drawings, and where one writes. */
export interface PlainSheet {
  readonly title: string
  readonly lang: string
  readonly width: number
  readonly height: number
  readonly texts: readonly PlainText[]
  readonly drawings: readonly Drawing[]
  readonly fields: readonly PlainField[]
}

/** A paragraph; everything in points, `y` its top. */
export interface PlainText {
  readonly text: string
  readonly font: FontId
  readonly size: number
  readonly color: string
  readonly x: number
  readonly y: number
  /** The column it is broken in. */
  readonly width: number
  /** Distance of baselines. */
  readonly leading: number
}

export interface PlainField {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly field: Field
}

/** What others draw of a page of ours: all but its tags and the rings and boxes of its buttons. */
export function plainSheet({ width, height, items }: LaidOutPage, title: string, lang: string, fonts: Fonts): PlainSheet {
  const texts: PlainText[] = []
  const drawings: Drawing[] = []
  const fields: PlainField[] = []
  const visit = (item: Item): void => {
    if (item.type === 'group') item.items.forEach(visit)
    else if (item.type === 'field') fields.push(item)
    else if (item.type === 'drawing') drawings.push({ type: 'drawing', shapes: shapesOf(item), ...(item.clip && { clip: item.clip }) })
    else if (item.type === 'text') texts.push(...paragraph(item, fonts))
  }
  items.forEach(visit)
  return { title, lang, width, height, texts, drawings, fields }
}

function paragraph({ font, size, color, lines }: Extract<Item, { type: 'text' }>, fonts: Fonts): PlainText[] {
  const [first, second] = lines
  if (!first) return []
  const text = lines.map((line) => line.text).join(' ').replaceAll('\u00ad ', '').replaceAll('\u00ad', '')
  if (text.trim() === '') return []
  const widest = Math.max(...lines.map((line) => textWidth(line.text, fonts[font], size)))
  // A little air, so that a measure of their own breaks the same lines.
  return [{ text, font, size, color, x: first.x, y: first.y - size * 0.9, width: widest + 6, leading: second ? second.y - first.y : size * 1.3 }]
}

/** The heights of ruled lines in a field, from its top. */
export function ruledLines({ height, field }: PlainField): number[] {
  if (field.type !== 'text') return []
  const { pitch } = field
  if (pitch === undefined) return [height]
  return Array.from({ length: Math.floor(height / pitch) }, (_, index) => (index + 1) * pitch)
}

/** Makes the bytes of a PDF. */
export type WriteSheet = (sheet: PlainSheet) => Promise<Uint8Array>

/** Files of the fonts, TrueType. */
export type FontPaths = Readonly<Record<FontId, string>>
