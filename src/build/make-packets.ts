import { resolve } from 'node:path'
import { Outbox } from '../export/files/outbox.ts'
import { diagnostic, fileStart, type Diagnostic } from '../model/diagnostic.ts'
import type { LocalDate } from '../model/post.ts'
import { UsageError } from '../model/usage-error.ts'
import type { Events } from './build.ts'
import { keyOf } from './fingerprint.ts'
import { printOf, type Options } from './options.ts'
import { everybodyPdf, packetName, personPdf, type PacketSource } from './packets.ts'
import { sheetPackets, workbookPackets, type PacketSettings } from './packet-sources.ts'
import { readParticipants } from './participants.ts'
import { shown } from './places.ts'
import { planAll, type Plan } from './plan-all.ts'
import type { Tools } from './tools.ts'
import { workshopBook } from './workshop-book.ts'
import { logoPages } from './workshop-logo.ts'

export interface WantedPackets {
  /** A post or a workshop. */
  readonly id: string
  /** The path of the list of participants. */
  readonly list: string
  readonly date?: LocalDate
  /** Everybody's sheets two on a paper. */
  readonly isTwoUp: boolean
}

export interface MadePackets {
  readonly folder: string
  readonly people: number
  readonly written: number
  readonly unchanged: number
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Makes a PDF for each participant of a list, and one of all of them for the printer. Files of people who are no longer
 * on the list are removed, unless somebody changed them.
 * @throws {UsageError} for what is no post or workshop
 */
export async function makePackets(options: Options, wanted: WantedPackets, events: Events, tools: Pick<Tools, 'fonts' | 'fingerprint'>): Promise<MadePackets> {
  const plan = await planAll({ ...options, only: [wanted.id] }, tools)
  const { participants: people, diagnostics: listed } = await readParticipants(wanted.list, plan.fonts.metrics)
  const settings: PacketSettings = { print: printOf(options), ...(wanted.date === undefined ? {} : { date: wanted.date }) }
  const own = plan.diagnostics.filter(({ severity }) => severity === 'error')
  const found = await sourceOf(plan, wanted, settings)
  const diagnostics = [...(found ? [] : own), ...(found?.source.diagnostics ?? []), ...listed]
  events.diagnostics(diagnostics)
  const folder = resolve(options.out, 'packets', wanted.id)
  const isUsable = found && !found.source.diagnostics.some(({ severity }) => severity === 'error')
  if (!isUsable || people.length === 0) return { folder, people: 0, written: 0, unchanged: 0, diagnostics }

  const { source, content } = found
  const base = [await tools.fingerprint(), plan.fonts.key, settings, content]
  const files = [
    ...people.map((person, index) => ({
      path: packetName(person, index, people.length),
      key: keyOf(...base, person),
      make: () => personPdf(source, person, settings.print, plan.fonts),
    })),
    { path: 'alla.pdf', key: keyOf(...base, wanted.isTwoUp, people), make: () => everybodyPdf(source, people, settings.print, wanted.isTwoUp, plan.fonts) },
  ]
  const box = await Outbox.open(folder)
  let written = 0
  for (const [index, { path, key, make }] of files.entries()) {
    if (!options.force && (await box.isCurrent(path, key))) continue
    const result = await box.write(path, key, await make())
    const where = shown(resolve(folder, path))
    if (result.state === 'written') written += 1
    if ('kept' in result) diagnostics.push(setAside(where, shown(resolve(folder, result.kept)), events))
    events.result({ path: where, state: result.state })
    events.progress(index + 1, files.length, where)
  }
  const { removed, kept } = await box.prune(new Set(files.map(({ path }) => path)))
  for (const path of removed) events.result({ path: shown(resolve(folder, path)), state: 'removed', note: '(not on the list any more)' })
  for (const path of kept) events.result({ path: shown(resolve(folder, path)), state: 'kept', note: '(not on the list any more, but you changed this file)' })
  await box.close()
  return { folder, people: people.length, written, unchanged: files.length - written, diagnostics }
}

async function sourceOf(plan: Plan, { id, isTwoUp }: WantedPackets, settings: PacketSettings): Promise<{ source: PacketSource; content: unknown } | undefined> {
  const post = plan.posts.find(({ slug }) => slug === id)
  if (post) return { source: sheetPackets(post, settings, plan.fonts), content: post.worksheet }
  const workshop = plan.workshops.find((one) => one.id === id)
  if (!workshop) return undefined
  if (isTwoUp) throw new UsageError('A workbook cannot be printed two-up.', "leave --two-up out, or name one of the workshop's posts")
  const book = workshopBook(workshop)
  const day = settings.date ?? workshop.plan.workshop.date
  return { source: workbookPackets(book, { ...settings, date: day }, plan.fonts, await logoPages(book.logo)), content: [book, day] }
}

function setAside(path: string, kept: string, events: Events): Diagnostic {
  const found = diagnostic('changed-by-hand', fileStart(path), `somebody changed this file since it was made; that version is now ${kept}`, 'move it out of the folder if you want to keep it elsewhere')
  events.diagnostics([found])
  return found
}
