import { webFonts } from '../../export/fonts/index.ts'
import { dateLine } from '../../plan/workshop/dates.ts'
import type { GalleryWorkshop } from '../../render/gallery-workshops.ts'
import { renderGallery } from '../../render/gallery.ts'
import { sheetPicture } from '../../render/sheet/picture.ts'
import type { Section } from '../../model/slide.ts'
import { wordsFor } from '../../words/index.ts'
import type { Words } from '../../words/index.ts'
import type { Exporter, Job } from '../exporter.ts'
import type { PlannedPost } from '../planned.ts'
import { keyOf } from '../fingerprint.ts'
import { bookOf, layoutOf } from '../layouts.ts'
import { printOf } from '../options.ts'
import { files } from './files.ts'
import { handouts } from './handouts.ts'
import { pptx } from './pptx.ts'
import { twoUp } from './two-up.ts'

const path = 'index.html'

/** A page that shows what was made, with a picture and links for each post. */
export const gallery: Exporter = {
  name: 'gallery',
  folder: 'out',
  ofMany: true,
  products: (job) =>
    job.complete && job.posts.length > 0
      ? [{ path, key: keyOf(job.fingerprint, job.fonts.key, printOf(job.options), job.collection, extrasOf(job, wordsFor('sv')), job.posts.map((post) => [post.worksheet, withPoster(post).slides[0], post.section.minutes, post.section.slides.length]), workshopsOf(job)) }]
      : [],
  async make(wanted, job, deliver) {
    const [product] = wanted
    if (!product) return []
    const words = wordsFor(job.posts[0]?.section.lang ?? 'sv')
    const extras = extrasOf(job, words)
    const cards = job.posts.map((post) => ({
      slug: post.slug,
      section: withPoster(post),
      ...(post.post.series ? { series: post.post.series.name } : {}),
      exercise: post.worksheet.title,
      sheets: layoutOf(post, job).pages.map(sheetPicture),
      extras: extras.filter(({ slug }) => slug === post.slug),
    }))
    const [cover] = bookOf(job).pages
    const shown = { title: job.collection, cards, workshops: workshopsOf(job), words, book: cover ? sheetPicture(cover) : '' }
    const characters = [...new Set(renderGallery({ ...shown, fonts: [] }))].sort().join('')
    const fonts = await job.tools.memory.onceMade('fonts of the gallery', [job.fonts.key, characters], () => webFonts(characters))
    await deliver(product, renderGallery({ ...shown, fonts }))
    return []
  },
}

/** What there is of each post besides slides and sheet, because somebody asked for it. */
function extrasOf(job: Job, { gallery: { extras } }: Words): { readonly slug: string; readonly path: string; readonly label: string }[] {
  const paths = new Set([files, handouts, pptx, twoUp].flatMap((exporter) => exporter.products(job).map(({ path }) => path)))
  const forms = (slug: string): [string, string][] => [
    [`decks/${slug}.html`, extras.html],
    [`decks/${slug}.pptx`, extras.pptx],
    [`decks/${slug}-notes.pdf`, extras.script],
    [`handouts/${slug}.pdf`, extras.handout],
    [`handouts/${slug}-notes.pdf`, extras.notes],
    [`two-up/${slug}.pdf`, extras.twoUp],
  ]
  return job.posts.flatMap(({ slug }) => forms(slug).flatMap(([path, label]) => (paths.has(path) ? [{ slug, path, label }] : [])))
}

/** A section that begins with the post's own cover, also when its slides are somebody's own. */
const withPoster = ({ section, takenOver }: PlannedPost): Section =>
  takenOver ? { ...section, slides: [...takenOver.generated.slides.slice(0, 1), ...section.slides.slice(1)] } : section

/** The workshops that come first, as they are shown. */
const workshopsOf = ({ workshops }: Job): GalleryWorkshop[] =>
  workshops.map(({ id, plan: { workshop, words, parts } }) => ({
    id,
    title: workshop.title,
    ...(workshop.client ? { client: workshop.client } : {}),
    date: dateLine(workshop.date, words),
    scenes: parts.slice(0, 3).map(({ scene }) => scene),
  }))
