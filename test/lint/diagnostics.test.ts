import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { applyIgnores } from '../../src/lint/ignores.ts'
import { lint } from '../../src/lint/lint.ts'
import { codes, type Code } from '../../src/model/diagnostic.ts'
import { parseExercise } from '../../src/parse/exercise.ts'
import { parsePost } from '../../src/parse/post.ts'
import { importing } from '../import/kit.ts'

/** The page's entries: a heading with code and severity, and an example under it. */
const entries = [...readFileSync('docs/diagnostics.md', 'utf8').matchAll(/^### `([\w-]+)` – (error|warning)([^\n]*)\n([^]*?)(?=^##|(?![^]))/gm)].map(
  ([, code = '', severity = '', mended = '', text = '']) => ({ code, severity, mended, text, example: /```(\w+)(?: (\w+))?\n([^]*?)```/.exec(text) }),
)

describe('the list of everything that can be reported', () => {
  it('has every code once, with its severity', () => {
    expect(entries.map(({ code }) => code).sort()).toEqual(Object.keys(codes).sort())
    for (const { code, severity } of entries) expect(`${code} ${severity}`).toBe(`${code} ${codes[code as Code]}`)
  })

  it('explains each in a sentence, with an example', () => {
    for (const { code, text, example } of entries) {
      expect(text.split('```')[0]?.trim().length, code).toBeGreaterThan(20)
      expect(example, code).not.toBeNull()
      if (!example?.[2]) expect(example?.[3], code).toContain(`[${code}]`)
    }
  })

  it.each(entries.filter(({ example }) => example?.[2]).map(({ code, example }) => [code, example?.[2] ?? '', example?.[3] ?? ''] as const))(
    'has an example that shows %s',
    (code, kind, text) => {
      expect(found(kind, text)).toContain(code)
    },
  )

  it('marks what can be mended', () => {
    const mendable = entries
      .filter(
        ({ code, example }) =>
          example?.[2] && lint({ path: 'posts/a.md', text: example[3] ?? '' }, 'post').some(({ diagnostic, edit }) => diagnostic.code === code && edit),
      )
      .map(({ code }) => code)
    expect(entries.filter(({ mended }) => mended.includes('mended')).map(({ code }) => code)).toEqual(mendable)
  })
})

function found(kind: string, text: string): string[] {
  if (kind === 'import') return importing(text.trimEnd()).diagnostics.map(({ code }) => code)
  const source = { path: kind === 'post' ? 'posts/a.md' : 'exercises/a.yaml', text }
  const parsed = kind === 'post' ? parsePost(source) : parseExercise(source)
  const read = lint(source, kind === 'post' ? 'post' : 'exercise').map(({ diagnostic }) => diagnostic)
  return applyIgnores(source, [...parsed.diagnostics, ...read]).map(({ code }) => code)
}
