import { inkSaving } from '../render/sheet/mono.ts'
import { layoutWorkbook } from '../render/sheet/workbook.ts'
import { layoutWorksheet } from '../render/sheet/worksheet.ts'
import type { Job } from './exporter.ts'
import { printOf } from './options.ts'
import type { PlannedPost } from './planned.ts'

type Layout = ReturnType<typeof layoutWorksheet>

type Book = ReturnType<typeof layoutWorkbook> & { readonly title: string; readonly lang: PlannedPost['worksheet']['lang']; readonly posts: Job['posts'] }

const layouts = new WeakMap<PlannedPost, Layout>()
const books = new WeakMap<Job, Book>()

/** The pages of a post's sheet as they are to be printed, laid out once however many outputs show them. */
export function layoutOf(post: PlannedPost, job: Job): Layout {
  const made = layouts.get(post) ?? lay(post, job)
  layouts.set(post, made)
  return made
}

function lay({ worksheet }: PlannedPost, job: Job): Layout {
  const { paper, mono } = printOf(job.options)
  const layout = layoutWorksheet(worksheet, paper, job.fonts.metrics, job.hyphenate(worksheet.lang))
  return mono ? { ...layout, pages: layout.pages.map(inkSaving) } : layout
}

/** The pages of the book of all sheets that fit their paper, laid out once: one that does not must not keep the others out. */
export function bookOf(job: Job): Book {
  const made = books.get(job) ?? bind(job)
  books.set(job, made)
  return made
}

function bind(job: Job): Book {
  const { paper, mono } = printOf(job.options)
  const posts = job.posts.filter((post) => !layoutOf(post, job).diagnostics.some(({ severity }) => severity === 'error'))
  const lang = posts[0]?.worksheet.lang ?? 'sv'
  const title = job.collection
  const book = layoutWorkbook({ title, lang, worksheets: posts.map(({ worksheet }) => worksheet) }, paper, job.fonts.metrics, job.hyphenate(lang))
  return { ...book, pages: mono ? book.pages.map(inkSaving) : book.pages, title, lang, posts }
}
