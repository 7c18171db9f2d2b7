import { diagnostic, type Diagnostic, type Place } from '../model/diagnostic.ts'
import type { Logo } from '../model/workshop.ts'
import { numbers, parseDrawing } from './scene.ts'

/** A client's mark as it was read from the disk. */
export interface LogoFile {
  readonly path: string
  readonly bytes: Uint8Array
  /** As a data URI, for slides. */
  readonly src: string
}

type Size = Pick<Logo, 'width' | 'height'>

/** What of a picture can be drawn on slides and paper alike: PNG, JPEG, or an SVG of flat shapes. */
export function parseLogo(file: LogoFile, place: Place, alt: string): { logo?: Logo; diagnostics: readonly Diagnostic[] } {
  if (/\.svg$/i.test(file.path)) return parseSvg(file, alt, place)
  const size = pngSize(file.bytes) ?? jpegSize(file.bytes)
  if (size) return { logo: { alt, src: file.src, ...size }, diagnostics: [] }
  return { diagnostics: [diagnostic('missing-logo', place, `${file.path} is no picture that slides and paper can show`, 'save the logo as PNG, or as SVG of plain shapes')] }
}

function parseSvg({ path, bytes, src }: LogoFile, alt: string, place: Place): { logo?: Logo; diagnostics: readonly Diagnostic[] } {
  const { root, shapes, diagnostics } = parseDrawing({ path, text: new TextDecoder().decode(bytes) })
  const [x, y, width, height] = numbers(root?.getAttribute('viewBox') ?? null)
  if (diagnostics.length > 0 || !width || !height || x !== 0 || y !== 0 || shapes.length === 0) {
    const why = diagnostics[0] ? `: ${diagnostics[0].message}` : ', as its viewBox does not begin with 0 0 or it is empty'
    return { diagnostics: [diagnostic('missing-logo', place, `the logo ${path} cannot be drawn on paper${why}`, 'save it as PNG instead, at least 800 pixels wide')] }
  }
  return { logo: { alt, src, width, height, shapes }, diagnostics: [] }
}

/** Pixels of a PNG: the header chunk comes first (W3C PNG, 11.2.2). */
function pngSize(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) return undefined
  return positive(view.getUint32(16), view.getUint32(20))
}

/** Pixels of a JPEG: in its start-of-frame segment (ITU-T T.81, B.2.2). */
function jpegSize(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined
  for (let at = 2; at + 9 < bytes.length; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return positive(view.getUint16(at + 7), view.getUint16(at + 5))
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

const positive = (width: number, height: number): Size | undefined => (width > 0 && height > 0 ? { width, height } : undefined)
