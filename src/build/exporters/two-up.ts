import { writePdf } from '../../export/pdf/index.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { inkSaving } from '../../render/sheet/mono.ts'
import { printed } from '../../render/sheet/print.ts'
import { imposed, layoutHalf } from '../../render/sheet/two-up.ts'
import type { Exporter } from '../exporter.ts'
import { keyOf } from '../fingerprint.ts'
import { printOf } from '../options.ts'

const pathOf = (slug: string): string => `two-up/${slug}.pdf`

/** Sheets for paper alone, two on each, to be cut apart: `--two-up`. */
export const twoUp: Exporter = {
  name: 'two-up',
  folder: 'out',
  products: ({ posts, fingerprint, fonts, options, made }) =>
    posts
      .map(({ slug, section, worksheet }) => ({ path: pathOf(slug), key: keyOf(fingerprint, fonts.key, 'two-up', printOf(options), section.title, worksheet) }))
      .filter(({ path }) => options.extras?.twoUp === true || made.has(path)),
  async make(wanted, job, deliver) {
    const { paper, mono } = printOf(job.options)
    const diagnostics: Diagnostic[] = []
    for (const product of wanted) {
      const post = job.posts.find(({ slug }) => product.path === pathOf(slug))
      if (!post) continue
      const { worksheet, section } = post
      const half = layoutHalf(worksheet, paper, job.fonts.metrics, job.hyphenate(worksheet.lang))
      diagnostics.push(...half.diagnostics)
      if (half.diagnostics.some(({ severity }) => severity === 'error')) continue
      const halves = half.pages.map((page) => printed(mono ? inkSaving(page) : page, job.fonts.metrics))
      const pages = imposed([halves], paper)
      const sides = pages.length > 1 ? 'short-edge' : 'one'
      await deliver(product, await writePdf({ title: `${worksheet.title} – ${section.title}`, lang: worksheet.lang, pages, sides }, job.fonts))
    }
    return diagnostics
  },
}
