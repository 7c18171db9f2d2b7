import type { SheetContext } from '../../blocks/block.ts'
import { single, writingLine } from '../../blocks/kit/fields.ts'
import { Flow, group } from '../../blocks/kit/flow.ts'
import { slug, unique } from '../../blocks/kit/slug.ts'
import { capHeight, setText, styles, type Style } from '../../blocks/kit/type.ts'
import { ink, type Palette } from '../../model/palette.ts'
import type { Item } from '../../model/page.ts'
import type { Worksheet } from '../../model/worksheet.ts'
import type { Box } from './crop.ts'
import { moved } from './move.ts'
import { lineShape } from './shape.ts'
import { wrap } from '../../typography/wrap.ts'

export interface Head {
  readonly height: number
  readonly items: readonly Item[]
  /** Where the scene goes; it is drawn last, once the head has its final height. */
  readonly picture: Box
}

const picture = { width: 112, height: 80 }
/** Title sizes that keep it on one line, then those for two; the first is the usual one. */
const [onOneLine, onTwoLines] = [[37, 34, 31, 28], [28, 25]] as const
/** From the kicker's baseline to the title's, and from there to the top of the lead's capitals. */
const [underKicker, underTitle] = [35, 11.5]
/** From the bottom of the picture to the heavy rule. */
const underPicture = 11
/** Points; of the scene's corners. */
export const pictureRadius = 6
const lead: Style = { font: 'text', size: 13, leading: 17.5, color: ink }
const kickerStyle = (palette: Palette): Style => ({ font: 'bold', size: 10, leading: 12, color: palette.text, tracking: 8 })
const titleStyle = (size: number): Style => ({ font: 'display', size, leading: size * 1.04, color: ink, tracking: -22 })

/**
 * The head of a sheet's first page: kicker, title, lead and picture over a heavy rule, then the fields for name and date.
 * It is the same on every sheet, so that leafing through them shows one fixed head; only texts too long for it move its rule.
 */
export function sheetHead(worksheet: Worksheet, sheet: Omit<SheetContext, 'key' | 'report'>, key: string): Head {
  const flow = new Flow(sheet)
  const wide = Math.min(picture.width, sheet.width * 0.26)
  const column = { x: 0, width: sheet.width - wide - 24 }
  if (worksheet.kicker !== '') flow.text(worksheet.kicker, kickerStyle(sheet.palette), 'P', column)
  const style = titleStyle(titleSize(worksheet.title, column.width, sheet))
  const baseline = capHeight(kickerStyle(sheet.palette), sheet) + underKicker
  flow.y = Math.max(baseline - capHeight(style, sheet), worksheet.kicker === '' ? 0 : flow.y + 9)
  flow.text(worksheet.title, style, 'H1', { ...column, balance: true })
  if (worksheet.lead !== '') flow.text(worksheet.lead, lead, 'P', { x: 0, width: Math.min(column.width, 340), balance: true }, underTitle)
  const box = { x: sheet.width - wide, y: 0, width: wide, height: picture.height }
  const rule = Math.max(picture.height, flow.y) + underPicture
  flow.shapes(lineShape(0, rule, sheet.width, rule, ink, 2))
  flow.y = rule + 1
  drawFields(worksheet.head, flow, sheet, key)
  return { height: flow.y, items: flow.items, picture: box }
}

/** The largest size that keeps a title on one line, or a smaller one for two; no word of it is ever cut if it can be helped. */
function titleSize(title: string, width: number, sheet: Pick<SheetContext, 'fonts' | 'hyphenate'>): number {
  const linesAt = (size: number): string[] =>
    wrap(title, { metrics: sheet.fonts.display, size, tracking: -22, width, hyphenate: sheet.hyphenate, balance: true })
  const whole = (lines: readonly string[]): boolean => lines.every((line) => !line.endsWith('\u00ad'))
  const one = onOneLine.find((size) => linesAt(size).length === 1)
  const two = onTwoLines.find((size) => linesAt(size).length <= 2 && whole(linesAt(size)))
  return one ?? two ?? [22, 19].find((size) => whole(linesAt(size))) ?? 22
}

/** One-line fields side by side, at most four in a row; a label that asks for a date or a time gets less room. */
function drawFields(labels: readonly string[], flow: Flow, sheet: Omit<SheetContext, 'key' | 'report'>, key: string): void {
  const gutter = 16
  const height = 18
  const free = unique()
  for (let start = 0; start < labels.length; start += 4) {
    const inRow = labels.slice(start, start + 4)
    const shares = inRow.map((label) => (/^(datum|date|dag|day|tid|time|kl|öppnas|opens|år|year)\b/iu.test(label) ? 1 : 2))
    const unit = (sheet.width - gutter * (inRow.length - 1)) / shares.reduce((sum, share) => sum + share, 0)
    const top = flow.y + 10
    let x = 0
    const cells = inRow.map((label, index) => {
      const width = unit * (shares[index] as number)
      const set = setText(label, styles.label, { x, y: top, width, tag: 'P' }, sheet)
      x += width + gutter
      return { label, set, x: x - width - gutter, width }
    })
    const bottom = Math.max(...cells.map(({ set }) => set.bottom))
    const line = bottom + 3.5 + height
    for (const { label, set, x: left, width } of cells) {
      const field = single(`${key}.${free(slug(label))}`, label, { x: left, y: bottom + 3.5, width }, height)
      const under: Item = { type: 'drawing', shapes: [writingLine(left, line, width)] }
      flow.push(group('Div', [...moved([set.item], 0, bottom - set.bottom), field, under]))
    }
    flow.y = line
  }
}
