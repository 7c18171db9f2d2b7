import { createHash } from 'node:crypto'
import { lstat, mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { writeAtomic } from '../export/files/atomic.ts'
import { placePictures, picturesIn, type Placed } from '../import/finish.ts'
import { judge, keyOf, paragraphHashes, type Existing, type Ledger, type Remembered } from '../import/ledger.ts'
import { freeName, slugOfDraft } from '../import/names.ts'
import { endingOf, pictureAddress, pictureFile } from '../import/pictures.ts'
import { renderCore, renderPost, type Ready } from '../import/render.ts'
import type { Gatherable } from '../import/run.ts'
import { readPicture } from '../load/bytes.ts'
import { readSources } from '../load/sources.ts'
import { diagnostic, fileStart, type Diagnostic } from '../model/diagnostic.ts'
import type { Exercise } from '../model/exercise.ts'
import { checkCharacters } from '../parse/characters.ts'
import { splitFrontMatter } from '../parse/front-matter.ts'
import { parsePost, slugOf } from '../parse/post.ts'
import { propose } from '../plan/propose/propose.ts'
import { wordsFor } from '../words/index.ts'
import { shown } from './places.ts'

const ledgerName = '.import.json'

export type Outcome = 'written' | 'updated' | 'unchanged' | 'kept' | 'absent'

/** Where posts are imported to, with what is there already. */
export interface Target {
  readonly folder: string
  readonly existing: readonly Existing[]
  /** Lines that the posts there close with. */
  readonly signoffs: readonly string[]
  readonly ledger: Ledger
  /** Slugs that are in use, in lower case. */
  readonly taken: Set<string>
}

/** Looks at the folder that posts are to be written to; one that does not exist is empty. */
export async function readTarget(folder: string): Promise<Target> {
  const { sources, paths } = await readSources(folder, ['.md'], (path) => path)
  const existing: Existing[] = []
  const signoffs: string[] = []
  for (const source of sources) {
    const { post } = parsePost(source)
    if (post?.signoff) signoffs.push(post.signoff)
    existing.push({
      file: source.path.slice(folder.length + 1),
      hash: sha256(await readFile(source.path)),
      body: splitFrontMatter(source.text).body.text,
      ...(post?.source?.guid ? { guid: post.source.guid } : {}),
      ...(post?.source?.url ? { url: post.source.url } : {}),
    })
  }
  return { folder, existing, signoffs, ledger: await readLedger(folder), taken: new Set(paths.map((path) => slugOf(path).toLowerCase())) }
}

async function readLedger(folder: string): Promise<Ledger> {
  try {
    const file = JSON.parse(await readFile(join(folder, ledgerName), 'utf8')) as { posts?: Ledger }
    return file.posts ?? {}
  } catch {
    return {}
  }
}

export interface Plans {
  readonly exercises: readonly Exercise[]
  /** Characters that the toolkit's fonts have. */
  readonly coverage: ReadonlySet<number>
  readonly dryRun: boolean
  /** Also bring back what was imported once and removed since. */
  readonly again: boolean
}

export interface Events {
  readonly diagnostics: (diagnostics: readonly Diagnostic[]) => void
  readonly result: (result: { readonly path: string; readonly state: Outcome; readonly note?: string }) => void
  readonly progress: (done: number, total: number, label: string) => void
}

/** Writes posts to their folder, and remembers what was written; what a person wrote or edited stays as it is. */
export async function writePosts(posts: readonly Gatherable[], target: Target, plans: Plans, events: Events): Promise<Record<Outcome, number>> {
  const counts: Record<Outcome, number> = { written: 0, updated: 0, unchanged: 0, kept: 0, absent: 0 }
  const ledger: Record<string, Remembered> = { ...target.ledger }
  try {
    for (const [index, { post, ...where }] of posts.entries()) {
      const outcome = await writeOne(post, where, target, ledger, plans, events)
      counts[outcome] += 1
      if (posts.length > 200) events.progress(index + 1, posts.length, post.title)
    }
  } finally {
    if (!plans.dryRun) await saveLedger(target, ledger)
  }
  return counts
}

/** The file a post was found in: its path from the folder that is imported, and that folder. */
type Where = Pick<Gatherable, 'inside' | 'folder'>

async function writeOne(found: Ready, where: Where, target: Target, ledger: Record<string, Remembered>, plans: Plans, events: Events): Promise<Outcome> {
  const key = keyOf(found)
  const known = target.existing.find(({ file, guid, url }) => file === ledger[key]?.file || (guid ?? url) === (found.guid ?? found.url))
  const slug = known ? slugOf(known.file) : freeName(slugOfDraft(found), target.taken)
  const pictures = await copiesOf(found, slug, where)
  const linked: string[] = []
  const post = {
    ...found,
    root: placePictures(
      found.root,
      pictures.placed,
      (url) => linked.push(url),
      (url) => pictureAddress(url, found.base),
    ),
  }
  const core = renderCore(post)
  const verdict = judge(post, sha256(core), target.existing, target.ledger, sha256)
  if (verdict.action === 'unchanged') return done('unchanged', verdict.file, events, target)
  if (verdict.action === 'keep') {
    const path = shown(resolve(target.folder, verdict.file))
    events.diagnostics([
      diagnostic(
        'changed-upstream',
        fileStart(path),
        `the source of this post has changed, and so have you: ${verdict.changed}; your file stays as it is`,
        `compare it with "${post.title}" at ${found.place.path}:${found.place.line}`,
      ),
    ])
    return done('kept', verdict.file, events, target, `(${verdict.changed})`)
  }
  if (verdict.action === 'absent' && !plans.again) {
    const file = ledger[key]?.file ?? slug
    events.diagnostics([
      diagnostic(
        'skipped-post',
        found.place,
        `"${post.title}" was imported before and is no longer at ${shown(resolve(target.folder, file))}, so it stays away`,
        'bring it back with --again',
      ),
    ])
    return done('absent', file, events, target)
  }
  const file = verdict.action === 'update' ? verdict.file : `${post.date ? `${post.date}-` : ''}${slug}.md`
  const text = withProposal(post, file, plans)
  const path = shown(resolve(target.folder, file))
  for (const url of linked)
    events.diagnostics([
      diagnostic(
        'picture-left-out',
        found.place,
        `the picture ${url.slice(0, 120)} is not on this disk; the post has a link in its place`,
        `save it beside ${path} and write ![what it shows](file.png)`,
      ),
    ])
  const parsed = parsePost({ path, text })
  events.diagnostics(parsed.post ? checkCharacters(parsed.post, { path, text }, plans.coverage) : parsed.diagnostics)
  if (!plans.dryRun) {
    await write(target.folder, file, text, verdict.action === 'update')
    for (const { name, bytes } of pictures.files) {
      if (await writePicture(target.folder, name, bytes)) continue
      events.diagnostics([
        diagnostic(
          'picture-left-out',
          fileStart(path),
          `the picture ${name} was not written: a folder on the way to it is no folder`,
          'move what stands in its place, and import again',
        ),
      ])
    }
    ledger[key] = { file, written: sha256(text), upstream: sha256(core), paragraphs: paragraphHashes(post, sha256) }
  }
  return done(verdict.action === 'update' ? 'updated' : 'written', file, events, target, verdict.action === 'update' ? `(${verdict.changed})` : undefined)
}

function done(state: Outcome, file: string, events: Events, target: Target, note?: string): Outcome {
  events.result({ path: shown(resolve(target.folder, file)), state, ...(note ? { note } : {}) })
  return state
}

/** The post's text with a first draft of its section in its front matter, made from the post as it will be read. */
function withProposal(post: Ready, file: string, { exercises }: Plans): string {
  const bare = renderPost(post, undefined)
  const { post: parsed } = parsePost({ path: file, text: bare })
  if (!parsed) return bare
  const proposal = propose(parsed, exercises, wordsFor(parsed.lang))
  // The author's own summary is a better idea than any that is picked from the text.
  const idea = post.excerpt && post.excerpt.length <= 130 ? post.excerpt : proposal.idea
  return renderPost(post, { ...proposal, idea })
}

interface Copies {
  readonly placed: ReadonlyMap<string, Placed>
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** The post's pictures that lie on this disk, with the names they get beside the posts. */
async function copiesOf({ root }: Ready, slug: string, { inside, folder }: Where): Promise<Copies> {
  const placed = new Map<string, Placed>()
  const files: { name: string; bytes: Uint8Array }[] = []
  const names = new Set<string>()
  for (const url of picturesIn(root)) {
    const { candidates, name, bytes: own } = pictureFile(url, inside)
    const bytes = own ?? (await readPicture(folder, candidates))
    const ending = bytes && endingOf(bytes)
    if (!bytes || !ending) continue
    const file = `bilder/${slug}/${freeName(name, names)}${ending}`
    placed.set(url, { file })
    files.push({ name: file, bytes })
  }
  return { placed, files }
}

/** Writes a post: a new one only where no file is, one that was imported before whole or not at all. */
async function write(folder: string, file: string, text: string, replace: boolean): Promise<void> {
  const path = join(folder, file)
  if (replace) return writeAtomic(path, text)
  await mkdir(folder, { recursive: true })
  const handle = await open(path, 'wx')
  try {
    await handle.writeFile(text)
  } finally {
    await handle.close()
  }
}

/** Writes a picture where none is; a folder on the way that is a link would lead out of the target, and is not followed. */
async function writePicture(folder: string, name: string, bytes: Uint8Array): Promise<boolean> {
  const parts = name.split('/')
  for (let count = 1; count < parts.length; count += 1) {
    const kind = await lstat(join(folder, ...parts.slice(0, count))).catch(() => undefined)
    if (kind && !kind.isDirectory()) return false
  }
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => (error.code === 'EEXIST' ? undefined : Promise.reject(error)))
  try {
    await handle?.writeFile(bytes)
  } finally {
    await handle?.close()
  }
  return true
}

async function saveLedger({ folder, ledger: before }: Target, ledger: Ledger): Promise<void> {
  if (JSON.stringify(before) === JSON.stringify(ledger)) return
  const posts = Object.fromEntries(Object.entries(ledger).sort(([a], [b]) => (a < b ? -1 : 1)))
  await writeAtomic(
    join(folder, ledgerName),
    `${JSON.stringify({ note: 'What was imported, so that importing again changes nothing you edited.', posts }, null, 1)}\n`,
  )
}

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')
