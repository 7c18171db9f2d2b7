import type { PreparedFonts } from '../export/fonts/index.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { suggest } from '../model/suggest.ts'
import { UsageError } from '../model/usage-error.ts'
import { readCustom } from '../load/custom.ts'
import type { Options } from './options.ts'
import { Memory } from './memory.ts'
import { customFolder, shown } from './places.ts'
import { planPost, type PlannedPost } from './planned.ts'
import { planWorkshop, type PlannedWorkshop } from './planned-workshop.ts'
import { readProject, type Project, type ReadyPost } from './project.ts'
import { strayFiles, takeOver } from './taken-over.ts'
import type { Tools } from './tools.ts'

export interface Plan {
  readonly project: Project
  readonly posts: readonly PlannedPost[]
  readonly workshops: readonly PlannedWorkshop[]
  readonly fonts: PreparedFonts
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads and plans the posts and workshops asked for, or all; `each` is told of a post as soon as it is planned, while the
 * next is not yet read. @throws {UsageError} for a name that is none.
 */
export async function planAll(options: Options, tools: Pick<Tools, 'fonts'> & Partial<Pick<Tools, 'shells' | 'memory'>>, each: (post: PlannedPost) => void = () => undefined): Promise<Plan> {
  const memory = tools.memory ?? new Memory()
  memory.begin()
  const fonts = await tools.fonts()
  const isWanted = (name: string): boolean => options.only.length === 0 || options.only.includes(name)
  const custom = await readCustom(customFolder(options), shown)
  for (const file of custom) tools.shells?.custom.set(file.hash, file)
  const planned = new Map<ReadyPost, PlannedPost>()
  const project = await readProject(options, fonts.coverage, fonts.metrics, memory, (ready, scenes) => {
    const { post, exercise, scene, collection, images } = ready
    if (!isWanted(post.slug)) return
    const plan = memory.once(`plan of ${post.slug}`, [post, exercise, scene, collection, ...Object.entries(images).flat()], () => planPost(ready, fonts.metrics))
    const taken = takeOver(plan, custom, scenes, customFolder(options))
    planned.set(ready, taken)
    each(taken)
  })
  const names = [...project.slugs, ...project.workshopIds]
  const unknown = options.only.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    const meant = suggest(unknown, names)
    throw new UsageError(`There is no post or workshop called ${unknown}.`, meant ? `Did you mean ${meant}?` : `There is: ${names.join(', ')}.`)
  }
  const taken = (own: readonly PlannedPost[]): PlannedPost[] => own.map((post) => takeOver(post, custom, project.scenes, customFolder(options)))
  const posts = project.posts.flatMap((ready) => planned.get(ready) ?? [])
  const sources = { posts: project.posts, slugs: project.slugs, planned: posts, fonts: fonts.metrics, taken, memory }
  const workshops = project.workshops.filter(({ workshop }) => isWanted(workshop.id)).map((ready) => planWorkshop(ready, sources))
  return {
    project, posts, fonts,
    workshops: workshops.flatMap(({ planned }) => planned ?? []),
    diagnostics: [...project.diagnostics, ...strayFiles(custom, project.slugs), ...[...posts, ...workshops].flatMap((one) => one.diagnostics)],
  }
}
