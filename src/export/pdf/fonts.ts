import { type PDFContext, type PDFRef } from 'pdf-lib'
import { hyphen, isInvisible, softHyphen } from '../fonts/faces.ts'
import type { FontFile, PreparedFonts } from '../fonts/prepared.ts'
import { Ruler } from '../../typography/ruler.ts'
import { winAnsi } from '../fonts/winansi.ts'
import type { FontId } from '../../model/font.ts'
import { FontObjects } from './font-objects.ts'
import { hex } from './operators.ts'

/** A font as the resources of a page or an appearance name it. */
export interface UsedFont {
  readonly name: string
  readonly ref: PDFRef
}

/** Text in one font, as the operator that shows it at the current place. */
interface Run {
  readonly font: UsedFont
  readonly operator: string
}

interface SimpleFont extends UsedFont {
  readonly isComposite: false
  readonly file: FontFile
  readonly used: Set<number>
}
interface CompositeFont extends UsedFont {
  readonly isComposite: true
  readonly file: FontFile
  readonly codes: Map<number, number>
}

/** A character as a string of its font has it: one byte, or four hexadecimal digits in a composite font. */
interface Glyph {
  readonly codePoint: number
  readonly font: SimpleFont | CompositeFont
  readonly code: string
}

/** The face people type in. */
export const typingFace: FontId = 'text'

const resourceNames: Readonly<Record<FontId, string>> = {
  display: 'Display',
  text: 'Text',
  bold: 'Bold',
  quote: 'Quote',
}

/**
 * The fonts of one document. A face's WinAnsi characters are shown by a simple font, which viewers can also
 * type in; all others by a composite font of the first file in the chain that has them. Only used fonts,
 * with only the characters used, are written; the typing face is whole.
 */
export class DocumentFonts {
  readonly #context: PDFContext
  readonly #prepared: PreparedFonts
  readonly #simple = new Map<FontId, SimpleFont>()
  readonly #composite = new Map<FontFile, CompositeFont>()
  readonly #known: Readonly<Record<FontId, Map<number, readonly Glyph[]>>> = { display: new Map(), text: new Map(), bold: new Map(), quote: new Map() }
  #isTyped = false

  constructor(context: PDFContext, prepared: PreparedFonts) {
    this.#context = context
    this.#prepared = prepared
  }

  get metrics(): PreparedFonts['metrics'] {
    return this.#prepared.metrics
  }

  /** The font for form fields, with every character that can be typed in it. */
  typing(): UsedFont {
    this.#isTyped = true
    return this.#simpleFont(typingFace)
  }

