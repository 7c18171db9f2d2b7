import type { Color } from '../../model/scene.ts'
import type { FieldBox } from '../../model/page.ts'
import { mm } from '../../model/worksheet.ts'

/** One row to write on: 8.5 mm. */
export const row = 8.5 * mm

/** Check boxes and radio buttons, large enough to tick or circle by pen. */
export const mark = 13.5

/** Colour of the edges of check boxes and frames that one writes in. */
export const edge: Color = '#6b737b'

/** Text size in fields: 0 lets viewers shrink what would not fit, so nothing typed is hidden on paper. */
const fitting = 0

export interface At {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** Ruled lines to write on, one field of several lines on screen. */
export function writing(name: string, label: string, { x, y, width }: At, rows: number): FieldBox {
  return {
    type: 'field', x, y, width, height: rows * row,
    field: { type: 'text', name, label, multiline: true, pitch: row, size: fitting },
  }
}

/** An open field without lines, in a frame the block draws. */
export function open(name: string, label: string, { x, y, width }: At, height: number): FieldBox {
  return { type: 'field', x, y, width, height, field: { type: 'text', name, label, multiline: true, size: fitting } }
}

/** One line of text above a rule that the block draws. */
export function single(name: string, label: string, { x, y, width }: At, height: number): FieldBox {
  return { type: 'field', x, y, width, height, field: { type: 'text', name, label, multiline: false, size: fitting } }
}

/** A number or a word in a small frame, centred. */
export function small(name: string, label: string, { x, y, width }: At, height: number): FieldBox {
  return { type: 'field', x, y, width, height, field: { type: 'text', name, label, multiline: false, size: 11, align: 'center' } }
}

export function check(name: string, label: string, x: number, y: number): FieldBox {
  return { type: 'field', x, y, width: mark, height: mark, field: { type: 'check', name, label } }
}

export function radio(name: string, label: string, x: number, y: number, option: string, optionLabel: string): FieldBox {
  return { type: 'field', x, y, width: mark, height: mark, field: { type: 'radio', name, label, option, optionLabel } }
}
