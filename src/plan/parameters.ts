import { diagnostic, type Diagnostic } from '../model/diagnostic.ts'
import type { Exercise } from '../model/exercise.ts'
import type { Post } from '../model/post.ts'
import { suggestionHint } from '../model/suggest.ts'

/** Keys whose values are names, not text for the room. */
const names = new Set(['id', 'path', 'places', 'parameters', 'kind', 'key', 'type', 'mode', 'style', 'per'])

/**
 * An exercise with every `{name}` in its texts replaced by the post's value or the exercise's default.
 * Each text is read once, so a value that itself contains braces stays as it is.
 */
export function fillParameters(exercise: Exercise, post: Post): { exercise: Exercise; diagnostics: Diagnostic[] } {
  const given = post.exercise?.with ?? {}
  const values: Record<string, string> = { ...exercise.parameters, ...given }
  const diagnostics = checkGiven(exercise, post)
  const fill = (text: string, path: string): string =>
    text.replace(/\{([\p{L}_][\p{L}\p{N}_-]*)\}/gu, (whole, name: string) => {
      const value = values[name]
      if (value !== undefined) return value
      const place = exercise.places[path] ?? exercise.places['']
      if (place) {
        diagnostics.push(diagnostic('unknown-parameter', place, `${whole} has no value`, `give it one under "parameters" in this file, or under "with" in the post ${post.slug}`))
      }
      return whole
    })
  const visit = (value: unknown, path: string, key: string): unknown => {
    if (names.has(key)) return value
    if (typeof value === 'string') return fill(value, path)
    if (Array.isArray(value)) return value.map((item, index) => visit(item, `${path}.${index}`, ''))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, visit(item, path ? `${path}.${inner}` : inner, inner)]))
  }
  return { exercise: visit(exercise, '', '') as Exercise, diagnostics }
}

function checkGiven(exercise: Exercise, post: Post): Diagnostic[] {
  const known = Object.keys(exercise.parameters)
  return Object.keys(post.exercise?.with ?? {})
    .filter((name) => !known.includes(name))
    .flatMap((name) => {
      const place = post.places[`exercise.with.${name}`] ?? post.places['']
      return place ? [diagnostic('unused-parameter', place, `the exercise ${exercise.id} has no parameter "${name}"`, suggestionHint(name, known))] : []
    })
}
