import type { Finding, LintFile } from '../file.ts'

/** Two spaces where one belongs, and a space in front of the mark that ends a sentence, or on both sides of a quotation mark. */
export function* spaces({ runs }: LintFile): Generator<Finding> {
  for (const run of runs) {
    for (const match of run.raw.matchAll(/(?<=\S)(?:[ \u00a0]{2,})(?=[^\s])/g)) {
      const at = run.from + match.index
      yield {
        code: 'double-space',
        at,
        message: 'there are two spaces or more between two words',
        hint: 'one is enough',
        edit: { from: at, to: at + match[0].length, text: ' ' },
      }
    }
    for (const match of run.raw.matchAll(/(?<=^|[\s;:(])[”“„"][ \u00a0](?=[\p{L}\p{N}])/gu)) {
      yield {
        code: 'double-space',
        at: run.from + match.index,
        message: 'there are spaces on both sides of a quotation mark',
        hint: 'put it right before the first word that is quoted, or right after the last',
      }
    }
    for (const match of run.raw.matchAll(/(?<=\p{L})[ \u00a0]+(?=[.,!?](?:\s|$))/gu)) {
      const at = run.from + match.index
      yield {
        code: 'double-space',
        at,
        message: 'there is a space in front of the mark',
        hint: 'put the mark right after the word',
        edit: { from: at, to: at + match[0].length, text: '' },
      }
    }
  }
}