  /** Cuts a line into runs, kerned; throws on a character that no file of the face has. */
  shape(face: FontId, text: string): Run[] {
    const runs: OpenRun[] = []
    const ruler = new Ruler(this.#prepared.metrics[face])
    let run: OpenRun | undefined
    let previous = 0
    for (const codePoint of visible(text)) {
      for (const { font, code, codePoint: part } of this.#glyphs(face, codePoint, text)) {
        if (run?.font !== font) runs.push((run = { font, array: '', codes: '' }))
        const shift = ruler.kern(previous, part)
        if (shift !== 0 && run.codes !== '') {
          run.array += `${stringOf(run)}${-shift}`
          run.codes = ''
        }
        run.codes += code
        previous = part
      }
    }
    return runs.map((one) => ({ font: one.font, operator: `[${one.array}${stringOf(one)}]TJ` }))
  }

  /** Writes the fonts; to be called once, after all text has been shaped. */
  async finish(): Promise<void> {
    const objects = new FontObjects(this.#context)
    for (const [face, { ref, file, used }] of this.#simple) {
      const isWhole = face === typingFace && this.#isTyped
      await objects.writeSimple(ref, file, isWhole ? undefined : used)
    }
    for (const { ref, file, codes } of this.#composite.values())
      await objects.writeComposite(ref, file, codes)
  }

  /** What shows a character: one glyph, or those of its parts where the face lacks it composed but has them. */
  #glyphs(face: FontId, codePoint: number, text: string): readonly Glyph[] {
    const known = this.#known[face].get(codePoint)
    if (known) return known
    const { advance } = this.#prepared.metrics[face]
    const parts = advance[codePoint] === undefined ? codePointsOf(String.fromCodePoint(codePoint).normalize('NFD')) : []
    const isComposed = parts.length > 1 && parts.every((part) => advance[part] !== undefined)
    const glyphs = (isComposed ? parts : [codePoint]).map((part) => this.#glyph(face, part, text))
    this.#known[face].set(codePoint, glyphs)
    return glyphs
  }

  #glyph(face: FontId, codePoint: number, text: string): Glyph {
    const chain = this.#prepared.chains[face]
    const code = winAnsi.get(codePoint)
    if (code !== undefined && hasSimple(chain[0], codePoint)) {
      const font = this.#simpleFont(face)
      font.used.add(codePoint)
      return { codePoint, font, code: literalBytes[code] ?? '' }
    }
    const file = chain.find(({ advance }) => advance[codePoint] !== undefined)
    if (!file) throw new Error(`No font of the face “${face}” has ${describe(codePoint)}, in “${text}”`)
    const font = this.#compositeFont(file)
    const known = font.codes.get(codePoint) ?? font.codes.size + 1
    font.codes.set(codePoint, known)
    return { codePoint, font, code: hex([known], 4) }
  }

  #simpleFont(face: FontId): SimpleFont {
    const known = this.#simple.get(face)
    if (known) return known
    const file = this.#prepared.chains[face][0]
    if (!file) throw new Error(`The face “${face}” has no file`)
    const font: SimpleFont = { isComposite: false, name: resourceNames[face], ref: this.#context.nextRef(), file, used: new Set<number>() }
    this.#simple.set(face, font)
    return font
  }

  #compositeFont(file: FontFile): CompositeFont {
    const known = this.#composite.get(file)
    if (known) return known
    const name = `Other${this.#composite.size + 1}`
    const font: CompositeFont = { isComposite: true, name, ref: this.#context.nextRef(), file, codes: new Map<number, number>() }
    this.#composite.set(file, font)
    return font
  }
}

/** Text that is shown in one font, with what is not yet closed by kerning. */
interface OpenRun {
  readonly font: SimpleFont | CompositeFont
  array: string
  codes: string
}

const stringOf = ({ font, codes }: OpenRun): string => (font.isComposite ? `<${codes}>` : `(${codes})`)

/** Bytes as a literal string has them (ISO 32000-1, 7.3.4.2); the codes of simple fonts begin with the space. */
const literalBytes = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code).replace(/[\\()]/, '\\$&'))

/** A soft hyphen is shown with the font's hyphen. */
const hasSimple = (file: FontFile | undefined, codePoint: number): boolean =>
  file?.advance[codePoint === softHyphen ? hyphen : codePoint] !== undefined

const describe = (codePoint: number): string =>
  `“${String.fromCodePoint(codePoint)}” (U+${codePoint.toString(16).toUpperCase().padStart(4, '0')})`

function codePointsOf(text: string): number[] {
  const all: number[] = []
  for (let index = 0; index < text.length; index += 1) {
    const codePoint = text.codePointAt(index) as number
    if (codePoint > 0xffff) index += 1
    all.push(codePoint)
  }
  return all
}

/** Only Latin-1: nothing to compose, nothing that is not seen. */
const isPlain = (text: string): boolean => /^[\x20-\x7e\xa0-\xac\xae-\xff]*$/.test(text)

/** Composed code points of a line; a soft hyphen counts at the end only. */
function visible(text: string): number[] {
  if (isPlain(text)) return codePointsOf(text)
  const all = codePointsOf(text.normalize('NFC')).filter((codePoint) => !isInvisible(codePoint))
  return all.filter((codePoint, index) => codePoint !== softHyphen || index === all.length - 1)
}
