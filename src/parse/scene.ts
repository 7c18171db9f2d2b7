import { DOMParser, type Element } from '@xmldom/xmldom'
import svgpath from 'svgpath'
import { diagnostic, fileStart, type Diagnostic, type Place } from '../model/diagnostic.ts'
import type { Color, Scene, Shape } from '../model/scene.ts'
import type { Source } from '../model/source.ts'
import { pathOf } from '../geometry/outline.ts'

export interface ParsedScene {
  readonly name: string
  readonly scene?: Scene
  readonly diagnostics: readonly Diagnostic[]
}

/** What a group hands down to the shapes in it. */
interface Style {
  readonly fill: Color | 'none'
  readonly stroke: Color | 'none'
  readonly strokeWidth: number
  readonly lineCap: 'butt' | 'round' | 'square'
  readonly lineJoin: 'miter' | 'round' | 'bevel'
  readonly opacity: number
  readonly evenOdd: boolean
  readonly transforms: readonly string[]
}

const initial: Style = { fill: '#000000', stroke: 'none', strokeWidth: 1, lineCap: 'butt', lineJoin: 'miter', opacity: 1, evenOdd: false, transforms: [] }
const drawn = new Set(['path', 'rect', 'circle', 'ellipse', 'polygon', 'polyline', 'line'])
const ignored = new Set(['title', 'desc', 'view', 'metadata'])

/**
 * Reads an illustration: an SVG of 980 × 552 made of plain shapes. The first rectangle is the ground;
 * `<view id="crop" viewBox="x y w h"/>` is the box around the motif that sheets and slides show.
 * Whatever is not a flat shape (text, images, scripts, gradients) is a diagnostic, so nothing in a picture can run.
 */
export function parseScene(source: Source): ParsedScene {
  const name = source.path.replace(/^.*[\\/]/, '').replace(/\.svg$/, '')
  const { root, shapes, diagnostics } = parseDrawing(source)
  if (!root) return { name, diagnostics }
  const report = reportTo(diagnostics, source.path)
  if (root.localName !== 'svg' || numbers(root.getAttribute('viewBox')).join(' ') !== '0 0 980 552') {
    report(root, 'an illustration is an <svg> with viewBox="0 0 980 552"', 'draw it on a canvas of 980 × 552')
  }
  const [ground, ...rest] = shapes
  if (!ground?.fill) report(root, 'the illustration is empty', 'begin it with <rect width="980" height="552" fill="…"/>')
  if (diagnostics.length > 0 || !ground?.fill) return { name, diagnostics }
  return { name, diagnostics, scene: { name, ground: ground.fill, crop: cropOf(root), shapes: rest } }
}

