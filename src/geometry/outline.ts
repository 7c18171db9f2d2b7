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
  if (r <= 0) return `M${x} ${y}L${right} ${y}L${right} ${bottom}L${x} ${bottom}Z`
  const k = r * (1 - kappa)
  return (
    `M${x + r} ${y}L${right - r} ${y}C${right - k} ${y} ${right} ${y + k} ${right} ${y + r}` +
    `L${right} ${bottom - r}C${right} ${bottom - k} ${right - k} ${bottom} ${right - r} ${bottom}` +
    `L${x + r} ${bottom}C${x + k} ${bottom} ${x} ${bottom - k} ${x} ${bottom - r}` +
    `L${x} ${y + r}C${x} ${y + k} ${x + k} ${y} ${x + r} ${y}Z`
  )
}

/** The outline of an ellipse as four cubics. */
export function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  const [kx, ky] = [rx * kappa, ry * kappa].map((value) => Math.round(value * 100) / 100) as [number, number]
  return (
    `M${cx + rx} ${cy}C${cx + rx} ${cy + ky} ${cx + kx} ${cy + ry} ${cx} ${cy + ry}` +
    `C${cx - kx} ${cy + ry} ${cx - rx} ${cy + ky} ${cx - rx} ${cy}` +
    `C${cx - rx} ${cy - ky} ${cx - kx} ${cy - ry} ${cx} ${cy - ry}` +
    `C${cx + kx} ${cy - ry} ${cx + rx} ${cy - ky} ${cx + rx} ${cy}Z`
  )
}
