import { rectangle } from '../../geometry/outline.ts'
import type { Drawing, Item, LaidOutPage } from '../../model/page.ts'
import type { Color, Shape } from '../../model/scene.ts'
import { shapesOf } from './shape.ts'

const black: Color = '#000000'
const white: Color = '#ffffff'
/** The lines of forms that had a fill, in points. */
const thin = 0.6
/** A form that is nowhere thicker than this is a line itself, and stays one. */
const lineLike = 7

/**
 * A page that saves ink: no field of colour is left. Forms become white with a thin outline, so that what stands in
 * front still covers what is behind it; pictures become line drawings; rules, text and dots stay, in black.
 */
export function inkSaving(page: LaidOutPage): LaidOutPage {
  const visit = (item: Item): Item => {
    if (item.type === 'group') return { ...item, items: item.items.map(visit) }
    if (item.type === 'text') return { ...item, color: black }
    return item.type === 'drawing' ? outlined(item) : item
  }
  return { ...page, items: page.items.map(visit) }
}

function outlined(drawing: Drawing): Drawing {
  const { clip } = drawing
  // The first form of a picture is its ground; its frame takes the ground's place, over the motif's edges.
  const art = shapesOf(drawing).slice(clip ? 1 : 0).map((shape) => lineArt(shape))
  return { type: 'drawing', shapes: clip ? [...art, frame(clip)] : art, ...(clip && { clip }) }
}

function lineArt(shape: Shape): Shape {
  const { fill, opacity: _opacity, ...rest } = shape
  const stroke = rest.stroke && { stroke: isPale(rest.stroke) ? rest.stroke : black }
  if (!fill || fill === white) return { ...shape, ...stroke }
  const { width, height } = sizeOf(shape.d)
  if (Math.min(width, height) <= lineLike) return { ...rest, ...stroke, fill: black }
  return { ...rest, fill: white, stroke: black, strokeWidth: rest.stroke ? Math.min(rest.strokeWidth ?? 1, 1) : thin, lineJoin: 'round' }
}

/** Writing lines and hairlines keep their grey: they need little ink as it is. */
const isPale = (color: Color): boolean => [1, 3, 5].every((at) => parseInt(color.slice(at, at + 2), 16) > 0x60)

const frame = ({ x, y, width, height, radius = 0 }: NonNullable<Drawing['clip']>): Shape => ({
  d: rectangle(x, y, width, height, radius), stroke: black, strokeWidth: 2 * thin,
})

function sizeOf(d: string): { width: number; height: number } {
  const numbers = (d.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
  const span = (offset: number): number => {
    const values = numbers.filter((_, index) => index % 2 === offset)
    return Math.max(...values) - Math.min(...values)
  }
  return { width: span(0), height: span(1) }
}
