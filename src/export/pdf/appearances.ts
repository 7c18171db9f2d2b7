import type { PDFContext, PDFRef } from 'pdf-lib'
import { ellipse, rectangle } from '../../geometry/outline.ts'
import { tickReach, type TextField } from '../../model/page.ts'
import { ink, mute, rule } from '../../model/palette.ts'
import { textWidth } from '../../typography/measure.ts'
import { fitText, inset } from './field-text.ts'
import { type DocumentFonts, typingFace, type UsedFont } from './fonts.ts'
import { compressed, stream } from './objects.ts'
import { fillColor, num, round, strokeColor } from './operators.ts'
import { toPdfPath } from './path.ts'

/** Points; where a size is left to the viewer, prefilled text begins here and shrinks. */
export const usualSize = 11

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * What form fields look like before a viewer draws them itself (ISO 32000-1, 12.5.5). Marks are paths,
 * since no symbol font is embedded. Equal appearances are written once.
 */
export class Appearances {
  readonly #context: PDFContext
  readonly #fonts: DocumentFonts
  readonly #known = new Map<string, PDFRef>()

  constructor(context: PDFContext, fonts: DocumentFonts) {
    this.#context = context
    this.#fonts = fonts
  }

  /** Empty: the ruled lines to write on. With a value: the value, on a line's rule but not through many. */
  text(field: TextField, size: Size): PDFRef {
    const value = field.value?.replace(/\r\n?/g, '\n')
    const rules =
      field.pitch !== undefined && (!value || !field.multiline)
        ? ruledLines(size, field.pitch, field.multiline)
        : ''
    if (!value) return this.#form(size, `${rules}/Tx BMC EMC`, [])
    const used = new Set<UsedFont>()
    const shown = this.#shownValue(field, value, size, used)
    return this.#form(size, `${rules}/Tx BMC q BT ${fillColor(ink)}\n${shown} ET Q EMC`, [...used])
  }

  /** A box, ticked or not. */
  check(size: Size, isOn: boolean): PDFRef {
    return this.#mark(`check ${isOn}`, size, () => checkBox(size, isOn))
  }

  /** A ring, with a dot when it is chosen; or a tick, which gets its ring only then. */
  radio(size: Size, isOn: boolean, look?: 'tick'): PDFRef {
    if (look === 'tick' && !isOn) return this.#mark('tick', size, () => tickMark(size))
    return this.#mark(`radio ${isOn} ${look}`, size, () => radioButton(size, isOn, look === 'tick'))
  }

  /** Marks come by the dozen: they are drawn once for each size. */
  #mark(kind: string, size: Size, draw: () => string): PDFRef {
    const key = `${kind} ${num(size.width)} ${num(size.height)}`
    const ref = this.#known.get(key) ?? this.#form(size, draw(), [])
    this.#known.set(key, ref)
    return ref
  }

  #shownValue(field: TextField, value: string, { width, height }: Size, used: Set<UsedFont>): string {
    const metrics = this.#fonts.metrics[typingFace]
    const { size, lines, leading } = fitText(
      value,
      metrics,
      field.size || usualSize,
      width,
      height,
      field.multiline,
    )
    // One line stands in the middle, as viewers have it; several begin at the top.
    const first = field.multiline ? height - inset - size : (height - (size * metrics.capHeight) / 1000) / 2
    return lines
      .flatMap((line, index) => {
        const spare = field.align === 'center' ? (width - textWidth(line, metrics, size)) / 2 : inset
        const start = `1 0 0 1 ${num(Math.max(spare, 0))} ${num(first - index * leading)} Tm`
        return [
          start,
          ...this.#fonts.shape(typingFace, line).map(({ font, operator }) => {
            used.add(font)
            return `/${font.name} ${num(size)} Tf ${operator}`
          }),
        ]
      })
      .join('\n')
  }

  #form({ width, height }: Size, operators: string, fonts: readonly UsedFont[]): PDFRef {
    const key = `${num(width)} ${num(height)} ${operators}`
    const known = this.#known.get(key)
    if (known) return known
    const entries = {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, round(width), round(height)],
      Resources:
        fonts.length > 0 ? { Font: Object.fromEntries(fonts.map(({ name, ref }) => [name, ref])) } : {},
    }
    // There are many, and most are a few lines, which become hardly shorter by compressing them.
    const ref = this.#context.register(operators.length < 300 ? stream(entries, operators) : compressed(entries, operators))
    this.#known.set(key, ref)
    return ref
  }
}

/** Lines a pitch apart, the last one along the bottom edge. */
function ruledLines({ width, height }: Size, pitch: number, isMultiline: boolean): string {
  const weight = 0.5
  const count = isMultiline ? Math.max(1, Math.floor((height + weight) / pitch)) : 1
  const lines = Array.from({ length: count }, (_, index) => {
    const y = num(index * pitch + weight / 2)
    return `0 ${y} m ${num(width)} ${y} l`
  })
  return `${strokeColor(rule)} ${weight} w ${lines.join(' ')} S\n`
}

function checkBox({ width, height }: Size, isOn: boolean): string {
  const box = toPdfPath(rectangle(0.5, 0.5, width - 1, height - 1, 1.5), height).operators
  const at = (x: number, y: number): string => `${x * width} ${y * height}`
  const tick = toPdfPath(`M${at(0.24, 0.53)}L${at(0.43, 0.74)}L${at(0.78, 0.26)}`, height).operators
  return `${strokeColor(mute)} 0.9 w ${box} S${isOn ? ` ${strokeColor(ink)} 1.8 w 1 J 1 j ${tick} S` : ''}`
}

/** A short upright stroke in the middle. */
function tickMark({ width, height }: Size): string {
  const [x, y] = [num(width / 2), height / 2]
  return `${strokeColor(mute)} 0.9 w ${x} ${num(y - tickReach)} m ${x} ${num(y + tickReach)} l S`
}

function radioButton({ width, height }: Size, isOn: boolean, covers: boolean): string {
  const circle = (radius: number): string =>
    toPdfPath(ellipse(width / 2, height / 2, radius, radius), height).operators
  const reach = Math.min(width, height) / 2
  const dot = isOn ? ` ${fillColor(ink)} ${circle(reach * 0.56)} f` : ''
  const paint = covers ? `1 1 1 rg ${circle(reach - 0.5)} B` : `${circle(reach - 0.5)} S`
  return `${strokeColor(mute)} 0.9 w ${paint}${dot}`
}
