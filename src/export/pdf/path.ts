import type { ShapePlace } from '../../model/page.ts'
import { asTheyAre } from '../../render/sheet/shape.ts'
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

interface Segment {
  /** The operator that draws it (ISO 32000-1, 8.5.2). */
  readonly name: string
  /** Coordinates that it takes. */
  readonly count: number
}

const segments: Readonly<Record<'M' | 'L' | 'C' | 'Z', Segment>> & Readonly<Record<string, Segment | undefined>> = {
  M: { name: 'm', count: 2 },
  L: { name: 'l', count: 2 },
  C: { name: 'c', count: 6 },
  Z: { name: 'h', count: 0 },
}

const token = /[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi

/** Path operators for an absolute path of M, L, C and Z, put in its place; `height` is where the y axis is turned upwards. */
export function toPdfPath(d: string, height: number, { scale, x, y }: ShapePlace = asTheyAre): PdfPath {
  const out: string[] = []
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  let segment: Segment | undefined
  // Coordinates since the last operator, and whether a segment has been named without any.
  let [given, isDue] = [0, false]
  for (const part of d.match(token) ?? []) {
    if (part >= 'A') {
      segment = segments[part]
      if (!segment || isDue || given > 0) throw notAPath(d)
      isDue = segment.count > 0
      if (!isDue) out.push(segment.name)
      continue
    }
    if (!segment || segment.count === 0) throw notAPath(d)
    const isAcross = given % 2 === 0
    const value = Number(part) * scale + (isAcross ? x : y)
    if (isAcross) {
      if (value < left) left = value
      if (value > right) right = value
      out.push(num(value))
    } else {
      if (value < top) top = value
      if (value > bottom) bottom = value
      out.push(num(height - value))
    }
    given += 1
    if (given < segment.count) continue
    out.push(segment.name)
    ;[given, isDue] = [0, false]
    // Further pairs after an M are lines (SVG 1.1, 8.3.2).
    if (segment === segments.M) segment = segments.L
  }
  if (isDue || given > 0) throw notAPath(d)
  return { operators: out.join(' '), bounds: { left, top, right, bottom } }
}

const notAPath = (d: string): Error => new Error(`Not a path: ${d.slice(0, 60)}`)

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
