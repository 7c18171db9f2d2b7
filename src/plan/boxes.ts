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
    heading: { ...display, lineHeight: 0.98, width: 520, sizes: [116, 100, 84, 72, 60, 50, 42, 34, 28], before: 14 },
  },
  beats: {
    height: 424,
    heading: { ...display, width: 772, sizes: [44] },
    item: { ...text, lineHeight: 1.22, width: 772, sizes: [44, 38, 34, 30], before: 24, gap: 18 },
  },
  quote: {
    height: 350,
    text: { ...text, font: 'quote', lineHeight: 1.16, width: 720, sizes: [92, 72, 64, 54, 46, 40, 34, 30, 27, 24] },
    by: { ...text, width: 720, sizes: [24], before: 28 },
  },
  idea: {
    height: 380,
    text: { ...display, lineHeight: 1.06, width: 740, sizes: [76, 64, 56, 48, 40, 34, 29, 25] },
  },
  questions: {
    height: 412,
    heading: { ...kicker, width: 780 },
    item: { ...display, lineHeight: 1.1, width: 780, sizes: [64, 54, 46, 40, 34, 30, 27, 24], before: 22, gap: 24 },
  },
  exercise: {
    height: 424,
    kicker: { ...kicker, width: 500 },
    heading: { ...display, lineHeight: 1, width: 500, sizes: [108, 92, 76, 64, 54, 46, 38, 32], before: 8 },
    /** The slide's `invitationSize`. */
    invitation: { ...text, font: 'quote', lineHeight: 1.22, width: 500, sizes: [30, 27, 24], before: 20 },
    purpose: { ...text, width: 500, sizes: [24], before: 18 },
  },
  steps: {
    height: 432,
    /** The kicker stands at the right of the heading's line: the heading's `before` takes its line back. */
    kicker: { ...kicker, width: 260 },
    heading: { ...display, width: 480, sizes: [44, 36, 30], before: -13 },
    /** A row of the table is a title and under it a text; the title's `before` is the row's padding in all. */
    title: { ...text, font: 'bold', lineHeight: 1.2, width: 568, sizes: [28], before: 12 },
    text: { ...text, lineHeight: 1.2, width: 568, sizes: [24], before: 0 },
  },
  /** Above the figures, and what is said of them when the time is over. */
  countdown: {
    height: 222,
    kicker: { ...kicker, width: 772 },
    heading: { ...display, lineHeight: 1, width: 772, sizes: [72, 60, 50, 42, 36, 30], before: 6 },
    /** The slide's `textSize`. */
    text: { ...text, width: 740, sizes: [34, 30, 27, 24], before: 14 },
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
    takeaway: { ...display, lineHeight: 1.1, width: 540, sizes: [46, 40, 34, 30, 27, 24], before: 18, gap: 20 },
    postscript: { ...text, font: 'quote', width: 540, sizes: [24], before: 16 },
    /** Chosen by itself: the size is the slide's `signoffSize`. */
    signoff: { ...text, font: 'quote', lineHeight: 1.1, width: 640, sizes: [40, 36, 32, 28, 24], before: 28 },
    /** In the place of the running foot; what is more than a line grows upwards. */
    credit: { ...text, width: 780, sizes: [17], lineHeight: 20 / 17 },
  },
  image: { width: 852, height: 424 },
  /** The running foot is one line. */
  foot: { ...text, width: 780, sizes: [17] },
  table: {
    height: 424,
    heading: { ...display, width: 852, sizes: [44, 36, 30] },
    /** Columns are equally wide; `gap` is a row's padding and rule in all, `inset` a cell's padding at its right. */
    cell: { ...text, width: 852, sizes: [30, 27, 24], before: 20, gap: 20, inset: 24 },
  },
  'workshop-title': {
    /** `logo` is what a client's mark takes of it, below the texts. */
    height: 424,
    logo: 108,
    kicker: { ...kicker, width: 440 },
    heading: { ...display, lineHeight: 0.98, width: 440, sizes: [96, 84, 72, 62, 54, 46, 40, 34, 28], before: 10 },
    /** One under the other; the first stands further from the heading. */
    fact: { ...text, width: 440, sizes: [26], before: 4, gap: 0 },
    firstFact: { ...text, width: 440, sizes: [26], before: 26, gap: 0 },
  },
  agenda: {
    height: 432,
    kicker: { ...kicker, width: 260 },
    heading: { ...display, width: 480, sizes: [44, 36, 30], before: -13 },
    /** `before` is a row's padding in all; a row is never lower than `rowHeight`. */
    title: { ...text, font: 'bold', lineHeight: 1.2, width: 560, sizes: [28], before: 16 },
    rowHeight: 52,
  },
  divider: {
    height: 380,
    kicker: { ...kicker, width: 560 },
    heading: { ...display, lineHeight: 1, width: 560, sizes: [84, 72, 62, 54, 46, 40, 34, 28], before: 10 },
    text: { ...text, width: 560, sizes: [28], before: 18 },
  },
  break: {
    /** Above the time. */
    height: 150,
    kicker: { ...kicker, width: 540 },
    heading: { ...display, width: 540, sizes: [72, 60, 50, 42, 34], before: 4 },
  },
  'parking-lot': {
    height: 424,
    heading: { ...display, lineHeight: 1, width: 470, sizes: [84, 72, 62, 54, 46, 38], before: 0 },
    text: { ...text, width: 440, sizes: [30], before: 24 },
  },
  'workshop-closing': {
    height: 424,
    heading: { ...display, lineHeight: 1, width: 500, sizes: [72, 62, 54, 46, 40, 34], before: 0 },
    text: { ...text, width: 500, sizes: [26], before: 14 },
    /** A row is a date and beside it a title; `before` is its padding in all. */
    title: { ...text, lineHeight: 1.2, width: 272, sizes: [26], before: 18 },
  },
  bars: {
    height: 424,
    kicker: { ...kicker, width: 852 },
    heading: { ...display, width: 852, sizes: [44, 36, 30, 26], before: 6 },
    /** A row is a label, a bar and a figure; `before` stands above the first, `gap` between rows. Chosen by itself: the slide's `labelSize`. */
    label: { ...text, lineHeight: 1.15, width: 320, sizes: [34, 30, 27, 24], before: 26, gap: 14 },
  },
  answers: {
    height: 424,
    kicker: { ...kicker, width: 852 },
    /** The slide's `headingSize`. */
    heading: { ...display, width: 852, sizes: [44, 36, 30, 26], before: 6 },
    item: { ...text, font: 'quote', lineHeight: 1.2, width: 792, sizes: [36, 32, 28, 24], before: 26, gap: 16 },
  },
} as const
