import { a4 } from '../model/worksheet.ts'
import { layoutWorksheet } from '../render/sheet/worksheet.ts'
import type { Job } from './exporter.ts'
import type { PlannedPost } from './planned.ts'

type Layout = ReturnType<typeof layoutWorksheet>

const layouts = new WeakMap<PlannedPost, Layout>()

/** The pages of a post's sheet, laid out once however many outputs show them. */
export function layoutOf(post: PlannedPost, job: Job): Layout {
  const made = layouts.get(post) ?? layoutWorksheet(post.worksheet, a4, job.fonts.metrics, job.hyphenate(post.worksheet.lang))
  layouts.set(post, made)
  return made
}
