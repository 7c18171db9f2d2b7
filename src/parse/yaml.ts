import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import { diagnostic, type Diagnostic, type Place } from '../model/diagnostic.ts'

export type Path = readonly (string | number)[]

/** A YAML text with the means to say where each of its values stands. */
export interface YamlFile {
  readonly value: unknown
  readonly diagnostics: readonly Diagnostic[]
  /** Place of a value, or of the nearest one that exists above it. */
  readonly placeOf: (path: Path) => Place
  /** Place of a key in a map. */
  readonly placeOfKey: (path: Path) => Place
}

/** Parses YAML 1.2, all scalars as text; `firstLine` is the line of the file its text begins on. */
export function parseYaml(text: string, path: string, firstLine = 1): YamlFile {
  const lines = new LineCounter()
  // The failsafe schema keeps every scalar as the characters that stand there: a title "007" or "ja" stays so.
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, text.length))
    return { path, line: line + firstLine - 1, column: Math.max(col, 1) }
  }
  // After one mistake the parser stumbles over everything that follows: only the first is worth reading.
  const firstMistake = document.errors.findIndex(({ code }) => code !== 'DUPLICATE_KEY')
  const diagnostics = document.errors.slice(0, firstMistake < 0 ? undefined : firstMistake + 1).map((error) =>
    diagnostic(
      error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'bad-yaml',
      at(error.pos[0]),
      error.code === 'DUPLICATE_KEY' ? 'the same key stands twice' : `the YAML cannot be read: ${lowerFirst(error.message)}`,
      error.code === 'DUPLICATE_KEY' ? 'keep one of them' : yamlHint(error.code),
    ),
  )
  const value: unknown = diagnostics.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 })
  return {
    value,
    diagnostics,
    placeOf: (keys) => at(offsetOf(document, keys)),
    placeOfKey: (keys) => at(keyOffsetOf(document, keys)),
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

function yamlHint(code: string): string {
  const quotes = 'put text that contains ": ", " #", "{" or "}" in "quotation marks"'
  return code === 'TAB_AS_INDENT' ? 'indent with spaces, not tabs' : quotes
}

function offsetOf(document: Document, keys: Path): number {
  for (let length = keys.length; length > 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}

function keyOffsetOf(document: Document, keys: Path): number {
  const map = keys.length > 1 ? document.getIn(keys.slice(0, -1), true) : document.contents
  const key = keys.at(-1)
  if (isMap(map)) {
    const pair = map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key)
    if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0]
  }
  return offsetOf(document, keys)
}
