import { rule } from '../../model/palette.ts'
import type { FieldBox } from '../../model/page.ts'
import type { Color, Shape } from '../../model/scene.ts'
import { mm } from '../../model/worksheet.ts'
import { lineShape } from '../../render/sheet/shape.ts'

/** One row to write on: 8.5 mm. */
export const row = 8.5 * mm

/** Check boxes and radio buttons, large enough to tick or circle by pen. */
export const mark = 13.5

/** Colour of the edges of check boxes and frames that one writes in. */
export const edge: Color = '#6b737b'

/** Text size in fields of several lines: 0 lets viewers shrink what would not fit, so nothing typed is hidden on paper. */
const fitting = 0

/** Text size in fields of one line, alike on a whole sheet: what is typed beside one another must not differ in size. */
const typed = 11

/** The line to write on under a field of one line, as those of several lines have them. */
export const writingLine = (x: number, y: number, width: number): Shape => lineShape(x, y, x + width, y, rule, 0.5)

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
export function single(name: string, label: string, { x, y, width }: At, height: number, size = typed): FieldBox {
  return { type: 'field', x, y, width, height, field: { type: 'text', name, label, multiline: false, size } }
}

/** A number or a word in a small frame, centred. */
export function small(name: string, label: string, { x, y, width }: At, height: number): FieldBox {
  return { type: 'field', x, y, width, height, field: { type: 'text', name, label, multiline: false, size: typed, align: 'center' } }
}

export function check(name: string, label: string, x: number, y: number): FieldBox {
  return { type: 'field', x, y, width: mark, height: mark, field: { type: 'check', name, label } }
}

/** A button that is a tick across a line, so that many of them stay light; on paper one circles it. */
export function tick(name: string, label: string, x: number, y: number, option: string, optionLabel: string): FieldBox {
  return { type: 'field', x, y, width: mark, height: mark, field: { type: 'radio', look: 'tick', name, label, option, optionLabel } }
}

export function radio(name: string, label: string, x: number, y: number, option: string, optionLabel: string): FieldBox {
  return { type: 'field', x, y, width: mark, height: mark, field: { type: 'radio', name, label, option, optionLabel } }
}
