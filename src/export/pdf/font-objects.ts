import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { type PDFContext, PDFHexString, type PDFRef } from 'pdf-lib'
import { hyphen, softHyphen } from '../fonts/faces.ts'
import type { FontFile } from '../fonts/prepared.ts'
import { openFont, subset } from '../fonts/subset.ts'
import { winAnsi } from '../fonts/winansi.ts'
import { deflated, object } from './objects.ts'
import { hex } from './operators.ts'

/** Programs in compressed form and their tags, and subsets by their characters: the sheets of a group share most of them. */
const deflatedBefore = new WeakMap<Uint8Array, Uint8Array>()
const subsets = new WeakMap<Uint8Array, Map<string, Uint8Array>>()
const tags = new WeakMap<Uint8Array, string>()
const keptSubsets = 50

async function keptSubset(program: Uint8Array, codePoints: Iterable<number>): Promise<Uint8Array> {
  const sorted = [...codePoints].sort((a, b) => a - b)
  const known = subsets.get(program) ?? new Map<string, Uint8Array>()
  subsets.set(program, known)
  const key = sorted.join(' ')
  const made = known.get(key) ?? (await subset(program, sorted))
  if (known.size >= keptSubsets) known.clear()
  known.set(key, made)
  return made
}

/** Writes font dictionaries with their programs, as PDF/UA-1 7.21 asks: embedded, with true widths and Unicode. */
export class FontObjects {
  readonly #context: PDFContext
  #toUnicode: PDFRef | undefined

  constructor(context: PDFContext) {
    this.#context = context
  }

  /** A simple TrueType font in WinAnsiEncoding, with the given characters or, without them, with all. */
  async writeSimple(ref: PDFRef, file: FontFile, used: ReadonlySet<number> | undefined): Promise<void> {
    const program = used ? await keptSubset(file.simpleProgram, withTwins(used)) : file.simpleProgram
    // Viewers take a subset for unfit to type in: only the whole font goes without a tag.
    const name = used ? `${tag(program)}+${file.postScriptName}` : file.postScriptName
    const { first, widths } = used ? widthsOf(file, used) : wholeWidthsOf(file)
    this.#context.assign(
      ref,
      object({
        Type: 'Font',
        Subtype: 'TrueType',
        BaseFont: name,
        FirstChar: first,
        LastChar: first + widths.length - 1,
        Widths: widths,
        // Without a soft hyphen in the file, its code has to name the hyphen.
        Encoding:
          file.advance[softHyphen] === undefined && used?.has(softHyphen)
            ? { Type: 'Encoding', BaseEncoding: 'WinAnsiEncoding', Differences: [softHyphen, 'hyphen'] }
            : 'WinAnsiEncoding',
        ToUnicode: this.#simpleToUnicode(),
        FontDescriptor: this.#descriptor(name, file, program, 32),
      }),
    )
  }

  /** A composite font whose codes are numbers of its own, from 1. */
  async writeComposite(ref: PDFRef, file: FontFile, codes: ReadonlyMap<number, number>): Promise<void> {
    const program = await keptSubset(file.program, codes.keys())
    const font = openFont(program)
    const name = `${tag(program)}+${file.postScriptName}`
    const glyphs = Buffer.alloc(2 * (codes.size + 1))
    for (const [codePoint, code] of codes)
      glyphs.writeUInt16BE(font.glyphForCodePoint(codePoint).id, 2 * code)
    const descendant = this.#context.register(
      object({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: name,
        CIDSystemInfo: { Registry: this.#ascii('Adobe'), Ordering: this.#ascii('Identity'), Supplement: 0 },
        CIDToGIDMap: this.#stream(glyphs),
        W: [1, [...codes.keys()].map((codePoint) => widthOf(file, codePoint))],
        FontDescriptor: this.#descriptor(name, file, program, 4),
      }),
    )
    const unicode = [...codes].map(([codePoint, code]): [number, number] => [code, codePoint])
    this.#context.assign(
      ref,
      object({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: 'Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: this.#stream(Buffer.from(toUnicode(unicode, 4))),
      }),
    )
  }

  #descriptor(name: string, file: FontFile, program: Uint8Array, flags: 4 | 32): PDFRef {
    const data = deflatedBefore.get(program) ?? deflateSync(program, { level: 9 })
    deflatedBefore.set(program, data)
    return this.#context.register(
      object({
        Type: 'FontDescriptor',
        FontName: name,
        Flags: flags + (file.italicAngle === 0 ? 0 : 64),
        FontBBox: [...file.bbox],
        ItalicAngle: file.italicAngle,
        Ascent: file.ascent,
        Descent: file.descent,
        CapHeight: file.capHeight,
        // No program has the width of its stems; viewers only need it when they lack the font.
        StemV: Math.round(file.weight / 5),
        FontFile2: this.#context.register(
          deflated({ Length1: program.length }, data),
        ),
      }),
    )
  }

  /** One map serves all simple fonts; it tells soft hyphens from hyphens when text is copied. */
  #simpleToUnicode(): PDFRef {
    this.#toUnicode ??= this.#stream(simpleToUnicode)
    return this.#toUnicode
  }

  #stream(data: Uint8Array): PDFRef {
    const known = deflatedBefore.get(data) ?? deflateSync(data)
    deflatedBefore.set(data, known)
    return this.#context.register(deflated({}, known))
  }

  #ascii(text: string): PDFHexString {
    return PDFHexString.of(Buffer.from(text, 'latin1').toString('hex'))
  }
}

