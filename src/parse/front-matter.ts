/** A Markdown file cut in its two parts, each with the line of the file it begins on. */
export interface Parts {
  readonly matter?: { readonly text: string; readonly line: number; readonly closed: boolean }
  readonly body: { readonly text: string; readonly line: number }
}

/** Cuts a file into front matter (between two lines of `---` at its top) and body. */
export function splitFrontMatter(text: string): Parts {
  const lines = text.split('\n')
  if (!/^---\s*$/.test(lines[0] ?? '')) return { body: { text, line: 1 } }
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line))
  if (end < 0) return { matter: { text: lines.slice(1).join('\n'), line: 2, closed: false }, body: { text: '', line: lines.length } }
  return {
    matter: { text: lines.slice(1, end).join('\n'), line: 2, closed: true },
    body: { text: lines.slice(end + 1).join('\n'), line: end + 2 },
  }
}
