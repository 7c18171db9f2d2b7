import type { Piece } from '../../blocks/block.ts'
import { Flow, group } from '../../blocks/kit/flow.ts'
import { setText, type Style } from '../../blocks/kit/type.ts'
import type { GuideSection, GuideSlide } from '../../model/guide.ts'
import { ink, line as hairline, mute, palettes } from '../../model/palette.ts'
import type { Item } from '../../model/page.ts'
import type { Words } from '../../words/index.ts'
import { deckFile, slideHeight } from '../handout/parts.ts'
import { sceneDrawing } from '../sheet/crop.ts'
import type { Frame } from '../sheet/frame.ts'
import { richItems, setBlocks, type RichStyle } from '../sheet/rich.ts'
import { lineShape, roundedShape } from '../sheet/shape.ts'
import { headingPiece, type, widthOf, type Part } from './part.ts'

const band = { height: 96, picture: 158, radius: 8 }
const perRow = 5
const gutter = 9
const caption: Style = { font: 'text', size: 7.5, leading: 9, color: mute }
/** From the left edge to the column that texts stand in. */
const textColumn = 84
const story: RichStyle = { size: 10.5, leading: 14.2, color: ink, space: 6 }

/** The first pages of a section: what it is for, what to lay out, its slides, and the post to tell from. */
export function tellingPart(section: GuideSection, frame: Frame, words: Words): Part {
  const own = words.workshop.guide
  return {
    id: `section.${section.number}`,
    running: own.continued(section.title),
    head: head(section, frame),
    blocks: [
      factPieces(section, frame),
      [headingPiece(own.slides, frame), ...slideRows(section.slides, frame)],
      storyPieces(section, own.tell, frame),
    ],
  }
}

/** A strip of the section's poster, with its number, times and title. */
function head({ number, kicker, title, accent, scene }: GuideSection, frame: Frame): Part['head'] {
  const width = widthOf(frame)
  const { ground, onGround, onGroundMute } = palettes[accent]
  const flow = new Flow(frame)
  const x = textColumn
  const column = { x, width: width - band.picture - x - 16 }
  flow.push({ type: 'drawing', shapes: [roundedShape(0, 0, width, band.height, band.radius, { fill: ground })] })
  flow.push(sceneDrawing(scene, { x: width - band.picture, y: 0, width: band.picture, height: band.height }, band.radius))
  const numeral = setText(String(number), { font: 'display', size: 62, leading: 62, color: onGround, tracking: -30 }, { x: 0, y: 0, width: x, tag: 'artifact', align: 'center' }, frame)
  flow.push({ ...numeral.item, lines: numeral.item.lines.map((line) => ({ ...line, y: line.y + (band.height - numeral.bottom) / 2 })) })
  const style = (size: number): Style => ({ font: 'display', size, leading: size * 1.04, color: onGround, tracking: -18 })
  const fits = (size: number) => setText(title, style(size), { ...column, y: 0, tag: 'H2', balance: true }, frame)
  const size = [24, 21, 18, 15].find((one) => fits(one).item.lines.length <= 2) ?? 13
  const small = setText(kicker, { font: 'bold', size: 9.5, leading: 11, color: onGroundMute, tracking: 6 }, { ...column, y: 0, tag: 'P' }, frame)
  const large = setText(title, style(size), { ...column, y: small.bottom + 9, tag: 'H2', balance: true }, frame)
  const down = (band.height - large.bottom) / 2
  for (const { item } of [small, large]) flow.push({ ...item, lines: item.lines.map((line) => ({ ...line, y: line.y + down })) })
  return { height: band.height, items: flow.items }
}

function factPieces({ facts }: GuideSection, frame: Frame): Piece[] {
  const width = widthOf(frame)
  return facts.map(({ label, text }, index): Piece => {
    const name = setText(label, type.label, { x: 0, y: 0.6, width: 74, tag: 'P' }, frame)
    const words = setText(text, type.text, { x: textColumn, y: 0, width: width - textColumn, tag: 'P' }, frame)
    return { height: words.bottom, items: [group('Div', [name.item, words.item])], space: index === 0 ? 0 : 8 }
  })
}

/** The slides as pictures, four in a row; each is one figure, with all its words as description. */
function slideRows(slides: readonly GuideSlide[], frame: Frame): Piece[] {
  const width = (widthOf(frame) - gutter * (perRow - 1)) / perRow
  const height = slideHeight(width)
  return Array.from({ length: Math.ceil(slides.length / perRow) }, (_, row): Piece => {
    const items = slides.slice(row * perRow, (row + 1) * perRow).flatMap((slide, index): Item[] => {
      const x = index * (width + gutter)
      const { item } = setText(slide.caption, caption, { x, y: height + 5, width, tag: 'P' }, frame)
      return [{
        type: 'group', tag: 'Figure', alt: slide.alt,
        items: [
          { type: 'embedded', file: deckFile, page: slide.page, x, y: 0, width, height, radius: 3 },
          { type: 'drawing', shapes: [roundedShape(x, 0, width, height, 3, { stroke: hairline, strokeWidth: 0.6 })] },
        ],
      }, { ...item, lines: item.lines.slice(0, 1) }]
    })
    return { height: height + 12, items: [group('Div', items)], space: 11 }
  })
}

/** The post, line by line, so that it may go on on the next page anywhere but at a paragraph's edge. */
function storyPieces({ body, number }: GuideSection, label: string, frame: Frame): Piece[] {
  const width = widthOf(frame)
  const lines = setBlocks(body, story, width - textColumn, frame, `story.${number}`)
  const first = 9 + (frame.fonts.text.capHeight * story.size) / 1000
  const name = setText(label, type.heading, { x: 0, y: 9, width: textColumn - 8, tag: 'H3' }, frame)
  return lines.map((line, index): Piece => {
    const [begins, ends] = [index === 0, index === lines.length - 1]
    const y = begins ? first : 8
    const opening: Item[] = begins ? [{ type: 'drawing', shapes: [lineShape(0, 0, width, 0, ink, 0.75)] }, name.item] : []
    return {
      height: (begins ? first - 8 : 0) + (ends ? 11 : story.leading), items: [...opening, ...richItems([{ line, y }], textColumn, story)], space: begins ? 20 : line.before,
      ...(begins ? { ruled: true as const } : {}), ...(line.keep && !ends ? { keepWithNext: true as const } : {}),
    }
  })
}
