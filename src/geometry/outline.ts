/** How far a circle's control points stand from its quarter points: four cubics come within 0.03 % of it. */
const kappa = 0.5522847498

/** The outline of an SVG basic shape as path data (SVG 1.1, chapter 9). */
export function pathOf(kind: string, attribute: (name: string) => string): string {
  const value = (name: string): number => Number(attribute(name) || 0)
  switch (kind) {
    case 'path':
      return attribute('d')
    case 'rect': {
      const rx = Number(attribute('rx') || attribute('ry') || 0)
      return rectangle(value('x'), value('y'), value('width'), value('height'), rx)
    }
    case 'circle':
      return ellipse(value('cx'), value('cy'), value('r'), value('r'))
    case 'ellipse':
      return ellipse(value('cx'), value('cy'), value('rx'), value('ry'))
    case 'line':
      return `M${value('x1')} ${value('y1')}L${value('x2')} ${value('y2')}`
    default:
      return `M${attribute('points').trim()}${kind === 'polygon' ? 'Z' : ''}`
  }
}

/** The outline of a rectangle with corners rounded by a radius. */
export function rectangle(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2)
  const [right, bottom] = [x + width, y + height]
  if (r <= 0) return `M${at(x, y)}L${at(right, y)}L${at(right, bottom)}L${at(x, bottom)}Z`
  const k = r * (1 - kappa)
  return (
    `M${at(x + r, y)}L${at(right - r, y)}C${at(right - k, y)} ${at(right, y + k)} ${at(right, y + r)}` +
    `L${at(right, bottom - r)}C${at(right, bottom - k)} ${at(right - k, bottom)} ${at(right - r, bottom)}` +
    `L${at(x + r, bottom)}C${at(x + k, bottom)} ${at(x, bottom - k)} ${at(x, bottom - r)}` +
    `L${at(x, y + r)}C${at(x, y + k)} ${at(x + k, y)} ${at(x + r, y)}Z`
  )
}

/** The outline of an ellipse as four cubics. */
export function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  const [kx, ky] = [rx * kappa, ry * kappa]
  return (
    `M${at(cx + rx, cy)}C${at(cx + rx, cy + ky)} ${at(cx + kx, cy + ry)} ${at(cx, cy + ry)}` +
    `C${at(cx - kx, cy + ry)} ${at(cx - rx, cy + ky)} ${at(cx - rx, cy)}` +
    `C${at(cx - rx, cy - ky)} ${at(cx - kx, cy - ry)} ${at(cx, cy - ry)}` +
    `C${at(cx + kx, cy - ry)} ${at(cx + rx, cy - ky)} ${at(cx + rx, cy)}Z`
  )
}

/** A position as path data. */
const at = (x: number, y: number): string => `${thousandths(x)} ${thousandths(y)}`

/** Fine enough for sums of several to be right to a hundredth; all digits of a number take longer to write and to read than a shape to draw. */
export const thousandths = (value: number): number => Math.round(value * 1000) / 1000
