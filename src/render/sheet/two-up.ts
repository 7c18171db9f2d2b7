import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Fonts } from '../../model/font.ts'
import type { Item, LaidOutPage } from '../../model/page.ts'
import { mute } from '../../model/palette.ts'
import { mm, type Paper, type Worksheet } from '../../model/worksheet.ts'
import { scaled } from './scale.ts'
import { lineShape, round } from './shape.ts'
import { layoutWorksheet, type LaidOutSheet } from './worksheet.ts'

/** How much smaller than on a whole paper a sheet may be: lines of 8.5 mm, of 8 mm, and so on to two pages side by side in a print dialog. */
const scales = [1, 8 / 8.5, 0.87, 0.79, Math.SQRT1_2]

/** Half of a paper (A5 of A4), upright, seen from so near that things on it look smaller. */
const halfOf = ({ name, width, height }: Paper, scale: number): Paper => ({
  name, width: height / 2 / scale, height: width / scale,
  margin: { top: (12 * mm) / scale, right: (13 * mm) / scale, bottom: (16 * mm) / scale, left: (13 * mm) / scale },
})

export interface HalfSheet {
  /** As large as half a paper. */
  readonly pages: readonly LaidOutPage[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * A sheet laid out anew for half a paper: lines as far apart as on a whole one, unless drawing it in saves a leaf or
 * something would not fit otherwise.
 */
export function layoutHalf(worksheet: Worksheet, paper: Paper, fonts: Fonts, hyphenate: (word: string) => string): HalfSheet {
  let best: { sheet: LaidOutSheet; scale: number; cost: number } | undefined
  for (const scale of scales) {
    const sheet = layoutWorksheet(worksheet, halfOf(paper, scale), fonts, hyphenate)
    const cost = Math.ceil(sheet.pages.length / 2) + (sheet.headAlone ? 10 : 0) + (sheet.diagnostics.length > 0 ? 100 : 0)
    if (!best || cost < best.cost) best = { sheet, scale, cost }
    if (best.cost === 1) break
  }
  const { sheet, scale } = best as NonNullable<typeof best>
  const size = { width: round(paper.height / 2), height: round(paper.width) }
  return { pages: sheet.pages.map(({ items }) => ({ ...size, items: scaled(items, scale, 0, 0, 'half') })), diagnostics: sheet.diagnostics }
}

/** A page of a sheet, and a name for the sheet that no other in the document has. */
interface Half {
  readonly page: LaidOutPage | undefined
  readonly name: string
}

/** Two halves side by side on a paper that lies, to be cut down the middle; without a page a half stays white. */
function sideBySide(left: Half, right: Half, paper: Paper): LaidOutPage {
  const [width, height] = [round(paper.height), round(paper.width)]
  const middle = width / 2
  const half = ({ page, name }: Half, dx: number): Item[] => (page ? scaled(page.items, 1, dx, 0, name) : [])
  const [from, to] = [5 * mm, 9 * mm]
  const cut: Item = { type: 'drawing', shapes: [lineShape(middle, from, middle, to, mute, 0.5), lineShape(middle, height - to, middle, height - from, mute, 0.5)] }
  return { width, height, items: [...half(left, 0), ...half(right, middle), cut] }
}

/**
 * Halves of several sheets on papers to be printed on both sides, turned along the short edge, and cut: two sheets lie
 * side by side, and on the back of each its own second page. A sheet alone lies twice.
 */
export function imposed(sheets: readonly (readonly LaidOutPage[])[], paper: Paper): LaidOutPage[] {
  const pairs = Array.from({ length: Math.ceil(sheets.length / 2) }, (_, index) => [sheets[2 * index], sheets.length === 1 ? sheets[0] : sheets[2 * index + 1]] as const)
  return pairs.flatMap(([left = [], right = []], pair) => {
    const pages = Math.max(left.length, right.length)
    // On the back left and right change places; a leaf that has a front has a back, so that the next pair begins in front.
    const sides = pages > 1 ? pages + (pages % 2) : pages
    return Array.from({ length: sides }, (_, side) => {
      const halves = [{ page: left[side], name: `${2 * pair + 1}` }, { page: right[side], name: `${2 * pair + 2}` }] as const
      return side % 2 === 0 ? sideBySide(halves[0], halves[1], paper) : sideBySide(halves[1], halves[0], paper)
    })
  })
}
