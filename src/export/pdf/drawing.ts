import { rectangle } from '../../geometry/outline.ts'
import { asTheyAre, type Drawing, type ShapePlace } from '../../model/page.ts'
import type { Shape } from '../../model/scene.ts'
import { fillColor, num, strokeColor } from './operators.ts'
import { type Bounds, intersection, toPdfPath, union } from './path.ts'

interface DrawnShapes {
  readonly operators: string
  /** What is painted, for a figure's BBox; undefined when nothing is. */
  readonly bounds?: Bounds
}

const caps = { butt: 0, round: 1, square: 2 }
const joins = { miter: 0, round: 1, bevel: 2 }

/** Gives the name of a graphics state with this opacity in the page's resources. */
type OpacityName = (opacity: number) => string

/** Operators that paint a drawing on a page of this height. */
export function drawShapes({ shapes, at = asTheyAre, clip }: Drawing, height: number, opacityName: OpacityName): DrawnShapes {
  const box = clip && { left: clip.x, top: clip.y, right: clip.x + clip.width, bottom: clip.y + clip.height }
  const out = ['q']
  let bounds: Bounds | undefined
  if (clip) {
    const outline = rectangle(clip.x, clip.y, clip.width, clip.height, clip.radius ?? 0)
    out.push(`${toPdfPath(outline, height).operators} W n`)
  }
  for (const shape of shapes) {
    const drawn = drawShape(shape, at, height, opacityName)
    if (!drawn.bounds || (box && !intersection(drawn.bounds, box))) continue
    out.push(drawn.operators)
    bounds = union(bounds, drawn.bounds)
  }
  out.push('Q')
  if (!bounds) return { operators: '' }
  const visible = box ? intersection(bounds, box) : bounds
  return { operators: out.join('\n'), ...(visible && { bounds: visible }) }
}

function drawShape(shape: Shape, at: ShapePlace, height: number, opacityName: OpacityName): DrawnShapes {
  const { fill, stroke, opacity = 1 } = shape
  const strokeWidth = (shape.strokeWidth ?? 1) * at.scale
  if ((!fill && !stroke) || opacity <= 0) return { operators: '' }
  const { operators, bounds } = toPdfPath(shape.d, height, at)
  const out: string[] = []
  if (opacity < 1) out.push(`q /${opacityName(opacity)} gs`)
  if (fill) out.push(fillColor(fill))
  if (stroke) {
    out.push(strokeColor(stroke), `${num(strokeWidth)} w`)
    // Every shape says its own ends and corners; a mitre is cut where SVG cuts it.
    out.push(`${caps[shape.lineCap ?? 'butt']} J ${joins[shape.lineJoin ?? 'miter']} j 4 M`)
  }
  out.push(`${operators} ${paintOperator(shape)}`)
  if (opacity < 1) out.push('Q')
  const reach = stroke ? strokeWidth / 2 : 0
  return {
    operators: out.join(' '),
    bounds: {
      left: bounds.left - reach,
      top: bounds.top - reach,
      right: bounds.right + reach,
      bottom: bounds.bottom + reach,
    },
  }
}

function paintOperator({ fill, stroke, evenOdd }: Shape): string {
  const rule = evenOdd ? '*' : ''
  if (fill && stroke) return `B${rule}`
  return fill ? `f${rule}` : 'S'
}
