import { diagnostic, fileStart, type Diagnostic } from '../model/diagnostic.ts'
import type { Source } from '../model/source.ts'

/** Characters that are never painted, and so need no glyph. */
const unpainted = /[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufe00-\ufe0f\ufeff]/u

/**
 * Finds the characters in a parsed value that no shipped font has, and says where they stand in the source.
 * What only stands in a comment is not looked for.
 */
export function checkCharacters(value: unknown, source: Source, coverage: ReadonlySet<number>): Diagnostic[] {
  const missing = new Set<string>()
  collect(value, coverage, missing)
  if (missing.size === 0) return []
  const found = [...places(source, missing)]
  const report = (character: string, place: { line: number; column: number }): Diagnostic =>
    diagnostic(
      'unknown-character',
      { path: source.path, ...place },
      `no font of the toolkit has the character ${character} (${codeName(character)})`,
      'write it in words, or remove it',
    )
  const reported = new Set(found.map(({ character }) => character))
  // A character written as an entity (&#128512;) does not stand in the source as itself.
  const hidden = [...missing].filter((character) => !reported.has(character)).map((character) => report(character, fileStart(source.path)))
  return [...found.map(({ character, ...place }) => report(character, place)), ...hidden]
}

function collect(value: unknown, coverage: ReadonlySet<number>, missing: Set<string>): void {
  if (typeof value === 'string') {
    for (const character of value) {
      if (!coverage.has(character.codePointAt(0) ?? 0) && !unpainted.test(character)) missing.add(character)
    }
  } else if (Array.isArray(value)) value.forEach((item) => collect(item, coverage, missing))
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) if (key !== 'places' && key !== 'path') collect(item, coverage, missing)
  }
}

function* places({ text }: Source, missing: ReadonlySet<string>): Generator<{ character: string; line: number; column: number }> {
  for (const [index, line] of text.split('\n').entries()) {
    let column = 1
    for (const character of line) {
      if (missing.has(character)) yield { character, line: index + 1, column }
      column += character.length
    }
  }
}

const codeName = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
