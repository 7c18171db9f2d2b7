import { pdfDocEncodingDecode } from 'pdf-lib'

/** Marks of language inside a string (ISO 32000-1, 7.9.2.2): not part of the text. */
const languageMarks = /\u001b[^\u001b]*\u001b/g
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/**
 * A text string of a PDF, whatever program wrote it: UTF-16 with either byte order, UTF-8 with a mark (PDF 2.0) or,
 * against the standard but met with, without one, else PDFDocEncoding. Line ends become `\n`.
 */
export function decodeTextString(bytes: Uint8Array): string {
  return toText(bytes).replace(languageMarks, '').replace(/\r\n?|\u2028|\u2029/g, '\n').replace(controls, '').normalize('NFC')
}

function toText(bytes: Uint8Array): string {
  const starts = (...mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte)
  if (starts(0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  if (starts(0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes.subarray(2))
  if (starts(0xef, 0xbb, 0xbf)) return new TextDecoder().decode(bytes.subarray(3))
  return unmarkedUtf8(bytes) ?? pdfDocEncodingDecode(bytes)
}

/** UTF-8 that does not say so: no text in PDFDocEncoding has only such sequences of its letters with accents. */
function unmarkedUtf8(bytes: Uint8Array): string | undefined {
  if (!bytes.some((byte) => byte > 0x7f)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
