import { dirname, resolve } from 'node:path'
import { findRaw } from '../load/bytes.ts'
import { loadLogo, type LoadedLogo } from '../load/logo.ts'
import { readSources } from '../load/sources.ts'
import { diagnostic, fileStart, type Diagnostic, type Place } from '../model/diagnostic.ts'
import type { Fonts } from '../model/font.ts'
import type { Participant } from '../model/participant.ts'
import { suggestionHint } from '../model/suggest.ts'
import type { Logo, Workshop } from '../model/workshop.ts'
import { checkCharacters } from '../parse/characters.ts'
import { parseLogo } from '../parse/logo.ts'
import { parseWorkshop, workshopId } from '../parse/workshop.ts'
import { wordsFor } from '../words/index.ts'
import { readParticipants } from './participants.ts'
import { shown } from './places.ts'

/** A workshop with all that it refers to besides its posts. */
export interface ReadyWorkshop {
  readonly workshop: Workshop
  readonly logo?: Logo
  /** How many come, counted in their list where there is one. */
  readonly headcount?: number
  /** Who comes, by their list. */
  readonly people?: readonly Participant[]
  /** False when it refers to something that is missing or wrong: then it is only looked at for further problems. */
  readonly isSound: boolean
}

export interface Workshops {
  readonly workshops: readonly ReadyWorkshop[]
  /** Every id there is, those with errors too. */
  readonly ids: readonly string[]
  /** Files they refer to, absolute. */
  readonly others: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads and checks the workshops of a content folder; there may be none. `slugs` are the posts', which no workshop may be called. */
export async function readWorkshops(content: string, slugs: readonly string[], coverage: ReadonlySet<number>, fonts: Fonts): Promise<Workshops> {
  const files = await readSources(resolve(content, 'workshops'), ['.yaml', '.yml'], shown)
  const diagnostics: Diagnostic[] = [...files.diagnostics]
  const workshops: ReadyWorkshop[] = []
  const others: string[] = []
  const ids = files.paths.map(workshopId)
  for (const source of files.sources) {
    const { id, workshop, diagnostics: parsed } = parseWorkshop(source)
    const found = [...parsed, ...checkId(id, source.path, ids, slugs), ...(workshop ? checkCharacters(workshop, source, coverage) : []), ...(workshop ? checkPosts(workshop, slugs) : [])]
    const [logo, list] = workshop ? await Promise.all([readLogo(workshop), readList(workshop, fonts)]) : [{ diagnostics: [] }, { diagnostics: [] }]
    others.push(...(workshop ? filesOf(workshop) : []))
    found.push(...logo.diagnostics, ...list.diagnostics)
    diagnostics.push(...found)
    if (!workshop) continue
    const isSound = !found.some(({ severity }) => severity === 'error')
    workshops.push({ workshop, isSound, ...('logo' in logo && logo.logo ? { logo: logo.logo } : {}), ...('count' in list && list.count !== undefined ? { headcount: list.count } : {}), ...('people' in list && list.people ? { people: list.people } : {}) })
  }
  return { workshops, ids, others, diagnostics }
}

/** A logo and a list of participants, by their paths from the workshop's file. */
function filesOf({ logo, participants, path }: Workshop): string[] {
  const names = [logo, participants && 'file' in participants ? participants.file : undefined]
  return names.flatMap((name) => (name === undefined ? [] : [resolve(dirname(resolve(path)), name)]))
}

function checkId(id: string, path: string, ids: readonly string[], slugs: readonly string[]): Diagnostic[] {
  const other = slugs.includes(id) ? 'a post' : ids.filter((one) => one === id).length > 1 ? 'another workshop' : undefined
  return other ? [diagnostic('duplicate-slug', fileStart(path), `${other} is called "${id}" as well`, 'rename the file')] : []
}

/** Every post of a workshop must be there. */
function checkPosts({ sections, places, path }: Workshop, slugs: readonly string[]): Diagnostic[] {
  return sections.flatMap(({ post }, index) => {
    if (slugs.includes(post)) return []
    const place = places[`sections.${index}.post`] ?? fileStart(path)
    return [diagnostic('missing-post', place, `there is no post called "${post}"`, suggestionHint(post, slugs))]
  })
}

async function readLogo(workshop: Workshop): Promise<{ logo?: Logo; diagnostics: readonly Diagnostic[] }> {
  if (workshop.logo === undefined) return { diagnostics: [] }
  const place = workshop.places['logo'] ?? fileStart(workshop.path)
  const loaded = await loadLogo(workshop.logo, resolve(workshop.path))
  if (loaded.state !== 'loaded') return { diagnostics: [logoProblem(loaded.state, workshop.logo, place)] }
  return parseLogo({ path: workshop.logo, bytes: loaded.bytes, src: loaded.src }, place, wordsFor(workshop.lang).workshop.logoOf(workshop.client))
}

function logoProblem(state: Exclude<LoadedLogo['state'], 'loaded'>, name: string, place: Place): Diagnostic {
  if (state === 'missing') return diagnostic('missing-logo', place, `there is no picture ${name}`, 'write its path from the folder that the workshop is in, or leave "logo" out')
  if (state === 'too-large') return diagnostic('missing-logo', place, `${name} is larger than 4 MB`, 'save it smaller: 800 pixels wide are enough')
  return diagnostic('missing-logo', place, `${name} is not a picture that slides and paper can show`, 'save the logo as PNG, JPEG or SVG beside the workshop')
}

/** Counts the participants in their list; what is wrong in it is reported there. */
async function readList(workshop: Workshop, fonts: Fonts): Promise<{ count?: number; people?: readonly Participant[]; diagnostics: readonly Diagnostic[] }> {
  const { participants, path, places } = workshop
  if (participants === undefined) return { diagnostics: [] }
  if ('count' in participants) return { count: participants.count, diagnostics: [] }
  const list = resolve(dirname(resolve(path)), participants.file)
  if (!(await findRaw(list))) {
    const place = places['participants'] ?? fileStart(path)
    return { diagnostics: [diagnostic('bad-list', place, `there is no list ${participants.file}`, 'write its path from the folder that the workshop is in, or how many come')] }
  }
  const { participants: people, diagnostics } = await readParticipants(list, fonts)
  return { count: people.length, people, diagnostics }
}
