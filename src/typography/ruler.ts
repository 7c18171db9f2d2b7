import type { FontMetrics } from '../model/font.ts'

/** A character that no shipped font has is measured as wide as this, in thousandths; checks report it elsewhere. */
const unknownAdvance = 600

/** Most letters, in Latin-1 and Latin Extended-A, have a place in tables: looking up each in a dictionary takes several times as long. */
const size = 0x180

interface Tables {
  /** By code point; -1 where there is none. */
  readonly advances: Int16Array
  /** By the code points of the left and the right character. */
  readonly kerning: readonly (Int16Array | undefined)[]
}

const tables = new WeakMap<FontMetrics, Tables>()

function tablesOf(metrics: FontMetrics): Tables {
  const known = tables.get(metrics)
  if (known) return known
  const advances = new Int16Array(size).fill(-1)
  const kerning: (Int16Array | undefined)[] = new Array<Int16Array | undefined>(size).fill(undefined)
  for (let code = 0; code < size; code += 1) advances[code] = metrics.advance[code] ?? -1
  for (const [key, shift] of Object.entries(metrics.kern)) {
    const [left, right] = [Math.floor(Number(key) / 65536), Number(key) % 65536]
    if (left < size && right < size) (kerning[left] ??= new Int16Array(size))[right] = shift
  }
  const made = { advances, kerning }
  tables.set(metrics, made)
  return made
}

/** Widths and kerning of a face, in thousandths of its size. */
export class Ruler {
  readonly #metrics: FontMetrics
  readonly #tables: Tables

  constructor(metrics: FontMetrics) {
    this.#metrics = metrics
    this.#tables = tablesOf(metrics)
  }

  /** How wide a character is. */
  advance(code: number): number {
    const width = code < size ? (this.#tables.advances[code] as number) : (this.#metrics.advance[code] ?? -1)
    return width < 0 ? unknownAdvance : width
  }

  /** How much nearer (below 0) or further apart two characters stand than their widths say. */
  kern(left: number, right: number): number {
    if (left < size && right < size) return this.#tables.kerning[left]?.[right] ?? 0
    return this.#metrics.kern[left * 65536 + right] ?? 0
  }
}
