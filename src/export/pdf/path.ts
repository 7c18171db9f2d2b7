import { asTheyAre, type ShapePlace } from '../../model/page.ts'
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

/** A path's operators and all their coordinates, across and down in turn. */
interface ParsedPath {
  readonly segments: readonly Segment[]
  readonly coordinates: readonly number[]
}

const parsedBefore = new Map<string, ParsedPath>()
const keptPaths = 2000

/** Sheets have rules and boxes in common, and scenes are drawn in many places. */
function parsedPath(d: string): ParsedPath {
  const known = parsedBefore.get(d)
  if (known) return known
  const parsed = parsePath(d)
  if (parsedBefore.size >= keptPaths) parsedBefore.clear()
  parsedBefore.set(d, parsed)
  return parsed
}

function parsePath(d: string): ParsedPath {
  const [parsed, coordinates]: [Segment[], number[]] = [[], []]
  let segment: Segment | undefined
  // Coordinates since the last operator, and whether a segment has been named without any.
  let [given, isDue] = [0, false]
  for (const part of d.match(token) ?? []) {
    if (part >= 'A') {
      segment = segments[part]
      if (!segment || isDue || given > 0) throw notAPath(d)
      isDue = segment.count > 0
      if (!isDue) parsed.push(segment)
      continue
    }
    if (!segment || segment.count === 0) throw notAPath(d)
    coordinates.push(Number(part))
    given += 1
    if (given < segment.count) continue
    parsed.push(segment)
    ;[given, isDue] = [0, false]
    // Further pairs after an M are lines (SVG 1.1, 8.3.2).
    if (segment === segments.M) segment = segments.L
  }
  if (isDue || given > 0) throw notAPath(d)
  return { segments: parsed, coordinates }
}

/** Path operators for an absolute path of M, L, C and Z, put in its place; `height` is where the y axis is turned upwards. */
export function toPdfPath(d: string, height: number, { scale, x, y }: ShapePlace = asTheyAre): PdfPath {
  const { segments: parsed, coordinates } = parsedPath(d)
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  let [operators, next] = ['', 0]
  for (const { name, count } of parsed) {
    for (const end = next + count; next < end; next += 2) {
      const across = (coordinates[next] as number) * scale + x
      const down = (coordinates[next + 1] as number) * scale + y
      if (across < left) left = across
      if (across > right) right = across
      if (down < top) top = down
      if (down > bottom) bottom = down
      operators += `${num(across)} ${num(height - down)} `
    }
    operators += `${name} `
  }
  return { operators: operators.trimEnd(), bounds: { left, top, right, bottom } }
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
