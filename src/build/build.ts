import { resolve } from 'node:path'
import { Outbox } from '../export/files/outbox.ts'
import { diagnostic, fileStart, type Diagnostic } from '../model/diagnostic.ts'
import { hyphenator } from '../typography/hyphenate.ts'
import { wordsFor } from '../words/index.ts'
import type { Exporter, Job, Product } from './exporter.ts'
import { deckProduct } from './exporters/decks.ts'
import { exporters } from './exporters.ts'
import { remember, type LastBuild } from './last-build.ts'
import type { Options } from './options.ts'
import { entriesFolder, shown } from './places.ts'
import { planAll, type Plan } from './plan-all.ts'
import { keyOf } from './fingerprint.ts'
import { openKeptPlans } from './kept-plans.ts'
import type { PlannedPost } from './planned.ts'
import { Prints } from './prints.ts'
import type { Tools } from './tools.ts'

/** What happens while building, for whoever wants to show it. */
export interface Events {
  readonly diagnostics: (diagnostics: readonly Diagnostic[]) => void
  readonly result: (result: { path: string; state: 'written' | 'unchanged' | 'kept' | 'removed'; note?: string }) => void
  readonly progress: (done: number, total: number, label: string) => void
  readonly say: (line: string) => void
  /** Everything is in its place, and nothing more is to be printed. */
  readonly made?: () => void
}

export interface Built {
  readonly posts: number
  readonly workshops: number
  readonly written: number
  readonly unchanged: number
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The whole job: reads, checks, plans, and makes every output whose inputs changed; what shows several posts together
 * comes last when somebody waits for a single one.
 * @throws {EnvironmentFailure} when there is no browser to print with
 */
export async function build(options: Options, events: Events, tools: Tools, order: 'at once' | 'single posts first' = 'at once'): Promise<Built> {
  const start = Date.now()
  const [fingerprint, { key }, out, entries] = await Promise.all([tools.fingerprint(), tools.fonts(), Outbox.open(options.out), Outbox.open(entriesFolder(options))])
  const boxes = { out, entries }
  const kept = await openKeptPlans(options, keyOf(fingerprint, key))
  tools.memory.store = kept
  const prints = new Prints(() => tools.printer(events.say))
  let ahead = 0
  const plan = await planAll(options, tools, (post) => {
    const { path, key } = deckProduct(post, fingerprint)
    if (ahead >= mostAhead || post.takenOver || !isSound(post) || (!options.force && out.isKnown(path, key))) return
    ahead += 1
    prints.begin(post)
  })
  events.diagnostics(plan.diagnostics)
  const posts = plan.posts.filter(isSound)
  const lang = posts[0]?.section.lang ?? 'sv'
  const job: Job = {
    options,
    posts,
    collection: plan.project.collection?.title[lang] ?? wordsFor(lang).collection,
    workshops: plan.workshops,
    complete: options.only.length === 0,
    fonts: plan.fonts,
    fingerprint,
    entries: entriesFolder(options),
    hyphenate: hyphenator,
    tools,
    prints,
    made: await boxes.out.present(),
    say: events.say,
  }
  const run = new Run(job, events, boxes)
  try {
    const [ofMany, single] = [exporters.filter((exporter) => exporter.ofMany), exporters.filter((exporter) => !exporter.ofMany)]
    for (const phase of order === 'at once' ? [exporters] : [single, ofMany]) await run.make(phase)
    if (job.complete) await run.prune(new Set([...plan.project.slugs, ...unbuilt(plan)]))
  } finally {
    await run.close()
  }
  events.made?.()
  const counts = { posts: job.posts.length, workshops: job.workshops.length }
  await Promise.all([kept.save(), remember(options, { ...counts, diagnostics: plan.diagnostics, others: plan.project.others, products: run.products() }, start)])
  return { ...counts, written: run.written, unchanged: run.unchanged, diagnostics: [...plan.diagnostics, ...run.diagnostics] }
}

/** Decks that are printed while the next posts are planned: enough for the printer to have work until they are asked for. */
const mostAhead = 24

const isSound = ({ diagnostics }: PlannedPost): boolean => !diagnostics.some(({ severity }) => severity === 'error')

type Boxes = Readonly<Record<Exporter['folder'], Outbox>>

/** One build: what is wanted, what is made of it, and what became of it. */
class Run {
  written = 0
  unchanged = 0
  readonly diagnostics: Diagnostic[] = []
  readonly #told = new Set<string>()
  readonly #job: Job
  readonly #events: Events
  readonly #boxes: Boxes
  readonly #products = new Map<Exporter, readonly Product[]>()
  #done = 0
  #total = 0

