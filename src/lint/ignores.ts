import { codes, diagnostic, type Code, type Diagnostic } from '../model/diagnostic.ts'
import type { Source } from '../model/source.ts'
import { suggestionHint } from '../model/suggest.ts'
import { splitFrontMatter } from '../parse/front-matter.ts'

/** A file's wish not to hear of something, with its reason. */
interface Ignore {
  readonly code: Code
  readonly line: number
  readonly column: number
}

const pattern = /^(\s*#\s*check:\s*)ignore\b\s*([\w-]*)\s*(?:[–—:-]+\s*)?(.*)$/i

/**
 * Leaves out what a file asks to be left out, in a comment of its front matter or YAML:
 * `# check: ignore email-in-print – the address is on my card as well`. Only warnings can be ignored, only with a
 * reason, and only as long as there is something to ignore.
 */
export function applyIgnores(source: Source, found: readonly Diagnostic[]): Diagnostic[] {
  const { ignores, diagnostics } = read(source)
  const wanted = new Set(ignores.map(({ code }) => code))
  const kept = found.filter(({ code, path }) => path !== source.path || !wanted.has(code))
  const needless = ignores.filter(({ code }) => !found.some((one) => one.code === code && one.path === source.path))
  return [
    ...kept,
    ...diagnostics,
    ...needless.map(({ code, ...place }) =>
      diagnostic('needless-ignore', { path: source.path, ...place }, `there is no ${code} in this file any more`, 'remove the comment'),
    ),
  ]
}

/** True when a file asks for a code to be ignored. */
export const ignores = (source: Source, code: Code): boolean => read(source).ignores.some((one) => one.code === code)

function read(source: Source): { ignores: Ignore[]; diagnostics: Diagnostic[] } {
  const { matter } = splitFrontMatter(source.text)
  const isPost = source.path.endsWith('.md')
  const [text, first] = isPost ? [matter?.text ?? '', matter?.line ?? 1] : [source.text, 1]
  const found: Ignore[] = []
  const diagnostics: Diagnostic[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const match = pattern.exec(line)
    if (!match) continue
    const [, lead = '', code = '', reason = ''] = match
    const place = { path: source.path, line: index + first, column: lead.length + 1 }
    if (!(code in codes)) diagnostics.push(diagnostic('bad-ignore', place, `there is no code "${code}" to ignore`, suggestionHint(code, Object.keys(codes))))
    else if (codes[code as Code] === 'error')
      diagnostics.push(
        diagnostic('bad-ignore', place, `${code} is an error, and cannot be ignored`, 'mend it; nothing is built of this file as long as it stands'),
      )
    else if (!/\p{L}{2,}/u.test(reason))
      diagnostics.push(diagnostic('bad-ignore', place, `it does not say why ${code} is to be ignored`, `add the reason: # check: ignore ${code} – because …`))
    else found.push({ code: code as Code, line: place.line, column: place.column })
  }
  return { ignores: found, diagnostics }
}
