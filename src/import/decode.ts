import { repairDoubleEncoding } from './mojibake.ts'
import { byteOf, windows1252 } from './windows-1252.ts'

/** Something that was mended, for the report. */
export interface Repair {
  readonly what: string
  /** From 1, in the decoded text. */
  readonly line: number
}

export interface Decoded {
  /** Composed letters (NFC), `\n` line ends, without byte order mark and control characters. */
  readonly text: string
  readonly repairs: readonly Repair[]
}

/** Why bytes cannot be text. */
export interface NotText {
  readonly problem: string
  readonly hint: string
}

/**
 * Bytes of unknown origin as text. In order: byte order mark, UTF-16 by its zero bytes, strict UTF-8, the declared
 * encoding, and Windows-1252, of which ISO-8859-1 is read as a part (WHATWG Encoding Standard).
 */
export function decode(bytes: Uint8Array): Decoded | NotText {
  const binary = knownBinary(bytes)
  if (binary) return binary
  const repairs: Repair[] = []
  const mend = (what: string, line = 1): void => void repairs.push({ what, line })
  const raw = toText(bytes, mend)
  if (typeof raw !== 'string') return raw
  const whole = repairDoubleEncoding(raw)
  if (whole) mend('letters that had been encoded twice were put right', lineOf(raw, whole.first))
  return { text: composed(withoutControls(whole?.text ?? raw, mend), mend), repairs }
}

type Mend = (what: string, line?: number) => void

function toText(bytes: Uint8Array, mend: Mend): string | NotText {
  if (starts(bytes, 0xff, 0xfe, 0, 0) || starts(bytes, 0, 0, 0xfe, 0xff)) {
    return { problem: 'the file is UTF-32, which nothing else writes', hint: 'save it as UTF-8' }
  }
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return utf8(bytes.subarray(3)) ?? mixed(bytes.subarray(3), mend)
  if (starts(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  if (starts(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes)
  const wide = zeroBytes(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (zeros(bytes) > 8) return { problem: 'the file is not text', hint: 'export your posts as a WordPress, RSS, Atom, HTML or text file' }
  const declared = declaredIn(bytes)
  const text = utf8(bytes)
  if (text !== undefined) {
    if (declared && !isUtf8(declared) && bytes.some((byte) => byte > 127)) mend(`the file says it is ${declared}, but it is UTF-8, and was read so`)
    return text
  }
  return legacy(bytes, declared, mend)
}

/** Text in an encoding of one byte a letter, or UTF-8 with stray bytes in it. */
function legacy(bytes: Uint8Array, declared: string | undefined, mend: Mend): string {
  const { sequences, strays } = census(bytes)
  if (sequences >= strays) return mixed(bytes, mend)
  const label = declared?.toLowerCase()
  if (label && !isUtf8(label) && !/^(utf-?16|iso-?8859-?1$|iso-8859-1|latin-?1|l1|us-ascii|ascii|windows-?1252|cp-?1252)/.test(label)) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {
      mend(`the encoding ${declared} that the file names is unknown or wrong; it was read as Windows-1252`)
      return windows1252(bytes)
    }
  }
  const high = bytes.some((byte) => byte >= 0x80 && byte < 0xa0)
  if (label && isUtf8(label)) mend(`the file says it is UTF-8, but it is ${high ? 'Windows-1252' : 'ISO-8859-1'}, and was read so`)
  else if (label && high && !/1252/.test(label)) mend(`the file says it is ${declared}, but it has characters of Windows-1252, and was read so`)
  return windows1252(bytes)
}

/** UTF-8 in which some letters stand as single bytes: those are read as Windows-1252. */
function mixed(bytes: Uint8Array, mend: Mend): string {
  const parts: Uint8Array[] = []
  let [from, count, firstLine, line] = [0, 0, 0, 1]
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at)
    if (length > 0) {
      if (bytes[at] === 10) line += 1
      at += length
      continue
    }
    count += 1
    firstLine ||= line
    parts.push(bytes.subarray(from, at), new TextEncoder().encode(windows1252(bytes.subarray(at, at + 1))))
    from = at += 1
  }
  parts.push(bytes.subarray(from))
  if (count > 0) mend(`${count} ${count === 1 ? 'letter' : 'letters'} in another encoding than the rest were put right`, firstLine)
  return new TextDecoder().decode(joined(parts))
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** How many letters of several bytes there are, and how many bytes that belong to none. */
function census(bytes: Uint8Array): { sequences: number; strays: number } {
  let [sequences, strays] = [0, 0]
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at)
    if (length > 1) sequences += 1
    if (length === 0) strays += 1
    at += length || 1
  }
  return { sequences, strays }
}

