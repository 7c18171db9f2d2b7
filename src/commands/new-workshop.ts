import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { shown } from '../build/places.ts'
import { readSources } from '../load/sources.ts'
import { suggest } from '../model/suggest.ts'
import { UsageError } from '../model/usage-error.ts'
import { isDate } from '../parse/values.ts'
import { parseWorkshop, workshopId } from '../parse/workshop.ts'
import { planAgenda } from '../plan/workshop/agenda.ts'
import { renderNewWorkshop, type NewWorkshop } from '../render/new-workshop.ts'
import { slugFor } from '../render/new-post.ts'
import { wordsFor } from '../words/index.ts'
import type { Call, ExitCode, Flags } from './command.ts'
import { writeNew } from './write-new.ts'

export const workshopFlags = {
  workshop: { type: 'string', value: 'TITLE', about: 'begin a workshop instead, of the posts named with --posts' },
  posts: { type: 'string', value: 'a,b,c', about: 'the posts of a workshop, in order' },
  client: { type: 'string', value: 'NAME', about: 'who the workshop is for' },
  date: { type: 'string', value: 'YYYY-MM-DD', about: 'when it is (default: in four weeks)' },
} as const satisfies Flags

const start = '09:00'
/** The end is the first of these minutes of an hour by which everything has its time. */
const step = 30

/** Begins a workshop of some posts, with every key explained in it and an end that its posts have time for. */
export async function createWorkshop({ options, flags, report }: Call): Promise<ExitCode> {
  const title = String(flags['workshop'] ?? '').trim()
  const id = slugFor(title)
  if (id === '') throw new UsageError('A workshop needs a title in words.', 'write: npm run new -- --workshop "Its title" --posts a,b,c')
  const folder = resolve(options.content, 'workshops')
  const { paths } = await readSources(folder, ['.yaml', '.yml'], shown)
  const taken = paths.find((path) => workshopId(path) === id)
  if (taken) throw new UsageError(`There is already a workshop called ${id}: ${taken}`, 'choose another title, or edit that workshop')
  const posts = await chosenPosts({ options, flags })
  const client = typeof flags['client'] === 'string' ? flags['client'].trim() : ''
  const date = dateOf(flags['date'])
  const workshop = { title, date, start, posts, ...(client ? { client } : {}) }
  const path = resolve(folder, `${id}.yaml`)
  await mkdir(folder, { recursive: true })
  await writeNew(path, renderNewWorkshop({ ...workshop, end: endFor(workshop) }))
  report.result({ path: shown(path), state: 'written' })
  report.say(`${shown(path)} is there. See to its times and names, then: npm run build -- ${id}`)
  return 0
}

/** The posts that were named, with their minutes. @throws {UsageError} for none, or one that does not exist */
async function chosenPosts({ options, flags }: Pick<Call, 'options' | 'flags'>): Promise<NewWorkshop['posts']> {
  const names = String(flags['posts'] ?? '').split(',').map((name) => name.trim()).filter(Boolean)
  if (names.length === 0) throw new UsageError('A workshop needs posts.', 'name them in order: --posts relationer,halla-loften,utmana')
  const [{ planAll }, { openTools }] = await Promise.all([import('../build/plan-all.ts'), import('../build/tools.ts')])
  const { posts, project } = await planAll({ ...options, only: [] }, openTools())
  return [...new Set(names)].map((slug) => {
    const post = posts.find((one) => one.slug === slug)
    if (post) return { slug, title: post.section.title, minutes: post.section.minutes, variants: post.exercise.variants.map((variant) => variant.title) }
    if (project.slugs.includes(slug)) throw new UsageError(`The post ${slug} has errors.`, 'mend it first: npm run check')
    const meant = suggest(slug, project.slugs)
    throw new UsageError(`There is no post called ${slug}.`, meant ? `Did you mean ${meant}?` : `There is: ${project.slugs.join(', ')}.`)
  })
}

function dateOf(given: string | boolean | undefined): string {
  if (given === undefined) return new Date(Date.now() + 28 * 24 * 3_600_000).toISOString().slice(0, 10)
  if (typeof given !== 'string' || !isDate(given)) throw new UsageError(`"${given}" is not a date that exists.`, 'write it as --date 2027-01-21')
  return given
}

/** The first time by which all sections, and breaks between them, are over. */
function endFor(workshop: Omit<NewWorkshop, 'end'>): string {
  const parts = workshop.posts.map(({ slug, title, minutes }) => ({ slug, title, minutes }))
  for (let minutes = 9 * 60 + step; minutes < 24 * 60; minutes += step) {
    const end = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    const { workshop: parsed } = parseWorkshop({ path: 'new.yaml', text: renderNewWorkshop({ ...workshop, end }) })
    if (parsed && planAgenda(parsed, parts, wordsFor(parsed.lang)).agenda) return end
  }
  return '23:30'
}