const widthOf = (file: FontFile, codePoint: number): number =>
  file.advance[codePoint] ?? (codePoint === softHyphen ? file.advance[hyphen] : undefined) ?? 0

/** Widths by code, from the first that is used to the last. */
interface Widths {
  readonly first: number
  readonly widths: readonly number[]
}

function widthsOf(file: FontFile, used: Iterable<number>): Widths {
  const byCode = new Array<number>(256).fill(0)
  let [first, last] = [255, 0]
  for (const codePoint of used) {
    const code = winAnsi.get(codePoint)
    if (code === undefined) continue
    byCode[code] = widthOf(file, codePoint)
    first = Math.min(first, code)
    last = Math.max(last, code)
  }
  return { first, widths: byCode.slice(first, last + 1) }
}

const wholeWidths = new WeakMap<FontFile, Widths>()

/** Of all characters: people may type any of them in every sheet. */
function wholeWidthsOf(file: FontFile): Widths {
  const widths = wholeWidths.get(file) ?? widthsOf(file, winAnsi.keys())
  wholeWidths.set(file, widths)
  return widths
}

/** Viewers may look a soft hyphen up as a hyphen and a no-break space as a space (Annex D.2, notes 3 and 6). */
function withTwins(used: ReadonlySet<number>): Set<number> {
  const all = new Set(used)
  if (used.has(softHyphen)) all.add(hyphen)
  if (used.has(0xa0)) all.add(0x20)
  return all
}

/** Six capital letters that follow from the bytes of a subset (ISO 32000-1, 9.6.4). */
function tag(program: Uint8Array): string {
  const known = tags.get(program)
  if (known !== undefined) return known
  const digest = createHash('sha256').update(program).digest()
  const made = String.fromCharCode(...digest.subarray(0, 6).map((byte) => 65 + (byte % 26)))
  tags.set(program, made)
  return made
}

/** A ToUnicode CMap (ISO 32000-1, 9.10.3) from codes of two or four hexadecimal digits. */
function toUnicode(pairs: readonly (readonly [number, number])[], digits: 2 | 4): string {
  const lines = pairs.map(([code, codePoint]) => {
    const units = Array.from(String.fromCodePoint(codePoint).split(''), (unit) => unit.charCodeAt(0))
    return `<${hex([code], digits)}> <${hex(units, 4)}>`
  })
  const blocks: string[] = []
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100)
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar')
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    `<${'0'.repeat(digits)}> <${'f'.repeat(digits)}>`,
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}

const simpleToUnicode = Buffer.from(
  toUnicode(
    [...winAnsi].map(([codePoint, code]) => [code, codePoint]),
    2,
  ),
)
