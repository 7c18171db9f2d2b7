import { createHash } from 'node:crypto'
import { type PDFContext, PDFHexString, type PDFObject, type PDFRef, PDFStream } from 'pdf-lib'
import { compressed, type Literal, WrittenStream } from './objects.ts'

/** An object stream is read as a whole: larger ones compress better, smaller ones let viewers begin sooner. */
const objectsPerStream = 500

/** Bytes of an entry in the cross-reference stream: its type, a place in the file or an object's number, an index. */
const widths = [1, 4, 2] as const

/**
 * A document's objects as a file: streams by themselves, all others in compressed object streams (ISO 32000-1, 7.5.7 and
 * 7.5.8). Its identifier is a hash of them, so that the same objects give the same bytes. Many times faster than pdf-lib's
 * own writer, which compresses in JavaScript and goes through everything twice.
 */
export function serialize(context: PDFContext): Uint8Array {
  const file = new PdfFile(context.largestObjectNumber + 1)
  const packed: [PDFRef, PDFObject][] = []
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof WrittenStream) file.stream(ref.objectNumber, object.dictionary, object.contents)
    else if (object instanceof PDFStream) file.stream(ref.objectNumber, dictionaryOf(object), object.getContents())
    else packed.push([ref, object])
  }
  for (let from = 0; from < packed.length; from += objectsPerStream) file.packed(packed.slice(from, from + objectsPerStream))
  const { Root, Info } = context.trailerInfo
  return file.finish({ Root, Info })
}

function dictionaryOf(stream: PDFStream): string {
  stream.updateDict()
  return stream.dict.toString()
}

class PdfFile {
  #bytes = Buffer.allocUnsafe(1 << 16)
  #length = 0
  /** Of each object its entry; the one of object 0 says that no number is free to be used again. */
  readonly #entries: (readonly [number, number, number])[] = [[0, 0, 0xffff]]
  #next: number

  /** `next` is the first number that no object has. */
  constructor(next: number) {
    this.#next = next
    // A binary line, for programs that tell text from data by a file's beginning (7.5.2).
    this.#write('%PDF-1.7\n%\x81\x81\x81\x81\n')
  }

  stream(number: number, dictionary: string, contents: Uint8Array): void {
    this.#entries[number] = [1, this.#length, 0]
    this.#write(`${number} 0 obj\n${dictionary}\nstream\n`)
    this.#room(contents.length).set(contents, this.#length)
    this.#length += contents.length
    this.#write('\nendstream\nendobj\n')
  }

  /** Writes objects into a stream of their own. */
  packed(objects: readonly (readonly [PDFRef, PDFObject])[]): void {
    const own = this.#next++
    let [places, body] = ['', '']
    objects.forEach(([{ objectNumber }, object], index) => {
      this.#entries[objectNumber] = [2, own, index]
      places += `${objectNumber} ${body.length} `
      body += `${object.toString()}\n`
    })
    this.#add(own, compressed({ Type: 'ObjStm', N: objects.length, First: places.length + 1 }, `${places}\n${body}`))
  }

  /** Ends the file with where its objects are; `trailer` names the two that everything begins with. */
  finish(trailer: Readonly<Record<string, Literal | undefined>>): Uint8Array {
    const [own, start] = [this.#next++, this.#length]
    this.#entries[own] = [1, start, 0]
    const id = PDFHexString.of(createHash('sha256').update(this.#bytes.subarray(0, start)).digest('hex').slice(0, 32))
    this.#add(own, compressed({ Type: 'XRef', Size: this.#next, W: widths, ...trailer, ID: [id, id] }, this.#table()))
    this.#write(`startxref\n${start}\n%%EOF`)
    return new Uint8Array(this.#bytes.subarray(0, this.#length))
  }

  #add(number: number, { dictionary, contents }: WrittenStream): void {
    this.stream(number, dictionary, contents)
  }

  #table(): Buffer {
    const table = Buffer.alloc(this.#next * 7)
    for (let number = 0; number < this.#next; number += 1) {
      const [type, place, index] = this.#entries[number] ?? [0, 0, 0xffff]
      table.writeUInt8(type, number * 7)
      table.writeUInt32BE(place, number * 7 + 1)
      table.writeUInt16BE(index, number * 7 + 5)
    }
    return table
  }

  /** Writes a text, a character a byte. */
  #write(text: string): void {
    this.#length += this.#room(text.length).write(text, this.#length, 'latin1')
  }

  /** The file's bytes, with room for so many more. */
  #room(count: number): Buffer {
    const needed = this.#length + count
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2))
      larger.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = larger
    }
    return this.#bytes
  }
}
