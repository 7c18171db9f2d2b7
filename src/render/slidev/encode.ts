const unsafeInHtml = /[^A-Za-z0-9 .,?!\u0080-\u{10ffff}]/gu
const unsafeInYaml = /[^\p{L}\p{N} .,;:?!/()&'’”…–]/gu

/**
 * Text as HTML that shows exactly these characters. Every ASCII mark becomes a reference, so that neither Slidev's
 * parser (`---`, `-->`, `[click]`), Markdown nor Vue finds anything to act on in it.
 */
export function htmlText(text: string): string {
  return text.replace(unsafeInHtml, (character) => `&#${character.codePointAt(0)};`)
}

/**
 * Text as a double-quoted YAML scalar. Marks are escaped although YAML would not need it: Slidev ends front matter at
 * the first `---` anywhere in it and looks for `$…$`, `<Tweet` and the like in the raw file.
 */
export function yamlString(text: string): string {
  return `"${text.replace(unsafeInYaml, escapeCharacter)}"`
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0')
