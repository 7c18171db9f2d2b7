import { relative, sep } from 'node:path'
import type { CustomFile } from '../load/custom.ts'
import { diagnostic, fileStart, type Diagnostic } from '../model/diagnostic.ts'
import type { Section, Slide } from '../model/slide.ts'
import { suggestionHint } from '../model/suggest.ts'
import { renderByHand } from '../render/slidev/index.ts'
import { changesSince, customSection, type Scenes } from './custom-section.ts'
import { folders, shown } from './places.ts'
import type { PlannedPost } from './planned.ts'

/** What a trainer gets to go on with. */
export interface HandFile {
  readonly text: string
  /** Pictures by their file names, to lie beside it. */
  readonly pictures: Readonly<Record<string, Uint8Array>>
}

/** A section as a file for a person to go on with, in this folder. */
export function handFileOf(section: Section, folder: string): HandFile {
  const names: Record<number, string> = {}
  const pictures: Record<string, Uint8Array> = {}
  section.slides.forEach((slide, index) => {
    const [, type = '', base64 = ''] = slide.kind === 'image' ? (/^data:image\/([a-z]+)[^,]*;base64,(.*)$/s.exec(slide.src) ?? []) : []
    if (base64 === '') return
    const name = `${section.slug}-${index + 1}.${type === 'jpeg' ? 'jpg' : type}`
    names[index + 1] = `./${name}`
    pictures[name] = Buffer.from(base64, 'base64')
  })
  const theme = relative(folder, folders.theme).split(sep).join('/')
  return { text: renderByHand({ ...section, slides: section.slides.map(withoutLines) }, { theme, pictures: names }), pictures }
}

/** A slide whose texts do not say where their lines end: whoever changes the words leaves that to the layout. */
function withoutLines(slide: Slide): Slide {
  const plain = (value: unknown): unknown =>
    typeof value === 'string' ? value.replaceAll('\n', ' ') : Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.map(plain) : value
  return Object.fromEntries(Object.entries(slide).map(([key, value]) => [key, plain(value)])) as unknown as Slide
}

/** Puts the section that a trainer has taken over, if there is one, in the place of the generated one, and says what has changed since. */
export function takeOver(post: PlannedPost, files: readonly CustomFile[], scenes: Scenes, folder: string): PlannedPost {
  const file = files.find(({ slug }) => slug === post.slug)
  if (!file) return post
  const { section, diagnostics } = customSection(post.section, file, scenes)
  const changes = changesSince(file, handFileOf(post.section, folder).text)
  return { ...post, section, takenOver: { file, generated: post.section }, diagnostics: [...post.diagnostics, ...diagnostics, ...changes] }
}

/** Files that are no post's section. */
export function strayFiles(files: readonly CustomFile[], slugs: readonly string[]): Diagnostic[] {
  return files
    .filter(({ slug }) => !slugs.includes(slug))
    .map(({ slug, path }) => diagnostic('source-changed', fileStart(shown(path)), `there is no post called ${slug}, so this section is not shown`, suggestionHint(slug, slugs) ?? 'give it the name of its post, or move it away'))
}
