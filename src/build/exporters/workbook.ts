import { writePdf } from '../../export/pdf/index.ts'
import { a4 } from '../../model/worksheet.ts'
import { layoutWorkbook } from '../../render/sheet/workbook.ts'
import { wordsFor } from '../../words/index.ts'
import type { Exporter, Job } from '../exporter.ts'
import { keyOf } from '../fingerprint.ts'
import { layoutOf } from '../layouts.ts'

const path = 'workbook.pdf'

/** All sheets in one book with a cover and contents, still fillable. */
export const workbook: Exporter = {
  name: 'workbook',
  folder: 'out',
  products: (job) =>
    job.complete && job.posts.length > 0 ? [{ path, key: keyOf(job.fingerprint, job.fonts.key, a4, job.posts.map(({ worksheet }) => worksheet)) }] : [],
  async make(wanted, job, deliver) {
    const [product] = wanted
    if (!product) return []
    const sheets = bookable(job)
    const lang = sheets[0]?.worksheet.lang ?? 'sv'
    const title = wordsFor(lang).collection
    const book = layoutWorkbook({ title, lang, worksheets: sheets.map(({ worksheet }) => worksheet) }, a4, job.fonts.metrics, job.hyphenate(lang))
    if (!book.diagnostics.some(({ severity }) => severity === 'error')) {
      await deliver(product, await writePdf({ title: `${title} – ${wordsFor(lang).workbook}`, lang, pages: book.pages, outline: book.outline }, job.fonts))
    }
    return book.diagnostics
  },
}

/** The posts whose sheet fits its paper: one that does not must not keep the others out of the book. */
const bookable = (job: Job): Job['posts'] =>
  job.posts.filter((post) => !layoutOf(post, job).diagnostics.some(({ severity }) => severity === 'error'))
