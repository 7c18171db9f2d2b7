import { toJsonSchema } from '@valibot/to-json-schema'
import { exerciseSchema } from '../parse/exercise.ts'
import type { ExerciseGuide } from './read-guide.ts'

/** A JSON Schema, or a part of one. */
export interface Schema {
  [key: string]: unknown
  type?: string | string[]
  properties?: Record<string, Schema>
  items?: Schema
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
  default?: unknown
}

/** What the values of `src/parse/values.ts` say of themselves to editors, until it is put in place. */
const note = 'json'

/**
 * The schema of exercise files for editors (JSON Schema, draft 7), made of the one that checks them, with what the guide
 * says of each key. Where we read every scalar as text, an editor reads numbers and truth values.
 */
export function exerciseJsonSchema({ keys }: ExerciseGuide): Schema {
  const made = toJsonSchema(exerciseSchema, { typeMode: 'input', errorMode: 'ignore' }) as Schema
  const { $schema: _own, ...schema } = described(plain(made), '', keys)
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: 'An exercise of Säljverkstad', ...schema }
}

/** Puts what a value is for editors in the place of what it is for us. */
function plain(schema: Schema): Schema {
  const { [note]: forEditors, ...rest } = schema
  const own = forEditors === undefined ? rest : editorType(rest, forEditors as Schema)
  return mapped(own, plain)
}

function editorType(own: Schema, forEditors: Schema): Schema {
  if (Array.isArray(forEditors.type)) return { ...own, ...forEditors }
  // A number's pattern and the words of a truth value are ours alone.
  const { default: value } = own
  return { ...forEditors, ...(typeof value === 'string' ? { default: JSON.parse(value) as unknown } : {}) }
}

function mapped(schema: Schema, change: (inner: Schema, key?: string) => Schema): Schema {
  const { properties, items, additionalProperties, anyOf, oneOf } = schema
  return {
    ...schema,
    ...(properties ? { properties: Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, change(one, key)])) } : {}),
    ...(items ? { items: change(items) } : {}),
    ...(typeof additionalProperties === 'object' ? { additionalProperties: change(additionalProperties) } : {}),
    ...(anyOf ? { anyOf: anyOf.map((one) => change(one)) } : {}),
    ...(oneOf ? { oneOf: oneOf.map((one) => change(one)) } : {}),
  }
}

/** Adds the guide's words to every key, by its path. */
function described(schema: Schema, path: string, keys: ReadonlyMap<string, string>): Schema {
  return mapped(schema, (inner, key) => {
    if (key === undefined) {
      const kind = inner.properties?.['kind']?.['const']
      return described(inner, typeof kind === 'string' ? `${path}.${kind}` : path, keys)
    }
    const own = path === '' ? key : `${path}.${key}`
    const about = keys.get(own) ?? (own.startsWith('worksheet.') ? keys.get(`worksheet.${key}`) : undefined)
    return { ...(about === undefined ? {} : { description: asText(about) }), ...described(inner, own, keys) }
  })
}

/** Markdown's marks of code mean nothing to an editor. */
const asText = (markdown: string): string => markdown.replaceAll('`', '')
