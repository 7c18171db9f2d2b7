import type { FontId } from './font.ts'
import type { Color, Shape } from './scene.ts'

/**
 * A laid-out sheet: every box with its position, in points, y downwards from the top left.
 * One description for the PDF writer, the gallery's picture and the tests.
 */
export interface LaidOutPage {
  readonly width: number
  readonly height: number
  readonly items: readonly Item[]
}

export type Item = Group | Text | Drawing | EmbeddedPage | FieldBox

/** Structure types of ISO 32000-1, 14.8.4, that sheets use. */
export type Tag =
  | 'Sect' | 'Div' | 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody'
  | 'BlockQuote' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Caption' | 'Span' | 'TOC' | 'TOCI' | 'Link'

/** A structure element and what is inside it; items stand in reading order. */
export interface Group {
  readonly type: 'group'
  readonly tag: Tag
  /** A group with the id of one on an earlier page goes on in the same structure element. */
  readonly id?: string
  /** Alternative text; required on a Figure. */
  readonly alt?: string
  /** TH only. */
  readonly scope?: 'Column' | 'Row'
  /** Link only: the page to go to, counted from 0 in the document. */
  readonly toPage?: number
  readonly items: readonly Item[]
}

/** Lines of text in one face; tag `artifact` for what is not to be read aloud (running feet, ornaments). */
export interface Text {
  readonly type: 'text'
  readonly tag: Tag | 'artifact'
  readonly font: FontId
  /** Points. */
  readonly size: number
  /** Space between letters in thousandths of the size, as PDF's Tc × 1000 / size; default 0. */
  readonly tracking?: number
  readonly color: Color
  /** Each with the position of its baseline's left end. A line that ends in a soft hyphen shows a hyphen. */
  readonly lines: readonly { readonly x: number; readonly y: number; readonly text: string }[]
}

/** Where the coordinates of shapes come to lie: enlarged from 0,0, line widths too, and then moved, in points. */
export interface ShapePlace {
  readonly scale: number
  readonly x: number
  readonly y: number
}

/** In page points as they are. */
export const asTheyAre: ShapePlace = { scale: 1, x: 0, y: 0 }

/** Vector shapes. Always an artifact, unless inside a Figure group. */
export interface Drawing {
  readonly type: 'drawing'
  readonly shapes: readonly Shape[]
  /** Default: as they are. */
  readonly at?: ShapePlace
  /** Nothing is painted outside this box; `radius` rounds its corners. */
  readonly clip?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly radius?: number }
}

/**
 * A page of another PDF as vectors, whole and as large as fits into the box, in its middle. Always an artifact, unless
 * inside a Figure group, whose alternative text then stands for everything on it.
 */
export interface EmbeddedPage {
  readonly type: 'embedded'
  /** The file, by its name among the document's `embedded`. */
  readonly file: string
  /** Counted from 0. */
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Rounds the corners, in points. */
  readonly radius?: number
}

/** Where one writes: on paper the lines, on screen a form field. */
export interface FieldBox {
  readonly type: 'field'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly field: Field
}

export type Field = TextField | CheckField | RadioField

interface FieldBase {
  /** Stable, unique in the document; parts separated by dots. */
  readonly name: string
  /** The question in words: tooltip and accessible name. */
  readonly label: string
}

export interface TextField extends FieldBase {
  readonly type: 'text'
  readonly multiline: boolean
  /** Distance of the ruled writing lines in points; absent: no lines. */
  readonly pitch?: number
  /** Points; 0 lets the viewer shrink text that would not fit. */
  readonly size: number
  readonly align?: 'left' | 'center'
  readonly value?: string
}

export interface CheckField extends FieldBase {
  readonly type: 'check'
  readonly value?: boolean
}

/** Half the length of a button's tick, in points. */
export const tickReach = 3.5

/** One button of a group; buttons with the same name exclude each other. */
export interface RadioField extends FieldBase {
  readonly type: 'radio'
  /** The value this button gives the group. */
  readonly option: string
  /** A tick across a line that is drawn under the buttons, to be circled on paper; default: a ring. */
  readonly look?: 'tick'
  /** What the option means, for the button's own tooltip. */
  readonly optionLabel: string
  /** The option chosen beforehand, the same on every button of the group. */
  readonly value?: string
}
