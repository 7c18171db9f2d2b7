import { deflateSync } from 'node:zlib'
import { PDFName, PDFNumber, PDFObject } from 'pdf-lib'

/** What an object can be written from. Strings are names, as in pdf-lib's `context.obj`; texts are `textString`s. */
export type Literal = string | number | boolean | null | PDFObject | readonly Literal[] | { readonly [key: string]: Literal | undefined }

/**
 * An object as it stands in a file (ISO 32000-1, 7.3). A sheet has a thousand of them: as pdf-lib's own, which can be
 * read and changed again, making them and turning them into text takes several times as long.
 */
export class Written extends PDFObject {
  readonly #text: string

  constructor(text: string) {
    super()
    this.#text = text
  }

  override toString(): string {
    return this.#text
  }
}

/** A stream as it stands in a file (7.3.8). */
export class WrittenStream extends PDFObject {
  readonly dictionary: string
  readonly contents: Uint8Array

  constructor(entries: Entries, contents: Uint8Array) {
    super()
    this.dictionary = textOf({ ...entries, Length: contents.length })
    this.contents = contents
  }
}

export type Entries = Readonly<Record<string, Literal | undefined>>

/** An object from what it holds; entries that are undefined are left out. */
export const object = (literal: Literal): Written => new Written(textOf(literal))

/** A dictionary of what several hold, each key in one of them. */
export function dictionary(...parts: readonly Entries[]): Written {
  const out = ['<<']
  for (const entries of parts) writeEntries(entries, out)
  out.push('>>')
  return new Written(out.join(''))
}

/** A stream of bytes as they are; one of operators has one character a byte. */
export const stream = (entries: Entries, contents: Uint8Array | string): WrittenStream => new WrittenStream(entries, bytesOf(contents))

/** Half the time of what is usual, for a few hundredths more bytes: streams are small, and so may be the memory for each. */
const quick = { level: 3, windowBits: 13, memLevel: 6 }

/** The same, compressed. */
export const compressed = (entries: Entries, contents: Uint8Array | string): WrittenStream => deflated(entries, deflateSync(bytesOf(contents), quick))

/** A stream of what is compressed already. */
export const deflated = (entries: Entries, contents: Uint8Array): WrittenStream => new WrittenStream({ ...entries, Filter: 'FlateDecode' }, contents)

const bytesOf = (contents: Uint8Array | string): Uint8Array => (typeof contents === 'string' ? Buffer.from(contents, 'latin1') : contents)

/** Its pieces are joined at once: a text that grows bit by bit would keep every bit in memory. */
function textOf(literal: Literal): string {
  const out: string[] = []
  write(literal, out)
  return out.join('')
}

function write(literal: Literal, out: string[]): void {
  if (typeof literal === 'string') out.push(nameOf(literal))
  else if (typeof literal === 'number') out.push(numberOf(literal))
  else if (typeof literal === 'boolean' || literal === null) out.push(String(literal))
  else if (literal instanceof PDFObject) out.push(literal.toString())
  else if (isList(literal)) {
    out.push('[')
    literal.forEach((one, index) => {
      if (index > 0) out.push(' ')
      write(one, out)
    })
    out.push(']')
  } else {
    out.push('<<')
    writeEntries(literal, out)
    out.push('>>')
  }
}

const isList = (literal: readonly Literal[] | Entries): literal is readonly Literal[] => Array.isArray(literal)

function writeEntries(entries: Entries, out: string[]): void {
  for (const key of Object.keys(entries)) {
    const value = entries[key]
    if (value === undefined) continue
    out.push(keyOf(key))
    write(value, out)
  }
}

const names = new Map<string, string>()

function nameOf(name: string): string {
  const known = names.get(name)
  if (known !== undefined) return known
  if (!/^[\w.+-]+$/.test(name)) return PDFName.of(name).toString()
  const made = `/${name}`
  names.set(name, made)
  return made
}

const keys = new Map<string, string>()

/** A name with the space that parts it from its value. */
function keyOf(name: string): string {
  const known = keys.get(name)
  if (known !== undefined) return known
  const made = `${nameOf(name)} `
  if (names.has(name)) keys.set(name, made)
  return made
}

function numberOf(value: number): string {
  const text = String(value)
  // PDF has no exponents (7.3.3).
  return text.includes('e') ? PDFNumber.of(value).toString() : text
}
