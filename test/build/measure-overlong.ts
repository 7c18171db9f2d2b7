import { deflateSync } from 'node:zlib'
import path from 'node:path'
import { deckOf } from '../../src/build/deck-of.ts'
import { planPost, type PlannedPost } from '../../src/build/planned.ts'
import { openTools } from '../../src/build/tools.ts'
import type { Found } from '../../src/export/deck/index.ts'
import type { Diagnostic, Place } from '../../src/model/diagnostic.ts'
import type { Fonts } from '../../src/model/font.ts'
import { parseExercise } from '../../src/parse/exercise.ts'
import { parsePost } from '../../src/parse/post.ts'
import type { Overlong } from './overflow-corpus.ts'

export interface MeasuredOverlong {
  readonly name: string
  readonly post: PlannedPost
  readonly slides: number
  readonly overflows: Found['overflows']
  readonly diagnostics: readonly Diagnostic[]
  /** Keys that should have been reported where they stand, and were not. */
  readonly missing: readonly string[]
}

/** Plans each case as a post and measures its slides in the browser. */
export async function measureOverlong(cases: readonly Overlong[]): Promise<MeasuredOverlong[]> {
  const tools = openTools()
  try {
    const { metrics } = await tools.fonts()
    const planned = cases.map((one, index) => plan(one, index, metrics))
    const printer = await tools.printer(() => undefined)
    const decks = planned.map(({ post }) => deckOf(post))
    const found: MeasuredOverlong[] = []
    for (const [index, { overflows }] of (await Promise.all(decks.map((deck) => printer.measure(deck)))).entries()) {
      const { post, places } = planned[index]!
      const { name, reported = [] } = cases[index]!
      const told = (key: string): boolean => post.diagnostics.some(({ code, path, line, column }) => code === 'too-long' && same({ path, line, column }, places[key]))
      found.push({ name, post, slides: post.section.slides.length, overflows, diagnostics: post.diagnostics, missing: reported.filter((key) => !told(key)) })
    }
    return found
  } finally {
    await tools.close()
  }
}

const same = (a: Place, b: Place | undefined): boolean => b !== undefined && a.path === b.path && a.line === b.line && a.column === b.column

/** JSON is YAML, so a case needs no quoting of its own. */
function plan({ name, post = {}, body = 'Text.', exercise }: Overlong, index: number, fonts: Fonts): { post: PlannedPost; places: Readonly<Record<string, Place>> } {
  const keys = { title: `Fall ${index + 1}`, ...post }
  const matter = Object.entries(keys).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')
  const parsed = parsePost({ path: path.posix.join('posts', `fall-${index + 1}.md`), text: `---\n${matter}---\n${body}\n` })
  const method = exercise && parseExercise({ path: 'exercises/fall.yaml', text: Object.entries(exercise).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('') }).exercise
  if (!parsed.post || (exercise && !method)) throw new Error(`The case "${name}" does not parse`)
  const images = { 'tall.png': png(40, 4000), 'wide.png': png(4000, 40) }
  const ready = { post: parsed.post, images, ...(method ? { exercise: method } : {}) }
  return { post: planPost(ready, fonts), places: { ...method?.places, ...parsed.post.places } }
}

/** A grey picture of a size, as a data URI (PNG, ISO/IEC 15948). */
function png(width: number, height: number): string {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const pixels = deflateSync(Buffer.alloc(height * (width + 1), 128).map((byte, at) => (at % (width + 1) === 0 ? 0 : byte)))
  const bytes = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
  return `data:image/png;base64,${bytes.toString('base64')}`
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, check])
}

/** The checksum of a chunk (ISO/IEC 15948, annex D). */
function crc(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}
