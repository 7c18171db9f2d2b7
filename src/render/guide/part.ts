import type { Piece } from '../../blocks/block.ts'
import { row } from '../../blocks/kit/fields.ts'
import { group } from '../../blocks/kit/flow.ts'
import { setText, type Style } from '../../blocks/kit/type.ts'
import { ink, line as hairline, mute, rule } from '../../model/palette.ts'
import type { Item } from '../../model/page.ts'
import { pageHead, runningHead, underRunningHead, type Frame } from '../sheet/frame.ts'
import { joinGroups, moved } from '../sheet/move.ts'
import { flowPieces, stackHeight, type Entry } from '../sheet/pages.ts'
import { lineShape } from '../sheet/shape.ts'

/** The guide's type: 10.5 points to read while standing, 9.5 to look up. */
export const type = {
  title: { font: 'display', size: 30, leading: 31, color: ink, tracking: -22 },
  heading: { font: 'display', size: 15, leading: 17, color: ink, tracking: -10 },
  text: { font: 'text', size: 10.5, leading: 14.2, color: ink },
  strong: { font: 'bold', size: 10.5, leading: 14.2, color: ink },
  said: { font: 'quote', size: 12, leading: 15.4, color: ink },
  small: { font: 'text', size: 9.5, leading: 12, color: mute },
  label: { font: 'bold', size: 9.5, leading: 12, color: ink },
} as const satisfies Record<string, Style>

/** Something that begins a page and goes on over as many as it needs. */
export interface Part {
  /** Of its structure element. */
  readonly id: string
  /** In the head of the pages after its first. */
  readonly running: string
  readonly head: { readonly height: number; readonly items: readonly Item[] }
  readonly blocks: readonly (readonly Piece[])[]
}

export const widthOf = ({ paper }: Frame): number => paper.width - paper.margin.left - paper.margin.right
const heightOf = ({ paper }: Frame): number => paper.height - paper.margin.top - paper.margin.bottom

const headGap = 16

/** Lays a part out on pages; each list of items is one page without its foot. */
export function flowPart({ id, running, head, blocks }: Part, frame: Frame): Item[][] {
  const { left, top } = frame.paper.margin
  const entries = blocks.flatMap((pieces, block) => pieces.map((piece): Entry => ({ piece, block })))
  const flowed = flowPieces(entries, roomOf(head.height, frame))
  return flowed.pages.map((placements, index) => {
    const down = top + (index === 0 ? head.height + headGap : runningHead)
    const items = placements.flatMap(({ piece, y }) => moved(piece.items, left, down + y))
    const own = [...(index === 0 ? moved(head.items, left, top) : []), ...items]
    return [...(index === 0 ? [] : pageHead(running, frame)), group('Sect', joinGroups(own), id)]
  })
}

const roomOf = (head: number, frame: Frame): Parameters<typeof flowPieces>[1] => ({ first: heightOf(frame) - head - headGap, later: heightOf(frame) - runningHead, underRule: underRunningHead })

/** Points that the last page of a part leaves free. */
export function spareOf({ head, blocks }: Part, frame: Frame): number {
  const entries = blocks.flatMap((pieces, block) => pieces.map((piece): Entry => ({ piece, block })))
  const room = roomOf(head.height, frame)
  const { pages } = flowPieces(entries, room)
  const last = pages.at(-1) ?? []
  return (pages.length <= 1 ? room.first : room.later - room.underRule) - stackHeight(last)
}

/** Lines for own notes under a small heading; not fields, as this is for paper. */
export function notesPiece(label: string, rows: number, frame: Frame): Piece {
  const width = widthOf(frame)
  const { item, bottom } = setText(label, type.label, { x: 0, y: 0, width, tag: 'P' }, frame)
  const lines = Array.from({ length: rows }, (_, index) => lineShape(0, bottom + 6 + (index + 1) * row, width, bottom + 6 + (index + 1) * row, rule, 0.5))
  return { height: bottom + 6 + rows * row, items: [item, { type: 'drawing', shapes: lines }], space: 22 }
}

/** A part with notes in what its last page leaves free, if that is at least so many rows. */
export function withNotes(part: Part, label: string, least: number, frame: Frame): { part: Part; rows: number } {
  const rows = Math.floor((spareOf(part, frame) - 22 - 16) / row)
  return rows < least ? { part, rows: 0 } : { part: { ...part, blocks: [...part.blocks, [notesPiece(label, rows, frame)]] }, rows }
}

/** A heading inside a part, kept with what follows. */
export function headingPiece(text: string, frame: Frame, tag: 'H2' | 'H3' = 'H3', space = 22): Piece {
  const width = widthOf(frame)
  const { item, bottom } = setText(text, type.heading, { x: 0, y: 9, width, tag }, frame)
  return { height: bottom + 3, items: [{ type: 'drawing', shapes: [lineShape(0, 0, width, 0, ink, 0.75)] }, item], space, keepWithNext: true, ruled: true }
}

/** Texts under one another as a list, each with a dash or an empty box in front. */
export function listItems(texts: readonly string[], mark: 'dash' | 'box', at: { readonly x: number; readonly y: number; readonly width: number }, frame: Frame, style: Style = type.text): { items: Item[]; bottom: number } {
  const inset = mark === 'box' ? 20 : 12
  let y = at.y
  const entries = texts.map((text): Item => {
    const { item, bottom, first } = setText(text, style, { x: at.x + inset, y, width: at.width - inset, tag: 'P' }, frame)
    y = bottom + style.leading * 0.62
    return group('LI', mark === 'box' ? [box(at.x, first), group('LBody', [item])] : [dash(at.x, first, style), group('LBody', [item])])
  })
  return { items: [group('L', entries)], bottom: y - style.leading * 0.62 }
}

const dash = (x: number, y: number, { size, color }: Style): Item => ({ type: 'text', tag: 'Lbl', font: 'text', size, color, lines: [{ x, y, text: '–' }] })

/** Something to tick by pen. */
const box = (x: number, baseline: number): Item => ({
  type: 'drawing', shapes: [{ d: `M${x} ${baseline - 9.5}L${x + 10.5} ${baseline - 9.5}L${x + 10.5} ${baseline + 1}L${x} ${baseline + 1}Z`, stroke: mute, strokeWidth: 0.8 }],
})

export const hair = (y: number, frame: Frame): Item => ({ type: 'drawing', shapes: [lineShape(0, y, widthOf(frame), y, hairline, 0.5)] })
