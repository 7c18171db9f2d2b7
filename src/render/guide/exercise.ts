import type { Piece } from '../../blocks/block.ts'
import { Flow, group } from '../../blocks/kit/flow.ts'
import { letterStyle, setText, widthOf as lineWidth, type Style } from '../../blocks/kit/type.ts'
import type { GuideExercise, GuideSection, GuideStep } from '../../model/guide.ts'
import { ink, palettes, type Palette } from '../../model/palette.ts'
import type { Item } from '../../model/page.ts'
import type { Words } from '../../words/index.ts'
import type { Frame } from '../sheet/frame.ts'
import { lineShape, rectShape } from '../sheet/shape.ts'
import { hair, headingPiece, listItems, type, widthOf, type Part } from './part.ts'

const column = { time: 0, letter: 46, text: 84 }
const invitation: Style = { font: 'quote', size: 14.5, leading: 19, color: ink }

/**
 * The pages that an exercise is led from: what to say and do, step by step with the clock, the questions, what can go
 * wrong. White space is drawn in to a share.
 */
export function exercisePart({ exercise, accent, number }: GuideSection, frame: Frame, words: Words, share = 1): Part {
  const own = words.workshop.guide
  const palette = palettes[accent]
  return {
    id: `exercise.${number}`,
    running: own.continued(exercise.title),
    head: head(exercise, palette, frame),
    blocks: [
      ...(exercise.invitation ? [[sayPiece(exercise.invitation, palette, frame, words)]] : []),
      exercise.steps.map((step, index) => stepPiece(step, palette, index === 0, frame, share)),
      ...(exercise.debrief.length === 0 ? [] : [[headingPiece(own.debrief, frame, 'H3', 20 * share), ...exercise.debrief.map((one, index) => questionPiece(one, index, frame))]]),
      listPieces(exercise.lists, frame, share),
    ],
  }
}

function head({ kicker, title }: GuideExercise, palette: Palette, frame: Frame): Part['head'] {
  const width = widthOf(frame)
  const flow = new Flow(frame)
  flow.text(kicker, { font: 'bold', size: 10, leading: 12, color: palette.text, tracking: 6 }, 'P', { x: 0, width })
  flow.text(title, { ...type.title, size: 26, leading: 27 }, 'H3', { x: 0, width, balance: true }, 9)
  flow.shapes(lineShape(0, flow.y + 12, width, flow.y + 12, ink, 2))
  return { height: flow.y + 12, items: flow.items }
}

/** The opening words, large enough to be read aloud while standing. */
function sayPiece(text: string, palette: Palette, frame: Frame, words: Words): Piece {
  const label = setText(words.workshop.guide.say, type.label, { x: 0, y: 1, width: 70, tag: 'P' }, frame)
  const set = setText(text, invitation, { x: column.text, y: 0, width: widthOf(frame) - column.text, tag: 'P' }, frame)
  const bar: Item = { type: 'drawing', shapes: [rectShape(column.text - 12, -2, 3, set.bottom + 6, { fill: palette.ground })] }
  return { height: set.bottom + 4, items: [bar, group('Div', [label.item, set.item])], space: 0 }
}

/** A step: when it begins, its letter, what they do, and the words that lead into it. */
function stepPiece(step: GuideStep, palette: Palette, first: boolean, frame: Frame, share: number): Piece {
  const width = widthOf(frame) - column.text
  const pad = 9 * share
  const top = pad
  const flow = new Flow(frame, top)
  const how = [step.how, step.slide].filter((part) => part !== undefined).join(' · ')
  const aside = lineWidth(how, type.small, frame)
  const time = setText(step.time, type.strong, { x: column.time, y: top, width: 44, tag: 'Span' }, frame)
  const letter = setText(step.letter, letterStyle(palette, 22), { x: column.letter, y: top - 1, width: 34, tag: 'Span' }, frame)
  const title = setText(step.title, { ...type.strong, size: 12, leading: 14 }, { x: column.text, y: top, width: width - aside - 12, tag: 'Span' }, frame)
  const right = setText(how, type.small, { x: column.text, y: 0, width, tag: 'P', align: 'right' }, frame)
  flow.push(group('P', [time.item, letter.item, title.item]), { ...right.item, lines: right.item.lines.map((line) => ({ ...line, y: title.first })) })
  flow.y = title.bottom
  if (step.do !== undefined) flow.text(step.do, type.text, 'P', { x: column.text, width }, 5 + 1.5 * share)
  if (step.say !== undefined) flow.text(step.say, type.said, 'P', { x: column.text, width }, 5 + 3 * share)
  const height = Math.max(flow.y, letter.bottom) + pad
  return { height, items: [first ? { type: 'drawing', shapes: [lineShape(0, 0, widthOf(frame), 0, ink, 0.75)] } : hair(0, frame), ...flow.items], space: first ? 16 * share : 0, ruled: true }
}

function questionPiece({ time, question, minutes }: GuideExercise['debrief'][number], index: number, frame: Frame): Piece {
  const width = widthOf(frame)
  const when = setText(time, type.strong, { x: column.time, y: 0, width: 44, tag: 'Span' }, frame)
  const words = setText(question, type.text, { x: column.letter, y: 0, width: width - column.letter - 60, tag: 'Span' }, frame)
  const long = setText(minutes, type.small, { x: column.letter, y: 0, width: width - column.letter, tag: 'Span', align: 'right' }, frame)
  return { height: words.bottom + 3, items: [group('P', [when.item, words.item, long.item])], space: index === 0 ? 11 : 7, ...(index === 0 ? { keepWithNext: true as const } : {}) }
}

/** Pitfalls, tips and shorter ways side by side. */
function listPieces(lists: GuideExercise['lists'], frame: Frame, share: number): Piece[] {
  if (lists.length === 0) return []
  const width = widthOf(frame)
  const gap = 20
  const wide = (width - gap * (lists.length - 1)) / lists.length
  const blocks = lists.map((list, index) => listBlock(list, index * (wide + gap), wide, frame))
  const rule: Item = { type: 'drawing', shapes: [lineShape(0, 0, width, 0, ink, 0.75)] }
  return [{ height: Math.max(...blocks.map(({ bottom }) => bottom)) + 3, items: [rule, ...blocks.flatMap(({ items }) => items)], space: 18 * share, ruled: true }]
}

function listBlock({ label, texts }: GuideExercise['lists'][number], x: number, width: number, frame: Frame): { items: Item[]; bottom: number } {
  const style: Style = { ...type.text, size: 9.2, leading: 12 }
  const name = setText(label, type.heading, { x, y: 9, width, tag: 'H3' }, frame)
  const { items, bottom } = listItems(texts, 'dash', { x, y: name.bottom + 9, width }, frame, style)
  return { items: [name.item, ...items], bottom }
}
