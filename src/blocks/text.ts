import { text as textValue } from '../parse/values.ts'
import type { BlockBase, BlockKind, Piece } from './block.ts'
import { blockSpace, headPiece } from './kit/head.ts'
import { setText, styles } from './kit/type.ts'

export interface TextBlock extends BlockBase {
  readonly kind: 'text'
  /** Paragraphs, each on a line of its own. */
  readonly text: string
}

/** From a paragraph's last baseline to the capitals of the next, in points: never less than between its own lines. */
const between = 7.5

/** Paragraphs longer than this may go on on the next page. */
const whole = 8

export const text: BlockKind<TextBlock> = {
  kind: 'text',
  entries: { text: textValue },
  layout(block, sheet) {
    const head = headPiece(block, sheet)
    const column = { x: 0, y: 0, width: Math.min(sheet.width, 430), tag: 'P' as const }
    const paragraphs = block.text.split(/\n+/).filter((one) => one.trim() !== '')
    const pieces = paragraphs.flatMap((paragraph, index): Piece[] => {
      const first = index === 0 && head.length === 0 ? blockSpace : index === 0 ? 9 : between + sheet.gap(9 - between)
      const { item, bottom } = setText(paragraph, styles.text, column, sheet)
      if (item.lines.length <= whole) return [{ height: bottom, items: [item], space: first }]
      const id = `${sheet.key}.${index + 1}`
      return item.lines.map((line, number) => ({
        height: number === 0 ? line.y : styles.text.leading,
        space: number === 0 ? first : 0,
        items: [{
          type: 'group' as const, tag: 'P' as const, id,
          items: [{ ...item, tag: 'Span' as const, lines: [{ ...line, y: number === 0 ? line.y : styles.text.leading }] }],
        }],
        ...(number === 0 || number === item.lines.length - 2 ? { keepWithNext: true as const } : {}),
      }))
    })
    return [...head, ...pieces]
  },
}