/** Length of the well-formed UTF-8 sequence at a position, 0 for none (RFC 3629, section 4). */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0
  if (length === 0) return 0
  const second = bytes[at + 1] ?? 0
  const [low, high] =
    first === 0xe0 ? [0xa0, 0xbf] : first === 0xed ? [0x80, 0x9f] : first === 0xf0 ? [0x90, 0xbf] : first === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf]
  if (second < low || second > high) return 0
  for (let index = 2; index < length; index += 1) if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const isUtf8 = (label: string): boolean => /^utf-?8$/i.test(label)

const starts = (bytes: Uint8Array, ...begin: readonly number[]): boolean => begin.every((byte, index) => bytes[index] === byte)

/** UTF-16 without a mark: every other byte of Latin text is zero. */
function zeroBytes(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4096)
  let [even, odd] = [0, 0]
  sample.forEach((byte, index) => {
    if (byte !== 0) return
    if (index % 2 === 0) even += 1
    else odd += 1
  })
  const pairs = sample.length / 2
  if (odd > pairs * 0.7 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.7 && odd < pairs * 0.05) return 'utf-16be'
  return undefined
}

const zeros = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0)

/** The encoding that an XML declaration or an HTML head names. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = windows1252(bytes.subarray(0, 4096))
  const xml = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]
  return xml ?? /<meta[^>]*?\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1]
}

const signatures: readonly (readonly [name: string, ...begin: number[]])[] = [
  ['a ZIP archive', 0x50, 0x4b, 3, 4],
  ['a gzip archive', 0x1f, 0x8b],
  ['a bzip2 archive', 0x42, 0x5a, 0x68],
  ['a 7-Zip archive', 0x37, 0x7a, 0xbc, 0xaf],
  ['a RAR archive', 0x52, 0x61, 0x72, 0x21],
  ['an xz archive', 0xfd, 0x37, 0x7a, 0x58],
  ['a PDF', 0x25, 0x50, 0x44, 0x46],
  ['a picture', 0x89, 0x50, 0x4e, 0x47],
  ['a picture', 0xff, 0xd8, 0xff],
  ['a picture', 0x47, 0x49, 0x46, 0x38],
  ['a database', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
]

function knownBinary(bytes: Uint8Array): NotText | undefined {
  const name = signatures.find(([, ...begin]) => starts(bytes, ...begin))?.[0]
  if (!name) return undefined
  const hint = name.endsWith('archive') ? 'unpack it, and import what is in it' : 'export your posts as a WordPress, RSS, Atom, HTML or text file'
  return { problem: `the file is ${name}, not text`, hint }
}

const controls = /[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const misread = /[\u0080-\u009f]/g

/** Without what no text has: control characters, halves of characters, marks of no width. Line ends become `\n`. */
export function withoutControls(text: string, mend: Mend): string {
  let clean = text.replace(/\r\n?|[\u000b\u000c\u2028\u2029]/g, '\n').replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
  const found = clean.match(controls)
  if (found) {
    mend(`${found.length} control ${found.length === 1 ? 'character was' : 'characters were'} removed`, lineOf(clean, clean.search(controls)))
    clean = clean.replace(controls, '')
  }
  // A C1 control in text is a byte of Windows-1252 that somebody took for ISO-8859-1.
  const signs = clean.replace(misread, (character) => windows1252(Uint8Array.of(byteOf(character) ?? 0x3f)))
  if (signs !== clean) mend('characters of Windows-1252 that had been read as control characters were put right', lineOf(clean, clean.search(misread)))
  return signs
}

function composed(text: string, mend: Mend): string {
  const whole = text.normalize('NFC')
  if (whole !== text) mend('accents that stood apart from their letters were put together', lineOf(text, text.search(/\p{M}/u)))
  return whole
}

/** The line of a position in a text, from 1. */
export function lineOf(text: string, position: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line += 1
  return line
}
