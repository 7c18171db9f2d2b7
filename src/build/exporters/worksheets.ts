import { writePdf } from '../../export/pdf/index.ts'
import type { Exporter } from '../exporter.ts'
import { keyOf } from '../fingerprint.ts'
import { formOf } from '../form.ts'
import { layoutOf } from '../layouts.ts'
import { printOf } from '../options.ts'

const pathOf = (slug: string): string => `worksheets/${slug}.pdf`

/** One fillable PDF a post. */
export const worksheets: Exporter = {
  name: 'worksheets',
  folder: 'out',
  products: ({ posts, fingerprint, fonts, options }) =>
    posts.map(({ slug, section, worksheet }) => ({ path: pathOf(slug), key: keyOf(fingerprint, fonts.key, printOf(options), section.title, worksheet) })),
  async make(wanted, job, deliver) {
    const diagnostics = []
    const posts = new Map(job.posts.map((post) => [pathOf(post.slug), post]))
    for (const product of wanted) {
      const post = posts.get(product.path)
      if (!post) continue
      const { pages, diagnostics: found } = layoutOf(post, job)
      diagnostics.push(...found)
      if (found.some(({ severity }) => severity === 'error')) continue
      const { worksheet } = post
      await deliver(product, await writePdf({ title: `${worksheet.title} – ${post.section.title}`, lang: worksheet.lang, pages, forms: [formOf(worksheet)] }, job.fonts))
    }
    return diagnostics
  },
}
