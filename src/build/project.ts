import { resolve } from 'node:path'
import { imageFile, imageTypes, loadImage, type LoadedImage } from '../load/images.ts'
import { readSources } from '../load/sources.ts'
import { diagnostic, fileStart, type Diagnostic, type Place } from '../model/diagnostic.ts'
import type { Collection } from '../model/collection.ts'
import type { Exercise } from '../model/exercise.ts'
import type { Fonts } from '../model/font.ts'
import type { Post } from '../model/post.ts'
import type { Scene } from '../model/scene.ts'
import { suggestionHint } from '../model/suggest.ts'
import { checkCharacters } from '../parse/characters.ts'
import { parseCollection } from '../parse/collection.ts'
import { parseExercise, type ParsedExercise } from '../parse/exercise.ts'
import { parsePost, slugOf } from '../parse/post.ts'
import { parseScene } from '../parse/scene.ts'
import { withExercise } from '../plan/propose/propose.ts'
import { wordsFor } from '../words/index.ts'
import type { Options } from './options.ts'
import { Memory } from './memory.ts'
import { folders, shown } from './places.ts'
import { readWorkshops, type ReadyWorkshop } from './workshops.ts'

/** A post with all that it refers to. */
export interface ReadyPost {
  readonly post: Post
  /** The one the post names, or that fits it best; absent when none does: then it gets one made of its own questions. */
  readonly exercise?: Exercise
  /** Absent when nobody drew one: then it gets a composition derived from the slug. */
  readonly scene?: Scene
  readonly images: Readonly<Record<string, string>>
  /** What the posts together are called in its language; absent when nobody says. */
  readonly collection?: string
}

