import * as v from 'valibot'
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts'
import type { Source } from '../model/source.ts'
import type { Workshop } from '../model/workshop.ts'
import { keys, placesOf, validate } from './validate.ts'
import { clockTime, date, integer, minutes, number, text } from './values.ts'
import { parseYaml } from './yaml.ts'

export interface ParsedWorkshop {
  readonly id: string
  /** Absent when the workshop has an error. */
  readonly workshop?: Workshop
  readonly diagnostics: readonly Diagnostic[]
}

/** More people than this are no workshop. */
const mostParticipants = 500
const mostSections = 20
const mostBreaks = 6

const zone = v.pipe(text, v.check(isZone, 'is not a time zone; write it as Europe/Stockholm'))

const participants = v.union(
  [
    v.pipe(integer(1, mostParticipants), v.transform((count) => ({ count }))),
    v.pipe(text, v.regex(/\.csv$/i), v.transform((file) => ({ file }))),
  ],
  `should be a number from 1 to ${mostParticipants}, or the name of a list such as deltagare.csv`,
)

const bareSection = v.pipe(text, v.transform((post) => ({ post, with: {} })))

const fullSection = keys({
  post: text,
  title: v.optional(text),
  minutes: v.optional(minutes),
  variant: v.optional(text),
  with: v.optional(v.record(v.string(), text), {}),
  at: v.optional(clockTime),
})

/** Chosen by what stands there, so that a mistake inside is reported as what it is. */
const section = v.lazy((input) => (typeof input === 'string' ? bareSection : fullSection))

const pause = keys({
  title: v.optional(text),
  minutes: v.optional(number(5, 240), '15'),
  at: v.optional(clockTime),
  after: v.optional(text),
})

const listedBreaks = v.pipe(v.array(pause), v.maxLength(mostBreaks, `should be at most ${mostBreaks} breaks`))
const namedBreaks = v.pipe(
  v.picklist(['auto', 'none'], 'should be auto, none or a list, each break after "- "'),
  v.transform((name) => (name === 'auto' ? ('auto' as const) : [])),
)
const breaks = v.lazy((input) => (Array.isArray(input) ? listedBreaks : namedBreaks))

/** A workshop file; `npm run new -- --workshop` writes one with every key explained. */
export const workshopSchema = keys({
  title: text,
  client: v.optional(text),
  trainer: v.optional(text),
  date,
  place: v.optional(text),
  start: clockTime,
  end: clockTime,
  zone: v.optional(zone, 'Europe/Stockholm'),
  lang: v.optional(v.picklist(['sv', 'en'], 'should be sv or en'), 'sv'),
  paper: v.optional(v.picklist(['A4', 'Letter'], 'should be A4 or Letter'), 'A4'),
  logo: v.optional(text),
  participants: v.optional(participants),
  opening: v.optional(number(0, 120), '10'),
  closing: v.optional(number(0, 120), '10'),
  sections: v.pipe(
    v.array(section, 'should be a list of posts, each after "- "'),
    v.minLength(1, 'is empty'),
    v.maxLength(mostSections, `should be at most ${mostSections} posts`),
  ),
  breaks: v.optional(breaks, 'auto'),
  pastDates: v.optional(v.picklist(['keep', 'move'], 'should be keep or move'), 'keep'),
})

/** Reads one workshop; its problems are returned with it, never thrown. */
export function parseWorkshop(source: Source): ParsedWorkshop {
  const id = workshopId(source.path)
  const file = parseYaml(source.text, source.path)
  if (file.diagnostics.length > 0) return { id, diagnostics: file.diagnostics }
  const { value, diagnostics } = validate(workshopSchema, file)
  if (!value) return { id, diagnostics }
  const workshop = { ...value, id, path: source.path, places: placesOf(value, file, source.path) } as Workshop
  const found = [...diagnostics, ...checkName(id, source.path), ...checkTwice(workshop)]
  return { id, diagnostics: found, ...(found.some(({ severity }) => severity === 'error') ? {} : { workshop }) }
}

/** The id of a workshop is the name of its file. */
export const workshopId = (path: string): string => path.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '')

function checkName(id: string, path: string): Diagnostic[] {
  if (/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.test(id)) return []
  return [diagnostic('bad-file-name', { path, line: 1, column: 1 }, `"${id}" cannot be the name of a workshop`, 'use letters, digits and single hyphens, as saljdag-varen.yaml')]
}

/** A sheet stands in the workbook once, so a post can be there once. */
function checkTwice({ sections, places, path }: Workshop): Diagnostic[] {
  return sections.flatMap(({ post }, index) => {
    const first = sections.findIndex((other) => other.post === post)
    if (first === index) return []
    const place = places[`sections.${index}.post`] ?? places[`sections.${index}`] ?? { path, line: 1, column: 1 }
    return [diagnostic('duplicate-key', place, `the post "${post}" is section ${first + 1} already`, 'take one of them out')]
  })
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
