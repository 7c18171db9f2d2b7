import { group } from '../../blocks/kit/flow.ts'
import { setText, type Style } from '../../blocks/kit/type.ts'
import type { Group, Item } from '../../model/page.ts'
import { ink, line as hairline, mute, palettes } from '../../model/palette.ts'
import type { Deck, Section, Slide } from '../../model/slide.ts'
import { slideText } from '../slide-text.ts'
import type { Box } from '../sheet/crop.ts'
import type { Frame } from '../sheet/frame.ts'
import { lineShape, roundedShape } from '../sheet/shape.ts'
import { wrap } from '../../typography/wrap.ts'

/** The name of the deck's own PDF among a handout's embedded files. */
export const deckFile = 'deck'

/** Height of a slide of this width: 980 × 552. */
export const slideHeight = (width: number): number => (width * 552) / 980

/** A slide of a deck, with its place in the deck's PDF and its number in its section. */
export interface NumberedSlide {
  readonly slide: Slide
  /** Counted from 0 in the deck. */
  readonly page: number
  /** Counted from 1 in the section. */
  readonly number: number
}

export interface NumberedSection {
  readonly section: Section
  readonly slides: readonly NumberedSlide[]
}

/** A deck's slides with their numbers, by section. */
export function numbered({ sections }: Deck): NumberedSection[] {
  let page = 0
  return sections.map((section) => ({ section, slides: section.slides.map((slide, index) => ({ slide, page: page++, number: index + 1 })) }))
}

/** Heights of the head on a section's first page and on the others. */
export interface Heads {
  readonly first: number
  readonly later: number
}

const radius = 4

/** A slide as one picture with its words as description, in a thin frame. */
export function slideFigure({ slide, page }: NumberedSlide, { x, y, width }: Omit<Box, 'height'>): Group {
  const box = [x, y, width, slideHeight(width)] as const
  return {
    type: 'group',
    tag: 'Figure',
    alt: slideText(slide) || slide.title,
    items: [
      { type: 'embedded', file: deckFile, page, x, y, width, height: slideHeight(width), radius },
      { type: 'drawing', shapes: [roundedShape(...box, radius, { stroke: hairline, strokeWidth: 0.75 })] },
    ],
  }
}

const kickerStyle = (slide: Slide | undefined): Style => ({ font: 'bold', size: 10, leading: 12, color: palettes[slide?.accent ?? 'ink'].text, tracking: 8 })
const titleStyle = (size: number): Style => ({ font: 'display', size, leading: size * 1.04, color: ink, tracking: -22 })

/** The head of a section's first page: what it is, and its title over a heavy rule. */
export function sectionHead(kicker: string, { section }: NumberedSection, frame: Frame): { readonly items: readonly Item[]; readonly height: number } {
  const { left, top, right } = frame.paper.margin
  const width = frame.paper.width - left - right
  const small = setText(kicker, kickerStyle(section.slides[0]), { x: left, y: top, width, tag: 'P' }, frame)
  const style = titleStyle(titleSize(section.title, width, frame))
  const title = setText(section.title, style, { x: left, y: small.bottom + 10, width, tag: 'H1', balance: true }, frame)
  const rule = title.bottom + 11
  return { items: [small.item, title.item, { type: 'drawing', shapes: [lineShape(left, rule, left + width, rule, ink, 2)] }], height: rule + 1 - top }
}

function titleSize(title: string, width: number, { fonts, hyphenate }: Frame): number {
  const lines = (size: number): number => wrap(title, { metrics: fonts.display, size, tracking: -22, width, hyphenate }).length
  return [30, 26, 22].find((size) => lines(size) === 1) ?? 22
}

const captionStyle: Style = { font: 'text', size: 9, leading: 11, color: mute }
/** From a slide's lower edge to the baseline of its caption. */
export const captionDrop = 13

/** A few words under a slide. */
export function caption(words: string, x: number, slideBottom: number, width: number, frame: Frame): Item {
  const { item } = setText(words, captionStyle, { x, y: slideBottom + captionDrop - 6, width, tag: 'P' }, frame)
  return { ...item, lines: item.lines.slice(0, 1).map((one) => ({ ...one, y: slideBottom + captionDrop })) }
}

/** A slide's part of the page: its items in one structure element, which may go on on the next page. */
export const slideGroup = (page: number, items: readonly Item[]): Item => group('Sect', items, `slide.${page}`)
