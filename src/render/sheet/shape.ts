import { ellipse, rectangle, thousandths } from '../../geometry/outline.ts'
import { asTheyAre, type Drawing, type ShapePlace } from '../../model/page.ts'
import type { Color, Shape } from '../../model/scene.ts'

/** Two decimals of a point are finer than any printer. */
export const round = (value: number): number => Math.round(value * 100) / 100

export type Paint = Omit<Shape, 'd'>

/** A thin rule, horizontal or not. */
export function lineShape(x1: number, y1: number, x2: number, y2: number, stroke: Color, strokeWidth = 0.5): Shape {
  return { d: `M${thousandths(x1)} ${thousandths(y1)}L${thousandths(x2)} ${thousandths(y2)}`, stroke, strokeWidth }
}

export function rectShape(x: number, y: number, width: number, height: number, paint: Paint): Shape {
  return { d: rectangle(x, y, width, height, 0), ...paint }
}

export function roundedShape(x: number, y: number, width: number, height: number, radius: number, paint: Paint): Shape {
  return { d: rectangle(x, y, width, height, radius), ...paint }
}

export function circleShape(cx: number, cy: number, r: number, paint: Paint): Shape {
  return { d: ellipse(cx, cy, r, r), ...paint }
}

export function polygonShape(points: readonly (readonly [number, number])[], paint: Paint): Shape {
  return { d: `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`, ...paint }
}

const number = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi

/** A drawing enlarged by `scale` from 0,0, then moved, in points: its shapes stay as they are, only their place is another. */
export function placed(drawing: Drawing, scale: number, dx: number, dy: number): Drawing {
  const { scale: before, x, y } = drawing.at ?? asTheyAre
  const at = { scale: before * scale, x: thousandths(x * scale + dx), y: thousandths(y * scale + dy) }
  if (!drawing.clip) return { ...drawing, at }
  const { clip } = drawing
  const moved = { x: round(clip.x * scale + dx), y: round(clip.y * scale + dy), width: round(clip.width * scale), height: round(clip.height * scale) }
  return { ...drawing, at, clip: { ...moved, ...(clip.radius === undefined ? {} : { radius: round(clip.radius * scale) }) } }
}

/** A drawing's shapes in page points, for what knows no places. */
export const shapesOf = ({ shapes, at }: Drawing): readonly Shape[] => (at ? shapes.map((shape) => inPoints(shape, at)) : shapes)

function inPoints(shape: Shape, { scale, x, y }: ShapePlace): Shape {
  let vertical = false
  const d = shape.d.replace(number, (digits) => {
    const value = Number(digits) * scale + (vertical ? y : x)
    vertical = !vertical
    return String(round(value))
  })
  return { ...shape, d, ...(shape.strokeWidth === undefined ? {} : { strokeWidth: round(shape.strokeWidth * scale) }) }
}
