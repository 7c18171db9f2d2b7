import { byteOf } from './windows-1252.ts'

/** What UTF-8 looks like when it was read as Windows-1252: a lead byte and what follows it, as letters. */
const suspicious = /[ÂÃÄÅâãåðÐ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u

/** Letters of Swedish and its neighbours; a text that has them is already right. */
const right = /[åäöÅÄÖéÉæøÆØüÜ]/

export interface Undone {
  readonly text: string
  /** Where the first of it stood in the text as it was. */
  readonly first: number
}

/**
 * Undoes double encoding (UTF-8 read as Windows-1252 and written as UTF-8 again), up to twice.
 * Only where it is certain: every character outside ASCII takes part and can be turned back, the result has Swedish
 * letters or typographic signs, and the text has none that are right already. All else is left alone.
 */
export function repairDoubleEncoding(text: string): Undone | undefined {
  const first = text.search(suspicious)
  if (first < 0) return undefined
  const once = turnBack(text)
  if (once === undefined) return undefined
  return { text: turnBack(once) ?? once, first }
}

function turnBack(text: string): string | undefined {
  if (!suspicious.test(text)) return undefined
  const runs = text.match(/[^\u0000-\u007f]+/g) ?? []
  const decoded = new Map<string, string>()
  for (const run of new Set(runs)) {
    const back = decodeRun(run)
    if (back === undefined) return undefined
    decoded.set(run, back)
  }
  const result = text.replace(/[^\u0000-\u007f]+/g, (run) => decoded.get(run) ?? run)
  return right.test(result) || /[–—’”“…]/.test(result) ? result : undefined
}

function decodeRun(run: string): string | undefined {
  const bytes = [...run].map(byteOf)
  if (bytes.some((byte) => byte === undefined)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes as number[]))
  } catch {
    return undefined
  }
}
