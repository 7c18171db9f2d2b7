import { installableFont, installableFonts, openPptxMaker, type PptxMaker } from '../../export/pptx/index.ts'
import type { Shell } from '../../export/shell/index.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { deckOf } from '../deck-of.ts'
import { failedSlides } from '../deck-problems.ts'
import type { Exporter, Job } from '../exporter.ts'
import { keyOf } from '../fingerprint.ts'
import { unlessBroken } from '../unless-broken.ts'

const pathOf = (slug: string): string => `decks/${slug}.pptx`
const fontPathOf = (name: string): string => `fonts/${name}`

const decksOf = ({ posts, fingerprint, options, made }: Job) =>
  posts
    .map(({ slug, section }) => ({ path: pathOf(slug), key: keyOf(fingerprint, 'pptx', section) }))
    .filter(({ path }) => options.extras?.pptx === true || made.has(path))

/** The deck as a PowerPoint file to edit, and the fonts to install for it: `--pptx`. */
export const pptx: Exporter = {
  name: 'pptx',
  folder: 'out',
  products(job) {
    const decks = decksOf(job)
    const fonts = installableFonts.map((name) => ({ path: fontPathOf(name), key: keyOf(job.fingerprint, name) }))
    return [...decks, ...fonts.filter(({ path }) => decks.length > 0 || job.made.has(path))]
  },
  async make(wanted, job, deliver) {
    const diagnostics: Diagnostic[] = []
    for (const product of wanted) {
      const font = installableFonts.find((name) => fontPathOf(name) === product.path)
      if (font !== undefined) await deliver(product, await installableFont(font))
    }
    const posts = job.posts.flatMap((post) => wanted.filter(({ path }) => path === pathOf(post.slug)).map((product) => ({ post, product })))
    const makers = new Map<Shell, PptxMaker>()
    try {
      for (const { post, product } of posts) {
        const shell = await unlessBroken(post, () => job.tools.shells.open('print', job.say, deckOf(post)))
        const maker = shell && (makers.get(shell) ?? (await openPptxMaker(shell)))
        if (!shell || !maker) continue
        makers.set(shell, maker)
        const made = await maker.make(deckOf(post))
        if (made instanceof Uint8Array) await deliver(product, made)
        else diagnostics.push(...failedSlides(deckOf(post), made))
      }
    } finally {
      await Promise.all([...makers.values()].map((maker) => maker.close()))
    }
    return diagnostics
  },
}
