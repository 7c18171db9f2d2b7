import { resolve } from 'node:path'
import { placePictures, picturesIn, type Placed } from '../import/finish.ts'
import { judge, keyOf, paragraphHashes, type Remembered } from '../import/ledger.ts'
import { writeMarkdown } from '../import/markdown.ts'
import { freeName, slugOfDraft } from '../import/names.ts'
import { endingOf, pictureAddress, pictureFile } from '../import/pictures.ts'
import { withoutPictographs } from '../import/pictographs.ts'
import { renderCore, renderPost, type Ready } from '../import/render.ts'
import type { Gatherable } from '../import/run.ts'
import { readPicture } from '../load/bytes.ts'
import { diagnostic, fileStart, type Diagnostic } from '../model/diagnostic.ts'
import type { Exercise } from '../model/exercise.ts'
import { checkCharacters } from '../parse/characters.ts'
import { parsePost, slugOf } from '../parse/post.ts'
import { propose } from '../plan/propose/propose.ts'
import { wordsFor } from '../words/index.ts'
import { sha256, type ImportTarget } from './import-target.ts'
import { shown } from './places.ts'

/** What became of a post; `absent` is one that somebody removed after it was imported. */
export type Outcome = 'written' | 'updated' | 'unchanged' | 'kept' | 'absent'

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

/** From so many posts on it is shown how far the work is. */
const many = 200

/** Writes posts to their folder, and remembers what was written; what a person wrote or edited stays as it is. */
export async function writePosts(posts: readonly Gatherable[], target: ImportTarget, plans: Plans, events: Events): Promise<Record<Outcome, number>> {
  const counts: Record<Outcome, number> = { written: 0, updated: 0, unchanged: 0, kept: 0, absent: 0 }
  const ledger: Record<string, Remembered> = { ...target.ledger }
  try {
    for (const [index, one] of posts.entries()) {
      const { state, file, note, remembered } = await writeOne(one, target, plans, events)
      if (remembered) ledger[keyOf(one.post)] = remembered
      counts[state] += 1
      events.result({ path: shown(resolve(target.folder, file)), state, ...(note ? { note: `(${note})` } : {}) })
      if (posts.length > many) events.progress(index + 1, posts.length, one.post.title)
    }
  } finally {
    if (!plans.dryRun) await target.remember(ledger)
  }
  return counts
}

interface Result {
  readonly state: Outcome
  readonly file: string
  readonly note?: string
  readonly remembered?: Remembered
}

async function writeOne(found: Gatherable, target: ImportTarget, plans: Plans, events: Events): Promise<Result> {
  const before = target.ledger[keyOf(found.post)]
  const there = target.find(found.post, before)
  const slug = there ? slugOf(there.file) : freeName(slugOfDraft(found.post), target.taken)
  const { post: shownPost, gone } = withoutPictographs(found.post, (codePoint) => plans.coverage.has(codePoint))
  const { post, linked, files } = await withPictures({ ...found, post: shownPost }, slug)
  const body = writeMarkdown(post.root)
  const core = renderCore(post, body)
  const verdict = judge(post, { core, body }, there, before, sha256)
  if (verdict.action === 'unchanged') return { state: 'unchanged', file: verdict.file }
  if (verdict.action === 'keep') {
    events.diagnostics([changedUpstream(post, shown(resolve(target.folder, verdict.file)), verdict.changed)])
    return { state: 'kept', file: verdict.file, note: verdict.changed }
  }
  if (verdict.action === 'absent' && !plans.again) {
    const file = before?.file ?? slug
    events.diagnostics([staysAway(post, shown(resolve(target.folder, file)))])
    return { state: 'absent', file }
  }
  const file = verdict.action === 'update' ? verdict.file : `${post.date ? `${post.date}-` : ''}${slug}.md`
  const path = shown(resolve(target.folder, file))
  const { text, diagnostics } = drafted(post, path, core, body, plans)
  if (gone.length > 0) events.diagnostics([notPrintable(post, gone)])
  events.diagnostics([...linked.map((url) => leftOut(post, url, path)), ...diagnostics])
  const result = verdict.action === 'update' ? ({ state: 'updated', file, note: verdict.changed } as const) : ({ state: 'written', file } as const)
  if (plans.dryRun) return result
  await target.write(file, text, verdict.action === 'update')
  for (const { name, bytes } of files) if (!(await target.writePicture(name, bytes))) events.diagnostics([notWritten(name, path)])
  return { ...result, remembered: { file, written: sha256(text), upstream: sha256(core), paragraphs: paragraphHashes(post, sha256) } }
}

