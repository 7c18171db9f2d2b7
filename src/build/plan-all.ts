import type { PreparedFonts } from '../export/fonts/index.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { suggest } from '../model/suggest.ts'
import { UsageError } from '../model/usage-error.ts'
import type { Options } from './options.ts'
import { planPost, type PlannedPost } from './planned.ts'
import { readProject, type Project } from './project.ts'
import type { Tools } from './tools.ts'

export interface Plan {
  readonly project: Project
  readonly posts: readonly PlannedPost[]
  readonly fonts: PreparedFonts
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads and plans the posts asked for, or all. @throws {UsageError} for a slug that is none. */
export async function planAll(options: Options, tools: Pick<Tools, 'fonts'>): Promise<Plan> {
  const fonts = await tools.fonts()
  const project = await readProject(options, fonts.coverage)
  const unknown = options.only.find((slug) => !project.slugs.includes(slug))
  if (unknown !== undefined) {
    const meant = suggest(unknown, project.slugs)
    throw new UsageError(`There is no post called ${unknown}.`, meant ? `Did you mean ${meant}?` : `There is: ${project.slugs.join(', ')}.`)
  }
  const wanted = project.posts.filter(({ post }) => options.only.length === 0 || options.only.includes(post.slug))
  const posts = wanted.map((ready) => planPost(ready, fonts.metrics))
  return { project, posts, fonts, diagnostics: [...project.diagnostics, ...posts.flatMap((post) => post.diagnostics)] }
}