/** All that a trainer wrote, read and checked. */
export interface Project {
  /** Sorted as they are presented: diary posts by date, then the others by file name. */
  readonly posts: readonly ReadyPost[]
  /** Every slug there is, those with errors too. */
  readonly slugs: readonly string[]
  /** Illustrations by name; undefined for one that cannot be used. */
  readonly scenes: ReadonlyMap<string, Scene | undefined>
  readonly collection?: Collection
  readonly workshops: readonly ReadyWorkshop[]
  /** Every workshop there is, those with errors too. */
  readonly workshopIds: readonly string[]
  /** Files they refer to that lie anywhere: pictures, logos, lists of participants; absolute. */
  readonly others: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Told of each post without errors as soon as it is read, with all illustrations by name. */
export type EachPost = (ready: ReadyPost, scenes: Project['scenes']) => void

/** Reads and checks everything; one broken file never stops the others. */
export async function readProject(options: Pick<Options, 'content' | 'exercises'>, coverage: ReadonlySet<number>, fonts: Fonts, memory = new Memory(), each: EachPost = () => undefined): Promise<Project> {
  const diagnostics: Diagnostic[] = []
  const [postFiles, exerciseFiles, drawings, ownDrawings] = await Promise.all([
    readSources(resolve(options.content, 'posts'), ['.md'], shown),
    readSources(options.exercises, ['.yaml', '.yml'], shown),
    readSources(folders.illustrations, ['.svg'], shown),
    readSources(resolve(options.content, 'illustrations'), ['.svg'], shown),
  ])
  for (const read of [postFiles, exerciseFiles, drawings, ownDrawings]) diagnostics.push(...read.diagnostics)

  const { collection, diagnostics: ofCollection } = await readCollection(options.content, coverage)
  diagnostics.push(...ofCollection)
  const exercises = new Map<string, ParsedExercise>()
  for (const source of exerciseFiles.sources) {
    const parsed = memory.once(source.path, [source.text], () => parseExercise(source))
    const strange = parsed.exercise ? checkCharacters(parsed.exercise, source, coverage) : []
    diagnostics.push(...parsed.diagnostics, ...strange)
    exercises.set(parsed.id, strange.length > 0 ? { id: parsed.id, diagnostics: strange } : parsed)
  }
  const library = [...exercises.values()].flatMap(({ exercise }) => exercise ?? [])
  const scenes = new Map<string, Scene | undefined>()
  for (const source of [...drawings.sources, ...ownDrawings.sources]) {
    const { name, scene, diagnostics: found } = memory.once(source.path, [source.text], () => parseScene(source))
    diagnostics.push(...found)
    scenes.set(name, scene)
  }

  const slugs = postFiles.paths.map(slugOf)
  const named = new Map<string, string[]>()
  for (const path of postFiles.paths) named.set(slugOf(path), [...(named.get(slugOf(path)) ?? []), path])
  const posts: ReadyPost[] = []
  const others: string[] = []
  for (const source of postFiles.sources) {
    const parsed = memory.once(source.path, [source.text], () => parsePost(source))
    const images = await readImages(parsed.images)
    const strange = parsed.post ? checkCharacters(parsed.post, source, coverage) : []
    const found = [
      ...duplicate(source.path, named.get(slugOf(source.path)) ?? []),
      ...parsed.diagnostics,
      ...strange,
      ...images.diagnostics,
      ...(parsed.post ? checkReferences(parsed.post, exercises, scenes) : []),
    ]
    diagnostics.push(...found)
    others.push(...parsed.images.map(({ src, place }) => imageFile(src, resolve(place.path))))
    if (!parsed.post || found.some(({ severity }) => severity === 'error')) continue
    const own = parsed.post
    const post = memory.once(`exercise for ${source.path}`, [own, ...library], () => withExercise(own, library, wordsFor(own.lang)))
    const exercise = post.exercise && exercises.get(post.exercise.use)?.exercise
    const scene = scenes.get(post.illustration ?? post.slug)
    const name = collection?.title[post.lang]
    const ready = { post, images: images.images, ...(exercise ? { exercise } : {}), ...(scene ? { scene } : {}), ...(name === undefined ? {} : { collection: name }) }
    posts.push(ready)
    each(ready, scenes)
  }
  if (postFiles.paths.length === 0) {
    const place = fileStart(shown(resolve(options.content, 'posts')))
    diagnostics.push(diagnostic('no-posts', place, 'there are no posts here', 'make the first with: npm run new -- "Its title"'))
  }
  const { workshops, ids, others: theirs, diagnostics: found } = await readWorkshops(options.content, slugs, coverage, fonts)
  return { posts: [...posts].sort(inOrder), slugs, scenes, workshops, ...(collection ? { collection } : {}), workshopIds: ids, others: [...others, ...theirs], diagnostics: [...diagnostics, ...found] }
}

/** What the posts together are called, if `collection.yaml` beside them says so. */
async function readCollection(content: string, coverage: ReadonlySet<number>): Promise<{ collection?: Collection; diagnostics: readonly Diagnostic[] }> {
  const { sources, diagnostics: unread } = await readSources(content, ['collection.yaml'], shown)
  const [source] = sources
  if (!source) return { diagnostics: unread }
  const { collection, diagnostics } = parseCollection(source)
  const strange = collection ? checkCharacters(collection, source, coverage) : []
  return { ...(collection && strange.length === 0 ? { collection } : {}), diagnostics: [...diagnostics, ...strange] }
}

/** By date where a post has one, then by file name. */
function inOrder({ post: a }: ReadyPost, { post: b }: ReadyPost): number {
  const key = ({ date, slug }: Post): string => `${date ?? '9999'} ${slug}`
  return key(a) < key(b) ? -1 : 1
}

/** `named` are the files of that slug. */
function duplicate(path: string, named: readonly string[]): Diagnostic[] {
  const others = named.filter((other) => other !== path)
  if (others.length === 0) return []
  return [diagnostic('duplicate-slug', fileStart(path), `the name "${slugOf(path)}" is also that of ${others.join(', ')}`, 'rename one of the files: what follows the date must be unique')]
}

function checkReferences(post: Post, exercises: ReadonlyMap<string, ParsedExercise>, scenes: ReadonlyMap<string, Scene | undefined>): Diagnostic[] {
  const found: Diagnostic[] = []
  const place = (path: string): Place => post.places[path] ?? fileStart(post.path)
  if (post.exercise) {
    const { use } = post.exercise
    const at = place(post.places['exercise.use'] ? 'exercise.use' : 'exercise')
    const exercise = exercises.get(use)
    if (!exercise) found.push(diagnostic('missing-exercise', at, `there is no exercise called "${use}"`, suggestionHint(use, [...exercises.keys()])))
    else if (!exercise.exercise) found.push(diagnostic('missing-exercise', at, `the exercise "${use}" has errors, so this post cannot be built`, `mend exercises/${use}.yaml first`))
  }
  const { illustration } = post
  if (illustration !== undefined && !scenes.has(illustration)) {
    found.push(diagnostic('missing-illustration', place('illustration'), `there is no illustration called "${illustration}"`, suggestionHint(illustration, [...scenes.keys()])))
  }
  return found
}

async function readImages(images: readonly { src: string; place: Place }[]): Promise<{ images: Record<string, string>; diagnostics: Diagnostic[] }> {
  const loaded: Record<string, string> = {}
  const diagnostics: Diagnostic[] = []
  for (const { src, place } of images) {
    const image = await loadImage(src, resolve(place.path))
    if (image.state === 'loaded') loaded[src] = image.dataUri
    else diagnostics.push(imageProblem(image.state, src, place))
  }
  return { images: loaded, diagnostics }
}

function imageProblem(state: Exclude<LoadedImage['state'], 'loaded'>, src: string, place: Place): Diagnostic {
  if (state === 'remote') return diagnostic('remote-image', place, `the picture ${src} is on the network`, 'save it beside the post and write its file name: a workshop room may have no network')
  if (state === 'unsupported') return diagnostic('missing-image', place, `${src} is not a picture a slide can show`, `use one of ${imageTypes.join(', ')}`)
  return diagnostic('missing-image', place, `there is no picture ${src}`, 'write its path from the folder that the post is in')
}