/** The post's file, with a first draft of its section in its front matter, made from the post as it will be read. */
function drafted(post: Ready, path: string, core: string, body: string, { exercises, coverage }: Plans): { text: string; diagnostics: readonly Diagnostic[] } {
  const { post: parsed, diagnostics } = parsePost({ path, text: core })
  if (!parsed) return { text: renderPost(post, undefined, body), diagnostics }
  const proposal = propose(parsed, exercises, wordsFor(parsed.lang))
  // The author's own summary is a better idea than any that is picked from the text.
  const idea = post.excerpt && post.excerpt.length <= 130 ? post.excerpt : proposal.idea
  const text = renderPost(post, { ...proposal, idea }, body)
  return { text, diagnostics: checkCharacters(parsed, { path, text }, coverage) }
}

interface Pictured {
  readonly post: Ready
  /** Pictures that stay where they are, and are linked to. */
  readonly linked: readonly string[]
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** The post with its pictures where they will be: those that lie on this disk get names beside the posts. */
async function withPictures({ post, inside, folder }: Gatherable, slug: string): Promise<Pictured> {
  const placed = new Map<string, Placed>()
  const files: { name: string; bytes: Uint8Array }[] = []
  const names = new Set<string>()
  for (const url of picturesIn(post.root)) {
    const { candidates, name, bytes: own } = pictureFile(url, inside)
    const bytes = own ?? (await readPicture(folder, candidates))
    const ending = bytes && endingOf(bytes)
    if (!bytes || !ending) continue
    const file = `bilder/${slug}/${freeName(name, names)}${ending}`
    placed.set(url, { file })
    files.push({ name: file, bytes })
  }
  const linked: string[] = []
  const link = (url: string): void => void linked.push(url)
  const root = placePictures(post.root, placed, link, (url) => pictureAddress(url, post.base))
  return { post: { ...post, root }, linked, files }
}

const changedUpstream = ({ title, place }: Ready, path: string, changed: string): Diagnostic =>
  diagnostic(
    'changed-upstream',
    fileStart(path),
    `the source of this post has changed, and so have you: ${changed}; your file stays as it is`,
    `compare it with "${title}" at ${place.path}:${place.line}`,
  )

const staysAway = ({ title, place }: Ready, path: string): Diagnostic =>
  diagnostic('skipped-post', place, `"${title}" was imported before and is no longer at ${path}, so it stays away`, 'bring it back with --again')

const notPrintable = ({ title, place }: Ready, gone: readonly string[]): Diagnostic =>
  diagnostic(
    'dropped',
    place,
    `${gone.join(' ')} in "${title}" ${gone.length === 1 ? 'is a picture' : 'are pictures'} that no font of the toolkit has, so ${gone.length === 1 ? 'it was' : 'they were'} left out`,
    'say it in words where it matters',
  )

const leftOut = (post: Ready, url: string, path: string): Diagnostic =>
  diagnostic(
    'picture-left-out',
    post.place,
    `the picture ${url.slice(0, 120)} is not on this disk; the post has ${/^https?:/i.test(pictureAddress(url, post.base)) ? 'a link' : 'its name'} in its place`,
    `save it beside ${path} and write ![what it shows](file.png)`,
  )

const notWritten = (name: string, path: string): Diagnostic =>
  diagnostic(
    'picture-left-out',
    fileStart(path),
    `the picture ${name} was not written: a folder on the way to it is no folder`,
    'move what stands in its place, and import again',
  )
