import { writePdf } from '../../export/pdf/index.ts'
import { wordsFor } from '../../words/index.ts'
import type { Exporter } from '../exporter.ts'
import { keyOf } from '../fingerprint.ts'
import { formOf } from '../form.ts'
import { bookOf } from '../layouts.ts'
import { printOf } from '../options.ts'

const path = 'workbook.pdf'

/** All sheets in one book with a cover and contents, still fillable. */
export const workbook: Exporter = {
  name: 'workbook',
  folder: 'out',
  ofMany: true,
  products: (job) =>
    job.complete && job.posts.length > 0 ? [{ path, key: keyOf(job.fingerprint, job.fonts.key, printOf(job.options), job.collection, job.posts.map(({ worksheet }) => worksheet)) }] : [],
  async make(wanted, job, deliver) {
    const [product] = wanted
    if (!product) return []
    const { title, lang, posts, pages, outline, diagnostics } = bookOf(job)
    if (!diagnostics.some(({ severity }) => severity === 'error')) {
      const forms = posts.map(({ worksheet }) => formOf(worksheet, true))
      await deliver(product, await writePdf({ title: `${title} – ${wordsFor(lang).workbook}`, lang, pages, outline, forms }, job.fonts))
    }
    return diagnostics
  },
}