/** The flat shapes of any SVG, in the units of its own; what is no flat shape is reported. */
export function parseDrawing(source: Source): { root?: Element; shapes: Shape[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const root = parseXml(source, diagnostics)
  if (!root) return { shapes: [], diagnostics }
  const report = reportTo(diagnostics, source.path)
  const shapes: Shape[] = []
  const visit = (parent: Element, inherited: Style): void => {
    for (const element of children(parent)) {
      const kind = element.localName ?? ''
      if (ignored.has(kind)) continue
      const style = styleOf(element, inherited, report)
      if (kind === 'g') visit(element, style)
      else if (drawn.has(kind)) shapes.push(...shapeOf(element, style, report))
      else report(element, `<${kind}> cannot be drawn on slides and paper alike`, 'use only path, rect, circle, ellipse, polygon, polyline, line and g')
    }
  }
  visit(root, initial)
  return { root, shapes, diagnostics }
}

const reportTo = (diagnostics: Diagnostic[], path: string): Report => (element, message, hint) =>
  void diagnostics.push(diagnostic('bad-scene', placeOf(element, path), message, hint))

function parseXml(source: Source, diagnostics: Diagnostic[]): Element | undefined {
  const parser = new DOMParser({
    onError: (_level, message, context: { locator?: { lineNumber?: number; columnNumber?: number } }) => {
      const { lineNumber = 1, columnNumber = 1 } = context.locator ?? {}
      const place = { path: source.path, line: Math.max(lineNumber, 1), column: Math.max(columnNumber, 1) }
      if (diagnostics.length === 0) {
        diagnostics.push(diagnostic('bad-scene', place, `the illustration cannot be read: ${message.split('\n')[0]}`, 'export it again as plain SVG'))
      }
    },
  })
  try {
    return parser.parseFromString(source.text, 'image/svg+xml').documentElement ?? undefined
  } catch {
    if (diagnostics.length === 0) diagnostics.push(diagnostic('bad-scene', fileStart(source.path), 'the illustration is no SVG', 'export it again as plain SVG'))
    return undefined
  }
}

type Report = (element: Element, message: string, hint?: string) => void

function styleOf(element: Element, inherited: Style, report: Report): Style {
  const read = (name: string): string | null => element.getAttribute(name)
  const paint = (name: 'fill' | 'stroke'): Color | 'none' => {
    const value = read(name)?.trim().toLowerCase()
    if (!value) return inherited[name]
    if (value === 'none' || /^#[0-9a-f]{6}$/.test(value)) return value as Color | 'none'
    report(element, `${name}="${value}" is not a colour this toolkit draws`, 'write colours as #rrggbb')
    return inherited[name]
  }
  const transform = read('transform')
  return {
    fill: paint('fill'),
    stroke: paint('stroke'),
    strokeWidth: Number(read('stroke-width') || inherited.strokeWidth),
    lineCap: (read('stroke-linecap') as Style['lineCap'] | null) || inherited.lineCap,
    lineJoin: (read('stroke-linejoin') as Style['lineJoin'] | null) || inherited.lineJoin,
    opacity: inherited.opacity * Number(read('opacity') || 1),
    evenOdd: (read('fill-rule') || (inherited.evenOdd ? 'evenodd' : '')) === 'evenodd',
    transforms: transform ? [transform, ...inherited.transforms] : inherited.transforms,
  }
}

function shapeOf(element: Element, style: Style, report: Report): Shape[] {
  const d = pathOf(element.localName ?? '', (name) => element.getAttribute(name) ?? '')
  let path = svgpath(d)
  // The innermost transform acts first (SVG 1.1, 7.6).
  for (const transform of style.transforms) path = path.transform(transform)
  path = path.abs().unshort().unarc()
  if ('err' in path && path.err) {
    report(element, 'the shape has a broken path', 'export the picture again as plain SVG')
    return []
  }
  const scale = style.transforms.reduce((factor, transform) => factor * scaleOf(transform), 1)
  return [{
    d: cubic(path),
    ...(style.fill === 'none' || element.localName === 'line' ? {} : { fill: style.fill }),
    ...(style.stroke === 'none'
      ? {}
      : { stroke: style.stroke, strokeWidth: round(style.strokeWidth * scale), lineCap: style.lineCap, lineJoin: style.lineJoin }),
    ...(style.opacity === 1 ? {} : { opacity: style.opacity }),
    ...(style.evenOdd ? { evenOdd: true as const } : {}),
  }]
}

/** How much a transform enlarges a line's width: the root of its area factor. */
function scaleOf(transform: string): number {
  const points: [number, number][] = []
  svgpath('M0 0L1 0L0 1')
    .transform(transform)
    .abs()
    .iterate((segment) => {
      points.push([Number(segment[1]), Number(segment[2])])
    })
  const [[x0, y0], [x1, y1], [x2, y2]] = points as [[number, number], [number, number], [number, number]]
  return Math.sqrt(Math.abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)))
}

const round = (value: number): number => Math.round(value * 100) / 100

/** The path with M, L, C and Z only, every command spelled out. */
function cubic(path: ReturnType<typeof svgpath>): string {
  const commands: string[] = []
  const add = (command: string, ...values: number[]): void => void commands.push(command + values.map(round).join(' '))
  path.iterate((segment, _index, x, y) => {
    const [command, ...values] = segment as unknown as [string, ...number[]]
    const [a = 0, b = 0, c = 0, d = 0] = values
    if (command === 'H') add('L', a, y)
    else if (command === 'V') add('L', x, a)
    else if (command === 'Q') add('C', x + (2 / 3) * (a - x), y + (2 / 3) * (b - y), c + (2 / 3) * (a - c), d + (2 / 3) * (b - d), c, d)
    else add(command.toUpperCase(), ...values)
  })
  return commands.join('')
}

function cropOf(root: Element): Scene['crop'] {
  const view = children(root).find((element) => element.localName === 'view' && element.getAttribute('id') === 'crop')
  const [x, y, width, height] = numbers(view?.getAttribute('viewBox') ?? null)
  return width && height ? { x: x ?? 0, y: y ?? 0, width, height } : { x: 560, y: 80, width: 400, height: 400 }
}

export const numbers = (text: string | null): number[] => (text ?? '').trim().split(/[\s,]+/).map(Number)

const children = (parent: Element): Element[] =>
  Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === 1)

const placeOf = (element: Element, path: string): Place => ({ path, line: element.lineNumber ?? 1, column: element.columnNumber ?? 1 })
