import type { Schema } from './exercise-schema.ts'
import { pathIn } from './read-guide.ts'

/** The guide with the last column of its tables as the schema has it: which values a key may have, and what it is without one. */
export function withValues(markdown: string, schema: Schema): string {
  const values = valuesOf(schema)
  let chapter = ''
  let part = ''
  const lines = markdown.split('\n').map((line) => {
    const heading = /^(##+) (?:`([^`]+)`|(.*))$/.exec(line)
    if (heading) {
      if (heading[1] === '##') chapter = heading[3] ?? ''
      part = heading[1] === '##' ? '' : (heading[2] ?? '')
      return line
    }
    const row = /^\| `([^`]+)` \| (.+?) \| [^|]*\|$/.exec(line)
    if (!row) return line
    const [, key = '', about = ''] = row
    const path = chapter === 'Every block' ? pathIn('The kinds', 'lines', key) : pathIn(chapter, part, key)
    return `| \`${key}\` | ${about} | ${values.get(path) ?? ''} |`
  })
  return lines.join('\n')
}

/** For each key, by its path, the values it may have in words. */
function valuesOf(schema: Schema): Map<string, string> {
  const found = new Map<string, string>()
  const visit = (part: Schema, path: string): void => {
    const required = Array.isArray(part['required']) ? (part['required'] as string[]) : []
    for (const [key, one] of Object.entries(part.properties ?? {})) {
      const own = path === '' ? key : `${path}.${key}`
      found.set(own, inWords(one, required.includes(key)))
      visit(one, own)
    }
    for (const one of [part.items, ...(part.anyOf ?? [])]) if (one) visit(one, path)
    for (const one of part.oneOf ?? []) visit(one, `${path}.${String(one.properties?.['kind']?.['const'])}`)
  }
  visit(schema, '')
  return found
}

function inWords(schema: Schema, isNeeded: boolean): string {
  const { default: otherwise } = schema
  const parts = [rangeOf(schema)]
  if (isNeeded) parts.push('needed')
  else if (typeof otherwise === 'number' || typeof otherwise === 'string') parts.push(`else ${otherwise}`)
  return parts.filter((part) => part !== '').join('; ')
}

function rangeOf(schema: Schema): string {
  const { type, anyOf, minimum, maximum, minItems, maxItems, maxLength } = schema as Schema & Record<'minimum' | 'maximum' | 'minItems' | 'maxItems' | 'maxLength', number | undefined>
  if (Array.isArray(schema['enum'])) return (schema['enum'] as string[]).map((one) => `\`${one}\``).join(', ')
  if (anyOf) return anyOf.map(rangeOf).filter((one) => one !== '').join(', or ')
  if (type === 'boolean') return '`true` or `false`'
  if (type === 'number' || type === 'integer') return minimum === undefined || maximum === undefined ? '' : `${minimum} to ${maximum}`
  if (type === 'array') {
    if (minItems !== undefined && minItems === maxItems) return `${minItems} of them`
    if (maxItems !== undefined) return `${minItems ?? 0} to ${maxItems} of them`
    return ''
  }
  return maxLength === undefined ? '' : `at most ${maxLength} signs`
}
