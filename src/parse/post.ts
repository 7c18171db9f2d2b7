import * as v from 'valibot'
import { diagnostic, fileStart, type Diagnostic } from '../model/diagnostic.ts'
import type { Post } from '../model/post.ts'
import { sectionKinds } from '../model/slide.ts'
import type { Source } from '../model/source.ts'
import { splitFrontMatter } from './front-matter.ts'
import { parseMarkdown } from './markdown.ts'
import { keys, placesOf, validate } from './validate.ts'
import { date, integer, minutes, text, texts } from './values.ts'
import { parseYaml } from './yaml.ts'

export interface ParsedPost {
  /** What could be read of it; whether it is built depends on the diagnostics. Absent when it has no title or no name. */
  readonly post?: Post
  readonly diagnostics: readonly Diagnostic[]
  readonly images: ReturnType<typeof parseMarkdown>['images']
}

const slug = /^(?:(\d{4}-\d\d-\d\d)-)?([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)$/u

const slideName = new RegExp(`^(?:${sectionKinds.join('|')})(?: +[1-9]\\d?)?$`, 'u')

/** Slides by their kinds, each with a number where only one of several is meant. */
const slides = v.pipe(
  texts,
  v.array(v.pipe(v.string(), v.regex(slideName, `should be a slide: one of ${sectionKinds.join(', ')}, with a number for one of several, as "beats 2"`))),
)

/** The front matter of a post; everything but the title may be missing. */
export const postSchema = keys({
  title: text,
  date: v.optional(date),
  series: v.optional(v.union([keys({ name: text, part: v.optional(integer(1, 9999)) }), v.pipe(text, v.transform((name) => ({ name })))])),
  source: v.optional(keys({ credit: v.optional(text), url: v.optional(text), guid: v.optional(text) })),
  lang: v.optional(v.picklist(['sv', 'en'], 'should be sv or en'), 'sv'),
  idea: v.optional(text),
  story: v.optional(texts),
  quote: v.optional(keys({ text, by: v.optional(text) })),
  questions: v.optional(texts),
  exercise: v.optional(
    v.union([keys({ use: text, with: v.optional(v.record(v.string(), text), {}) }), v.pipe(text, v.transform((use) => ({ use, with: {} })))]),
  ),
  takeaways: v.optional(texts),
  signoff: v.optional(text),
  postscript: v.optional(text),
  minutes: v.optional(minutes),
  illustration: v.optional(text),
  overflow: v.optional(slides),
})

/** Reads one post; its problems are returned with it, never thrown. */
export function parsePost(source: Source): ParsedPost {
  const name = fileName(source.path)
  const parts = splitFrontMatter(source.text)
  const body = parseMarkdown(parts.body.text, source.path, parts.body.line)
  const file = parseYaml(parts.matter?.text ?? '', source.path, parts.matter?.line)
  const diagnostics: Diagnostic[] = [...checkShape(source, name, parts), ...file.diagnostics]
  const checked = file.diagnostics.length === 0 && parts.matter ? validate(postSchema, file) : undefined
  diagnostics.push(...(checked?.diagnostics ?? []), ...body.diagnostics)
  if (body.blocks.length === 0) {
    diagnostics.push(diagnostic('empty-body', { path: source.path, line: parts.body.line, column: 1 }, 'the post has no text below its front matter', 'write the post there; it becomes the speaker notes'))
  }
  const value = checked?.value
  if (!value || !slug.test(name)) return { diagnostics, images: body.images }
  const [, , stem = name] = slug.exec(name) ?? []
  const places = { ...placesOf(value, file, source.path), ...placesInBody(body) }
  const post: Post = { ...defined(value), lang: value.lang, slug: stem, path: source.path, body: body.blocks, places }
  return { post, diagnostics, images: body.images }
}

/** Where the body's pictures and tables stand: `body.images.0`, `body.tables.0`. */
function placesInBody({ images, tables }: ReturnType<typeof parseMarkdown>): Post['places'] {
  return Object.fromEntries([
    ...images.map(({ place }, index) => [`body.images.${index}`, place] as const),
    ...tables.map((place, index) => [`body.tables.${index}`, place] as const),
  ])
}

/** The slug of a file, without its date; for a name that is none, the name. */
export function slugOf(path: string): string {
  const name = fileName(path)
  return slug.exec(name)?.[2] ?? name
}

const fileName = (path: string): string => path.replace(/^.*[\\/]/, '').replace(/\.md$/, '')

function checkShape(source: Source, name: string, parts: ReturnType<typeof splitFrontMatter>): Diagnostic[] {
  const found: Diagnostic[] = []
  if (!slug.test(name)) {
    found.push(diagnostic('bad-file-name', fileStart(source.path), `"${name}" cannot be the name of a post`, 'use letters, digits and single hyphens, as 2011-12-24-julafton.md'))
  }
  if (!parts.matter) {
    found.push(diagnostic('bad-front-matter', fileStart(source.path), 'the post has no front matter, so it has no title', 'begin the file with a line of ---, then "title: …", then a line of ---'))
  } else if (!parts.matter.closed) {
    found.push(diagnostic('bad-front-matter', fileStart(source.path), 'the front matter does not end', 'put a line of --- after its last key'))
  }
  return found
}

/** Without the keys that are absent, so that a missing key is missing and not `undefined`. */
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T
