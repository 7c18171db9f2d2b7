import type { FontId } from '../model/font.ts'

/** The room that a layout of `slides/theme` gives to one text, in pixels of a 980 × 552 slide. */
export interface TextBox {
  readonly font: FontId
  readonly width: number
  /** Font sizes to try, largest first; a single one is fixed in the layout. */
  readonly sizes: readonly [number, ...number[]]
  /** Height of a line, as a multiple of the font size. */
  readonly lineHeight: number
  /** Extra advance after every character, as a multiple of the font size. */
  readonly letterSpacing: number
  /** Space above the text when it is there. */
  readonly before: number
  /** Space between the texts of a list. */
  readonly gap: number
}

const display = { font: 'display', lineHeight: 1.04, letterSpacing: -0.022, before: 0, gap: 0 } as const
const text = { font: 'text', lineHeight: 1.25, letterSpacing: 0, before: 0, gap: 0 } as const
const kicker = { ...text, font: 'bold', sizes: [24], width: 852 } as const

/**
 * The texts of each kind of slide stand in one column, one under the other: a slide holds its texts when
 * the sum of `before + lines * size * lineHeight` (and `gap` between the texts of a list) is at most `height`.
 * `size` in the slide's data is for the box that has several sizes. The layouts hold the same numbers in their CSS.
 */
export const boxes = {
  cover: {
    height: 384,
    kicker: { ...kicker, width: 480 },
    heading: { ...display, lineHeight: 0.98, width: 520, sizes: [116, 100, 84, 72, 60, 50], before: 14 },
    idea: { ...text, width: 440, sizes: [28], before: 22 },
  },
  beats: {
    height: 424,
    heading: { ...display, width: 772, sizes: [44] },
    item: { ...text, lineHeight: 1.22, width: 772, sizes: [44, 38, 34, 30], before: 24, gap: 18 },
  },
  quote: {
    height: 350,
    text: { ...text, font: 'quote', lineHeight: 1.16, width: 720, sizes: [92, 72, 64, 54, 46, 40, 34, 30] },
    by: { ...text, width: 720, sizes: [24], before: 28 },
  },
  idea: {
    height: 380,
    text: { ...display, lineHeight: 1.06, width: 740, sizes: [76, 64, 56, 48, 40, 34] },
  },
  questions: {
    height: 412,
    heading: { ...kicker, width: 780 },
    item: { ...display, lineHeight: 1.1, width: 780, sizes: [64, 54, 46, 40, 34, 30], before: 22, gap: 24 },
  },
  exercise: {
    height: 424,
    kicker: { ...kicker, width: 500 },
    heading: { ...display, lineHeight: 1, width: 500, sizes: [108, 92, 76, 64, 54, 46], before: 8 },
    invitation: { ...text, font: 'quote', lineHeight: 1.22, width: 500, sizes: [30], before: 20 },
    purpose: { ...text, width: 500, sizes: [24], before: 18 },
  },
  steps: {
    height: 432,
    /** The kicker stands at the right of the heading's line: the heading's `before` takes its line back. */
    kicker: { ...kicker, width: 260 },
    heading: { ...display, width: 480, sizes: [44], before: -13 },
    /** A row of the table is a title and under it a text; the title's `before` is the row's padding in all. */
    title: { ...text, font: 'bold', lineHeight: 1.2, width: 568, sizes: [28], before: 12 },
    text: { ...text, lineHeight: 1.2, width: 568, sizes: [24], before: 0 },
  },
  debrief: {
    height: 424,
    kicker: { ...kicker, width: 620 },
    heading: { ...display, width: 640, sizes: [52], before: 6 },
    question: { ...text, width: 596, sizes: [46, 38, 34, 30, 26], before: 28, gap: 20 },
  },
  closing: {
    height: 424,
    heading: { ...kicker, width: 540 },
    takeaway: { ...text, width: 540, sizes: [32, 28, 24], before: 16, gap: 12 },
    postscript: { ...text, font: 'quote', width: 540, sizes: [24], before: 16 },
    /** Chosen by itself: the size is the slide's `signoffSize`. */
    signoff: { ...display, lineHeight: 1, width: 640, sizes: [88, 64, 48], before: 28 },
  },
  image: { width: 852, height: 424 },
  table: {
    height: 424,
    heading: { ...display, width: 852, sizes: [44] },
    /** Columns are equally wide; `gap` is a row's padding and rule in all, `inset` a cell's padding at its right. */
    cell: { ...text, width: 852, sizes: [30, 27, 24], before: 20, gap: 20, inset: 24 },
  },
} as const
