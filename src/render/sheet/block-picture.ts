import { kindOf, type WorksheetBlock } from '../../blocks/index.ts'
import type { Fonts } from '../../model/font.ts'
import type { Item } from '../../model/page.ts'
import { palettes } from '../../model/palette.ts'
import type { Scene } from '../../model/scene.ts'
import { a4 } from '../../model/worksheet.ts'
import { wordsFor } from '../../words/index.ts'
import { moved } from './move.ts'
import { sheetPicture } from './picture.ts'

const margin = 20

/** Draws a block alone, as wide as on a sheet, for the guide to exercises. */
export function blockPicture(block: WorksheetBlock, scene: Scene, fonts: Fonts, hyphenate: (word: string) => string): string {
  const width = a4.width - a4.margin.left - a4.margin.right
  const pieces = kindOf(block.kind)?.layout(block, {
    width,
    pageHeight: a4.height - a4.margin.top - a4.margin.bottom,
    fonts, hyphenate, scene,
    palette: palettes.pine,
    words: wordsFor('sv'),
    key: block.kind,
    gap: (points) => points,
    place: { path: '', line: 1, column: 1 },
    report: () => undefined,
  }) ?? []
  let y = margin
  const items = pieces.flatMap((piece, index): Item[] => {
    if (index > 0) y += piece.space
    const placed = moved(piece.items, margin, y)
    y += piece.height
    return placed
  })
  return sheetPicture({ width: Math.ceil(width + 2 * margin), height: Math.ceil(y + margin), items })
}
