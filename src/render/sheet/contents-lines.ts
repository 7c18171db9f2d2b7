import type { Worksheet } from '../../model/worksheet.ts'
import type { Frame } from './frame.ts'

/** A line of the contents: a sheet, by its place in the book, or the name of a series above its sheets. */
export type Line =
  | { readonly type: 'sheet'; readonly index: number }
  | { readonly type: 'series'; readonly series: string | undefined }

/** The tallest and the lowest a row may be, in points. */
const [most, least] = [110, 26]
/** How much taller than a row the name of a series is, with the white space above it. */
const groupShare = 1.1
const tallestGroup = 40

/** The height a page has for lines under its head. */
export const roomFor = ({ paper }: Frame, head: number): number => paper.height - paper.margin.top - paper.margin.bottom - head

/** The sheets in their order, under the names of their series where there are several groups and each stands together. */
export function contentsLines(worksheets: readonly Worksheet[]): Line[] {
  const starts = worksheets.map(({ series }, index) => index === 0 || series !== worksheets[index - 1]?.series)
  const runs = starts.filter((starting) => starting).length
  const named = runs > 1 && runs === new Set(worksheets.map(({ series }) => series)).size
  return worksheets.flatMap(({ series }, index): Line[] => [
    ...(named && starts[index] ? [{ type: 'series' as const, series }] : []),
    { type: 'sheet', index },
  ])
}

/** Shares lines out over pages: rows as tall as lets all stand on one page, if that is tall enough to read. */
export function pagesOfLines(lines: readonly Line[], room: number): { pages: Line[][]; height: number; groupHeight: number } {
  const groups = lines.filter(({ type }) => type === 'series').length
  const height = Math.max(least, Math.min(most, room / (lines.length - groups + groups * groupShare)))
  const groupHeight = Math.min(height * groupShare, tallestGroup)
  const pages: Line[][] = [[]]
  let left = room + 0.01
  for (const line of lines) {
    const own = line.type === 'series' ? groupHeight : height
    // The name of a series goes with its first sheet.
    if (left < (line.type === 'series' ? own + height : own)) {
      pages.push([])
      left = room + 0.01
    }
    pages.at(-1)?.push(line)
    left -= own
  }
  return { pages, height, groupHeight }
}
