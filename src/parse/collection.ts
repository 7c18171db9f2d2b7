import * as v from 'valibot'
import type { Collection } from '../model/collection.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Source } from '../model/source.ts'
import { keys, validate } from './validate.ts'
import { text } from './values.ts'
import { parseYaml } from './yaml.ts'

const oneTitle = v.pipe(text, v.transform((title): Collection['title'] => ({ sv: title, en: title })))
const titleByLanguage = v.pipe(
  keys({ sv: v.optional(text), en: v.optional(text) }),
  v.transform(({ sv, en }): Collection['title'] => ({ ...(sv ? { sv } : {}), ...(en ? { en } : {}) })),
)

/** `content/collection.yaml`: `title`, one for all languages or one for each. */
const collectionSchema = keys({ title: v.lazy((input) => (typeof input === 'object' && input !== null && !Array.isArray(input) ? titleByLanguage : oneTitle)) })

/** Reads what the posts together are called; its problems are returned with it, never thrown. */
export function parseCollection(source: Source): { collection?: Collection; diagnostics: readonly Diagnostic[] } {
  const file = parseYaml(source.text, source.path)
  if (file.diagnostics.length > 0) return { diagnostics: file.diagnostics }
  const { value, diagnostics } = validate(collectionSchema, file)
  return value && !diagnostics.some(({ severity }) => severity === 'error') ? { collection: value, diagnostics } : { diagnostics }
}
