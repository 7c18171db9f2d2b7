import { webFonts } from '../../export/fonts/index.ts'
import { renderGallery } from '../../render/gallery.ts'
import { sheetPicture } from '../../render/sheet/picture.ts'
import { wordsFor } from '../../words/index.ts'
import type { Exporter } from '../exporter.ts'
import { keyOf } from '../fingerprint.ts'
import { layoutOf } from '../layouts.ts'

const path = 'index.html'

/** A page that shows what was made, with a picture and links for each post. */
export const gallery: Exporter = {
  name: 'gallery',
  folder: 'out',
  products: (job) =>
    job.complete && job.posts.length > 0
      ? [{ path, key: keyOf(job.fingerprint, job.fonts.key, job.posts.map(({ worksheet, section }) => [worksheet, section.slides[0], section.minutes, section.slides.length])) }]
      : [],
  async make(wanted, job, deliver) {
    const [product] = wanted
    if (!product) return []
    const words = wordsFor(job.posts[0]?.section.lang ?? 'sv')
    const cards = job.posts.map((post) => ({
      slug: post.slug,
      section: post.section,
      exercise: post.worksheet.title,
      sheets: layoutOf(post, job).pages.map(sheetPicture),
    }))
    const fonts = await webFonts(renderGallery({ cards, words, fonts: [] }))
    await deliver(product, renderGallery({ cards, words, fonts }))
    return []
  },
}
