import type { FontId } from '../../model/font.ts'
import type { Tag, Text } from '../../model/page.ts'
import { ink, mute, type Palette } from '../../model/palette.ts'
import type { Color } from '../../model/scene.ts'
import { lineWidth } from '../../typography/line.ts'
import { wrap } from '../../typography/wrap.ts'
import type { SheetContext } from '../block.ts'

/** A way to set text: everything but where. */
export interface Style {
  readonly font: FontId
  /** Points. */
  readonly size: number
  /** Points from baseline to baseline. */
  readonly leading: number
  readonly color: Color
  /** Thousandths of the size. */
  readonly tracking?: number
}

/** How a text was broken into lines once. */
interface Broken {
  readonly font: FontId
  readonly size: number
  readonly tracking: number
  readonly width: number
  readonly balance: boolean
  readonly lines: readonly string[]
}

/** Lines of texts that were set before, by the text: a sheet is laid out several times, with more or less white space. */
export type KnownLines = Map<string, readonly Broken[]>

/** What setting text needs of a sheet. */
export type Setting = Pick<SheetContext, 'fonts' | 'hyphenate' | 'known'>

/** The sheet's type: display for titles and numerals, 11 points to read, 9 points to label. */
export const styles = {
  heading: { font: 'display', size: 16, leading: 18, color: ink, tracking: -12 },
  subheading: { font: 'display', size: 13, leading: 15, color: ink, tracking: -8 },
  text: { font: 'text', size: 11, leading: 15, color: ink },
  prompt: { font: 'text', size: 11, leading: 14.5, color: ink },
  strong: { font: 'bold', size: 11, leading: 14.5, color: ink },
  hint: { font: 'text', size: 9.5, leading: 12.5, color: mute },
  label: { font: 'text', size: 9, leading: 11, color: mute },
  column: { font: 'bold', size: 9.5, leading: 11.5, color: ink },
  minutes: { font: 'text', size: 9.5, leading: 12, color: mute },
} as const satisfies Record<string, Style>

/** The big letter or numeral in front of a step. */
export const letterStyle = (palette: Palette, size = 46): Style => ({
  font: 'display', size, leading: size, color: palette.text, tracking: -20,
})

export interface Spot {
  /** Left edge of the column in points. */
  readonly x: number
  /** Top of the first line's capitals: text is placed by what the eye sees, not by its line box. */
  readonly y: number
  readonly width: number
  readonly tag: Text['tag']
  readonly align?: 'left' | 'center' | 'right'
  readonly balance?: boolean
}

export interface SetText {
  readonly item: Text
  /** The last baseline. */
  readonly bottom: number
  /** The first baseline. */
  readonly first: number
}

/** Height of a style's capitals in points. */
export const capHeight = (style: Style, { fonts }: Setting): number => (fonts[style.font].capHeight * style.size) / 1000

/** Sets text into a column; as many lines as it needs, each within the width. */
export function setText(text: string, style: Style, spot: Spot, setting: Setting): SetText {
  const face = { metrics: setting.fonts[style.font], size: style.size, tracking: style.tracking ?? 0 }
  const lines = linesOf(text, style, spot, setting)
  const first = spot.y + capHeight(style, setting)
  const shift = (line: string): number => {
    if (spot.align === undefined || spot.align === 'left') return 0
    const free = spot.width - lineWidth(line, face)
    return spot.align === 'right' ? free : free / 2
  }
  const item: Text = {
    type: 'text', tag: spot.tag, font: style.font, size: style.size, color: style.color,
    ...(style.tracking ? { tracking: style.tracking } : {}),
    lines: lines.map((line, index) => ({ x: spot.x + shift(line), y: first + index * style.leading, text: line })),
  }
  return { item, first, bottom: first + Math.max(0, lines.length - 1) * style.leading }
}

function linesOf(text: string, { font, size, tracking = 0 }: Style, { width, balance = false }: Spot, { fonts, hyphenate, known }: Setting): readonly string[] {
  const before = known?.get(text) ?? []
  const same = before.find((one) => one.font === font && one.size === size && one.tracking === tracking && one.width === width && one.balance === balance)
  if (same) return same.lines
  const lines = wrap(text, { metrics: fonts[font], size, tracking, width, hyphenate, balance })
  known?.set(text, [...before, { font, size, tracking, width, balance, lines }])
  return lines
}

/** A single line's width in points. */
export function widthOf(text: string, style: Style, { fonts }: Setting): number {
  return lineWidth(text, { metrics: fonts[style.font], size: style.size, tracking: style.tracking ?? 0 })
}

/** A structure tag as it is used for a block's own heading, or for one inside it. */
export const headingTag = (inside: boolean): Tag => (inside ? 'H3' : 'H2')
