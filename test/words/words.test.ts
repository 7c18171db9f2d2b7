import { expect, it } from 'vitest'
import { en } from '../../src/words/en.ts'
import { sv } from '../../src/words/sv.ts'

/** Every word with its path; a function is called with numbers, its texts are what it says. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const said = [1, 2].flatMap((count): unknown[] => {
      try {
        return [(value as (...args: unknown[]) => unknown)(...Array.from({ length: value.length }, () => count))]
      } catch {
        return []
      }
    })
    return said.flatMap((one) => (typeof one === 'string' ? [[path, one] as [string, string]] : []))
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`))
}

const paths = (value: object): string[] => [...new Set(texts(value).map(([path]) => path))].sort()

it('has the same words in both languages, none of them empty', () => {
  expect(paths(en)).toEqual(paths(sv))
  expect([...texts(sv), ...texts(en)].filter(([, text]) => text.trim() === '')).toEqual([])
})

it('has no Swedish on an English page', () => {
  expect(texts(en).filter(([, text]) => /[åäöÅÄÖ]/.test(text))).toEqual([])
})
