import { createTwoFilesPatch } from 'diff'
import { handTitle, isHandKind, slideByHand } from '../../slides/theme/by-hand.ts'
import type { CustomFile, CustomSource } from '../load/custom.ts'
import { diagnostic, fileStart, type Diagnostic } from '../model/diagnostic.ts'
import { palettes } from '../model/palette.ts'
import type { Accent, Scene } from '../model/scene.ts'
import type { CustomSlide, Section } from '../model/slide.ts'
import { suggestionHint } from '../model/suggest.ts'
import { type Block, plainText } from '../model/text.ts'
import { parseMarkdown } from '../parse/markdown.ts'
import { slideText } from '../render/slide-text.ts'
import { shown } from './places.ts'

export type Scenes = ReadonlyMap<string, Scene | undefined>

interface CustomSection {
  readonly section: Section
  readonly diagnostics: readonly Diagnostic[]
}

/** A section whose slides are those of a trainer's own file; all else stays as the post says. */
export function customSection(generated: Section, file: CustomFile, scenes: Scenes): CustomSection {
  const own = new Map(generated.slides.flatMap((slide) => ('scene' in slide && slide.scene ? [[slide.scene.name, slide.scene] as const] : [])))
  const diagnostics = [...file.diagnostics]
  const slides = file.slides.map((source, index) => {
    const name = source.frontmatter['illustration']
    const scene = typeof name === 'string' ? (own.get(name) ?? scenes.get(name)) : undefined
    if (typeof name === 'string' && !scene) {
      diagnostics.push(diagnostic('missing-illustration', source.place, `there is no illustration called "${name}"`, suggestionHint(name, [...scenes.keys()])))
    }
    return customSlide(source, index, generated, scene)
  })
  if (slides.length === 0 && diagnostics.length === 0) {
    diagnostics.push(diagnostic('bad-slides', fileStart(shown(file.path)), 'there are no slides in this file', 'delete it to have the section made from its post again'))
  }
  const { exemptions: _forOthers, ...section } = generated
  return { section: { ...section, custom: file.hash, slides }, diagnostics }
}

function customSlide({ frontmatter, content, note, title, place }: CustomSource, index: number, section: Section, scene: Scene | undefined): CustomSlide {
  const [cover] = section.slides
  const layout = frontmatter['layout'] ?? (index === 0 ? 'cover' : 'default')
  const accent = isAccent(frontmatter['accent']) ? frontmatter['accent'] : (cover?.accent ?? 'ink')
  const base = {
    title: handTitle(frontmatter) || title || section.title,
    lang: section.lang,
    accent,
    foot: cover?.foot ?? section.title,
    ...(index === 0 ? {} : { page: index + 1 }),
  }
  const words = isHandKind(layout)
    ? slideText(slideByHand(layout, frontmatter, { ...base, ...(scene ? { scene } : {}) }))
    : wordsOf(parseMarkdown(content.replace(/<[^>]*>/g, ' '), place.path, place.line).blocks)
  const minutes = frontmatter['minutes']
  return {
    ...base,
    kind: 'custom',
    file: section.slug,
    number: index + 1,
    text: words,
    notes: parseMarkdown(note, place.path, place.line).blocks,
    place,
    ...(typeof minutes === 'number' ? { minutes } : {}),
    ...(scene ? { scene } : {}),
  }
}

const isAccent = (value: unknown): value is Accent => typeof value === 'string' && Object.hasOwn(palettes, value)

function wordsOf(blocks: readonly Block[]): string {
  return blocks.map(blockWords).filter(Boolean).join(' ')
}

function blockWords(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return plainText(block.children)
    case 'list':
      return block.items.map(wordsOf).join(' ')
    case 'quote':
      return wordsOf(block.children)
    case 'table':
      return [block.header, ...block.rows].map((row) => row.map(plainText).join(', ')).join('. ')
    case 'image':
      return block.alt
    case 'code':
      return block.text
    case 'rule':
      return ''
  }
}

/** Sizes follow from the text, and where the theme lies from the folders: both are the toolkit's own affair. */
const withoutOwnAffairs = (text: string): string => text.replace(/^(?:\w*[sS]ize: \d+|theme: .*)\n/gm, '')

/** Says what the post or its exercise would change in a section that was taken over before they did. */
export function changesSince({ slug, path, origin }: CustomFile, now: string): Diagnostic[] {
  if (origin === undefined) return []
  const [before, after] = [withoutOwnAffairs(origin), withoutOwnAffairs(now)]
  if (before === after) return []
  const patch = createTwoFilesPatch('then', 'now', before, after, '', '', { context: 1 })
  const lines = patch.split('\n').slice(3).filter((line) => line !== '' && !line.startsWith('\\'))
  return [
    diagnostic(
      'source-changed',
      fileStart(shown(path)),
      'the post or its exercise has changed since this section was taken over by hand; this file still shows what it says itself',
      `take over what you want of it, then say that you have seen it: npm run eject -- ${slug} --seen\n${lines.join('\n')}`,
    ),
  ]
}
