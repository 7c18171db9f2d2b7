import { num } from './operators.ts'

/** A rectangle in page points, y downwards. */
export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface PdfPath {
  readonly operators: string
  /** Of all points, control points included. */
  readonly bounds: Bounds
}

const operators: Readonly<Record<string, { readonly name: string; readonly points: number }>> = {
  M: { name: 'm', points: 1 },
  L: { name: 'l', points: 1 },
  C: { name: 'c', points: 3 },
}

/** Path operators for an absolute path of M, L, C and Z; `height` is where the y axis is turned upwards. */
export function toPdfPath(d: string, height: number): PdfPath {
  const out: string[] = []
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [, letter = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*(?:e[-+]?\d+[^A-Za-z]*)*)/g)) {
    if (letter === 'Z') {
      out.push('h')
      continue
    }
    const operator = operators[letter]
    const numbers = (rest.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number)
    const step = (operator?.points ?? 0) * 2
    if (!operator || numbers.length === 0 || numbers.length % step !== 0)
      throw new Error(`Not a path: ${d.slice(0, 60)}`)
    numbers.forEach((value, index) => {
      const isX = index % 2 === 0
      if (isX) [left, right] = [Math.min(left, value), Math.max(right, value)]
      else [top, bottom] = [Math.min(top, value), Math.max(bottom, value)]
      out.push(num(isX ? value : height - value))
      // Further pairs after an M are lines (SVG 1.1, 8.3.2).
      if ((index + 1) % step === 0) out.push(letter === 'M' && index > 1 ? 'l' : operator.name)
    })
  }
  return { operators: out.join(' '), bounds: { left, top, right, bottom } }
}

/** The smallest rectangle around both. */
export function union(a: Bounds | undefined, b: Bounds): Bounds {
  if (!a) return b
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }
}

/** What two rectangles have in common; undefined when they do not touch. */
export function intersection(a: Bounds, b: Bounds): Bounds | undefined {
  const common = {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  }
  return common.left <= common.right && common.top <= common.bottom ? common : undefined
}

/** As a PDF rectangle on a page of this height. */
export const toRectangle = ({ left, top, right, bottom }: Bounds, height: number): number[] =>
  [left, height - bottom, right, height - top].map((value) => Number(num(value)))
