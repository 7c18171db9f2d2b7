import { parse } from 'yaml'
import type { Section, Slide } from '../../model/slide.ts'
import { type Cell, plainText } from '../../model/text.ts'
import { wordsFor } from '../../words/index.ts'
import { renderMarkdown } from '../markdown.ts'

export interface ByHandOptions {
  /** The theme's folder, relative to the file, with slashes. */
  readonly theme: string
  /** Where the pictures of image slides will be, by the number of the slide from 1, relative to the file. */
  readonly pictures: Readonly<Record<number, string>>
}

/**
 * A section as a Slidev file for a person to go on with: each slide's text in its front matter under the names that the
 * theme's `by-hand.ts` reads, the notes as Markdown. The text is escaped only where Slidev would act on it.
 */
export function renderByHand(section: Section, { theme, pictures }: ByHandOptions): string {
  const head = [...wordsFor(section.lang).byHand.map((line) => `# ${line}`), `theme: ${scalar(theme)}`, `lang: ${section.lang}`, `title: ${scalar(section.title)}`]
  return section.slides.map((slide, index) => renderSlide(slide, index === 0 ? head : [], section, pictures[index + 1])).join('\n')
}

function renderSlide(slide: Slide, head: readonly string[], section: Section, picture: string | undefined): string {
  const lines = [...head, ...frontMatter(slide, head.length > 0, section)]
  const content = slide.kind === 'image' ? `\n![${escaped(renderMarkdown([words(slide.alt)]))}](${picture ?? ''})\n` : ''
  const notes = slide.notes.length === 0 ? '' : `\n<!--\n${escaped(renderMarkdown(slide.notes))}\n-->\n`
  return `---\n${lines.join('\n')}\n---\n${content}${notes}`
}

const words = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] }) as const

/** What stands for itself elsewhere: the section's own, or the data's alone. */
const left = new Set(['kind', 'lang', 'accent', 'foot', 'page', 'notes', 'place', 'title', 'minutes', 'scene', 'src', 'alt'])

function frontMatter(slide: Slide, isFirst: boolean, section: Section): string[] {
  const own = Object.entries(slide).filter(([key, value]) => !left.has(key) && value !== undefined)
  const named = 'heading' in slide ? slide.heading : 'text' in slide ? slide.text : undefined
  const isNamed = slide.title === (isFirst ? section.title : named)
  return [
    `layout: ${slide.kind === 'image' ? 'default' : slide.kind}`,
    ...(isNamed || isFirst ? [] : entry('title', slide.title)),
    ...own.flatMap(([key, value]) => entry(key, tableTexts(slide, key, value))),
    ...('scene' in slide && slide.scene ? entry('illustration', slide.scene.name) : []),
    ...(slide.minutes === undefined ? [] : entry('minutes', slide.minutes)),
  ]
}

/** Cells as their words: emphasis in them is not kept. */
function tableTexts(slide: Slide, key: string, value: unknown): unknown {
  if (slide.kind !== 'table') return value
  const words = (cells: readonly Cell[]): string[] => cells.map(plainText)
  return key === 'header' ? words(slide.header) : key === 'rows' ? slide.rows.map(words) : value
}

/** A key with its value as lines of YAML. */
function entry(key: string, value: unknown): string[] {
  if (!Array.isArray(value)) return [`${key}: ${scalar(value)}`]
  if (value.length === 0) return [`${key}: []`]
  return [`${key}:`, ...value.flatMap((item: unknown) => itemLines(item).map((line, index) => `  ${index === 0 ? '- ' : '  '}${line}`))]
}

function itemLines(item: unknown): string[] {
  if (Array.isArray(item)) return [`[${item.map((each) => quoted(String(each))).join(', ')}]`]
  if (typeof item === 'object' && item !== null) return Object.entries(item).filter(([, value]) => value !== undefined).flatMap(([key, value]) => entry(key, value))
  return [scalar(item)]
}

/** Text without anything that YAML, or Slidev before it, could take for more than text. */
const plain = /^[\p{L}”’(][\p{L}\p{N} .,;?!/()’”…–·-]*$/u

function scalar(value: unknown): string {
  if (typeof value === 'number') return String(value)
  const text = String(value)
  return plain.test(text) && !text.includes('--') && text.trimEnd() === text && parse(text) === text ? text : quoted(text)
}

/** Slidev ends front matter at `---`, and looks for marks of code, formulas and components in the raw file. */
const risky = /[^\p{L}\p{N} .,;:?!/()&'’”…–·%+=*#@_~|-]|-(?=-)|(?<=-)-/gu

function quoted(text: string): string {
  const inside = text.replace(risky, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`
    const code = character.codePointAt(0) ?? 0
    return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`
  })
  return `"${inside}"`
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0')

/**
 * Markdown in which Slidev finds nothing to act on: no end of the comment, no slides, no marks of clicks, no tags. A
 * character reference reads as the character that it stands for.
 */
function escaped(markdown: string): string {
  return markdown
    .replace(/\\?</g, '&#60;')
    .replace(/\\?\{/g, '&#123;')
    .replace(/-->/g, '--&#62;')
    .replace(/\\?\[(?=click)/g, '&#91;')
    .replace(/\\?\$/g, '&#36;')
    .replace(/^(\s*)\\?-(?=--)/gm, '$1&#45;')
}