  constructor(job: Job, events: Events, boxes: Boxes) {
    this.#job = job
    this.#events = events
    this.#boxes = boxes
    for (const exporter of exporters) this.#products.set(exporter, exporter.products(job))
  }

  /** Everything that was wanted, made now or before. */
  products(): LastBuild['products'] {
    return [...this.#products].flatMap(([{ folder }, products]) => products.map(({ path, key }) => ({ folder, path, key })))
  }

  /** Makes what is not current of some kinds of output; all begin at once, so that they can share what they are made of. */
  async make(kinds: readonly Exporter[]): Promise<void> {
    const wanted = await Promise.all(kinds.map((exporter) => this.#outdated(exporter)))
    await Promise.all(kinds.map((exporter, index) => this.#make(exporter, wanted[index] ?? [])))
  }

  async #outdated(exporter: Exporter): Promise<readonly Product[]> {
    const products = this.#products.get(exporter) ?? []
    if (this.#job.options.force) return products
    const current = await Promise.all(products.map(({ path, key }) => this.#boxes[exporter.folder].isCurrent(path, key)))
    return products.filter((_, index) => !current[index])
  }

  async #make(exporter: Exporter, wanted: readonly Product[]): Promise<void> {
    const box = this.#boxes[exporter.folder]
    this.unchanged += (this.#products.get(exporter)?.length ?? 0) - wanted.length
    if (wanted.length === 0) return
    this.#total += wanted.length
    const found = await exporter.make(wanted, this.#job, async (product, bytes) => {
      const { state, ...rest } = await box.write(product.path, product.key, bytes)
      const path = shown(resolve(box.folder, product.path))
      if (state === 'written') this.written += 1
      else this.unchanged += 1
      if ('kept' in rest) this.#setAside(path, rest.kept)
      this.#events.result({ path, state })
      this.#done += 1
      this.#events.progress(this.#done, this.#total, path)
    })
    this.#report(found)
  }

  /** Removes the outputs of posts and workshops that are gone; those of one that has an error stay as they were. */
  async prune(slugs: ReadonlySet<string>): Promise<void> {
    for (const folder of ['out', 'entries'] as const) {
      const box = this.#boxes[folder]
      const wanted = exporters.filter((exporter) => exporter.folder === folder).flatMap((exporter) => this.#products.get(exporter) ?? [])
      const standing = box.paths().filter((path) => owners(path).some((slug) => slugs.has(slug)))
      const { removed, kept } = await box.prune(new Set([...wanted.map(({ path }) => path), ...standing]))
      for (const path of removed) this.#events.result({ path: shown(resolve(box.folder, path)), state: 'removed', note: '(what it was made of is gone)' })
      for (const path of kept) this.#events.result({ path: shown(resolve(box.folder, path)), state: 'kept', note: '(what it was made of is gone, but you changed this file)' })
    }
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.#boxes).map((box) => box.close()))
  }

  #setAside(path: string, kept: string): void {
    this.#report([diagnostic(
      'changed-by-hand',
      fileStart(path),
      `somebody changed this file since it was made; that version is now ${shown(resolve(this.#job.options.out, kept))}`,
      'move it out of the folder if you want to keep it elsewhere',
    )])
  }

  /** Once each: several outputs may be made of the same slides. */
  #report(found: readonly Diagnostic[]): void {
    const fresh = found.filter((one) => {
      const size = this.#told.size
      return this.#told.add(JSON.stringify(one)).size > size
    })
    if (fresh.length > 0) this.#events.diagnostics(fresh)
    this.diagnostics.push(...fresh)
  }
}

/** The workshops that have an error. */
const unbuilt = ({ project, workshops }: Plan): string[] => project.workshopIds.filter((id) => !workshops.some((one) => one.id === id))

/** Whose a file may be: `decks/its-slug.pdf` and `decks/its-slug-notes.pdf` are a post's, what is in its folder a workshop's. */
function owners(path: string): readonly string[] {
  const [, workshop] = /^workshops\/([^/]+)\//.exec(path) ?? []
  if (workshop !== undefined) return [workshop]
  const stem = path.replace(/^.*\//, '').replace(/\.\w+$/, '')
  return [stem, stem.replace(/-notes$/, '')]
}
