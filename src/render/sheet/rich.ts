import type { Setting } from '../../blocks/kit/type.ts'
import type { FontId } from '../../model/font.ts'
import type { Color } from '../../model/scene.ts'
import type { Item, Tag } from '../../model/page.ts'
import { type Block, type Cell, type Inline, plainText } from '../../model/text.ts'
import { lineWidth } from '../../typography/line.ts'

/** How running text with emphasis in it is set. */
export interface RichStyle {
  /** Points. */
  readonly size: number
  readonly leading: number
  readonly color: Color
  /** Points before a paragraph. */
  readonly space: number
}

/** A line of running text. Lines may be parted by the end of a page anywhere. */
export interface RichLine {
  /** The structure elements it stands in, outermost first; two lines in one element have the same id for it. */
  readonly path: readonly { readonly tag: Tag; readonly id: string }[]
  /** Pieces in one face each, with their distance from the column's left edge. */
  readonly runs: readonly { readonly font: FontId; readonly x: number; readonly text: string; /** Of the list item it is the label of. */ readonly label?: string }[]
  /** White space before it, unless it is the first of its column. */
  readonly before: number
  /** True when the next line should stand in the same column: a heading's, a paragraph's first and last but one. */
  readonly keep: boolean
}

type Path = RichLine['path']

interface Word {
  readonly pieces: readonly { readonly font: FontId; readonly text: string }[]
  /** The line ends after it. */
  readonly breaks: boolean
}

/** Sets blocks into a column of this width. Ids of elements begin with `id`. */
export function setBlocks(blocks: readonly Block[], style: RichStyle, width: number, setting: Setting, id: string): RichLine[] {
  return blocks.flatMap((block, index) => setBlock(block, { style, width, setting, x: 0, path: [] }, `${id}.${index + 1}`))
}

interface Column {
  readonly style: RichStyle
  readonly width: number
  readonly setting: Setting
  readonly x: number
  readonly path: Path
}

function setBlock(block: Block, column: Column, id: string): RichLine[] {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.children, column, id, false)
    case 'heading':
      return paragraph([{ type: 'strong', children: block.children }], column, id, true)
    case 'list':
      return list(block, column, id)
    case 'quote': {
      const inner = { ...column, x: column.x + 14, width: column.width - 14, path: [...column.path, { tag: 'BlockQuote' as const, id }] }
      return block.children.flatMap((child, index) => setBlock(child, inner, `${id}.${index + 1}`))
    }
    case 'table':
      return [block.header, ...block.rows].flatMap((row, index) => paragraph(cells(row, index === 0), column, `${id}.${index + 1}`, false))
    case 'image':
      return paragraph([{ type: 'emphasis', children: [{ type: 'text', text: block.alt }] }], column, id, false)
    case 'code':
      return block.text.split('\n').flatMap((text, index) => paragraph([{ type: 'code', text }], column, `${id}.${index + 1}`, false))
    case 'rule':
      return paragraph([{ type: 'text', text: '* * *' }], column, id, false)
  }
}

/** A row of a table as a line of its own: columns find no room beside a slide. */
const cells = (row: readonly Cell[], head: boolean): Inline[] => {
  const inlines = row.flatMap((cell, index): Inline[] => (index === 0 ? [...cell] : [{ type: 'text', text: ' · ' }, ...cell]))
  return head ? [{ type: 'strong', children: inlines }] : inlines
}

/** Between a list's left edge and its items' text, in sizes of the text. */
const indent = 1.5

function list({ ordered, start, items }: Extract<Block, { type: 'list' }>, column: Column, id: string): RichLine[] {
  const step = indent * column.style.size
  return items.flatMap((item, index) => {
    const own = `${id}.${index + 1}`
    const path: Path = [...column.path, { tag: 'L', id }, { tag: 'LI', id: own }]
    const inner = { ...column, x: column.x + step, width: column.width - step, path: [...path, { tag: 'LBody' as const, id: `${own}.body` }] }
    const lines = item.flatMap((block, at) => setBlock(block, inner, `${own}.${at + 1}`))
    const [first, ...rest] = lines
    if (!first) return []
    const label = { font: 'bold' as const, x: column.x, text: ordered ? `${start + index}.` : '–', label: own }
    const tight = index === 0 ? first.before : column.style.space / 2
    return [{ ...first, before: tight, runs: [label, ...first.runs] }, ...rest]
  })
}

function paragraph(inlines: readonly Inline[], column: Column, id: string, isHeading: boolean): RichLine[] {
  const { style, width, setting, x } = column
  const path: Path = [...column.path, { tag: 'P', id }]
  const lines = fill(wordsOf(inlines), width, style.size, setting)
  return lines.map((words, index) => ({
    path,
    runs: runsOf(words, x, style.size, setting, index === lines.length - 1),
    before: index === 0 ? style.space * (isHeading ? 1.6 : 1) : 0,
    // No single line of a paragraph at the end or the beginning of a page.
    keep: isHeading || (lines.length > 1 && (index === 0 || index === lines.length - 2)),
  }))
}

/** Words with their faces; emphasis within a word stays within it. */
function wordsOf(inlines: readonly Inline[]): Word[] {
  const words: { pieces: { font: FontId; text: string }[]; breaks: boolean }[] = []
  let open = false
  const add = (text: string, font: FontId): void => {
    for (const part of text.split(/([ \t\r\n]+)/)) {
      if (/^[ \t\r\n]*$/.test(part)) {
        if (part !== '') open = false
        continue
      }
      if (!open) words.push({ pieces: [], breaks: false })
      words.at(-1)?.pieces.push({ font, text: part })
      open = true
    }
  }
  const visit = (inline: Inline, font: FontId): void => {
    if (inline.type === 'text' || inline.type === 'code') return add(inline.text, font)
    if (inline.type === 'break') {
      const last = words.at(-1)
      if (last) last.breaks = true
      open = false
      return
    }
    const inner = inline.type === 'strong' ? 'bold' : inline.type === 'emphasis' && font === 'text' ? 'quote' : font
    inline.children.forEach((child) => visit(child, inner))
    // On paper a link is worth nothing without its address.
    if (inline.type === 'link' && !plainText(inline.children).includes(inline.href)) add(` (${inline.href})`, font)
  }
  inlines.forEach((inline) => visit(inline, 'text'))
  return words
}

function fill(words: readonly Word[], width: number, size: number, setting: Setting): Word[][] {
  const lines: Word[][] = []
  let line: Word[] = []
  const flush = (): void => {
    if (line.length > 0) lines.push(line)
    line = []
  }
  for (const word of words.flatMap((one) => parted(one, width, size, setting))) {
    if (line.length > 0 && widthOf([...line, word], size, setting) > width) flush()
    line.push(word)
    if (word.breaks) flush()
  }
  flush()
  return lines
}

/** A word wider than the column in parts that are not, hyphenated where its language may, else anywhere. */
function parted(word: Word, width: number, size: number, setting: Setting): Word[] {
  if (widthOf([word], size, setting) <= width) return [word]
  const font = word.pieces[0]?.font ?? 'text'
  const whole = word.pieces.map(({ text }) => text).join('')
  const fits = (text: string): boolean => lineWidth(text, { metrics: setting.fonts[font], size }) <= width
  const syllables = setting.hyphenate(whole).split('\u00ad').flatMap((part) => (fits(`${part}\u00ad`) ? [part] : Array.from(part)))
  const parts: string[] = []
  let part = ''
  for (const syllable of syllables) {
    if (part !== '' && !fits(`${part}${syllable}\u00ad`)) {
      parts.push(`${part}\u00ad`)
      part = ''
    }
    part += syllable
  }
  return [...parts, part].map((text, index) => ({ pieces: [{ font, text }], breaks: index < parts.length || word.breaks }))
}

/** Words as runs of one face, with the spaces between and after them. */
function joined(words: readonly Word[], isLast: boolean): { font: FontId; text: string }[] {
  const runs: { font: FontId; text: string }[] = []
  words.forEach(({ pieces }, index) => {
    const isEnd = index === words.length - 1
    pieces.forEach(({ font, text }, at) => {
      const gap = at < pieces.length - 1 || (isEnd && (isLast || text.endsWith('\u00ad'))) ? '' : ' '
      const last = runs.at(-1)
      if (last?.font === font) last.text += text + gap
      else runs.push({ font, text: text + gap })
    })
  })
  return runs
}

function widthOf(words: readonly Word[], size: number, { fonts }: Setting): number {
  return joined(words, true).reduce((sum, { font, text }) => sum + lineWidth(text, { metrics: fonts[font], size }), 0)
}

function runsOf(words: readonly Word[], left: number, size: number, { fonts }: Setting, isLast: boolean): RichLine['runs'] {
  let x = left
  return joined(words, isLast).map(({ font, text }) => {
    const run = { font, text, x: Math.round(x * 100) / 100 }
    x += lineWidth(text, { metrics: fonts[font], size })
    return run
  })
}

/** A line and where its baseline is. */
export interface PlacedLine {
  readonly line: RichLine
  readonly y: number
}

/** Lines as items of a page, in the structure they stand in; `x` is the column's left edge. */
export function richItems(placed: readonly PlacedLine[], x: number, style: RichStyle, depth = 0): Item[] {
  const items: Item[] = []
  for (let from = 0; from < placed.length; ) {
    const element = placed[from]?.line.path[depth]
    let to = from + 1
    while (to < placed.length && placed[to]?.line.path[depth]?.id === element?.id) to += 1
    const same = placed.slice(from, to)
    if (!element) items.push(...texts(same, x, style))
    else items.push({ type: 'group', tag: element.tag, id: element.id, items: [...labels(same[0], element.id, x, style), ...richItems(same, x, style, depth + 1)] })
    from = to
  }
  return items
}

/** Runs that follow each other in one face, over line ends too, are one text; its writer parts its lines by itself. */
function texts(placed: readonly PlacedLine[], x: number, { size, color }: RichStyle): Item[] {
  const items: { font: FontId; lines: { x: number; y: number; text: string }[] }[] = []
  for (const { line, y } of placed) {
    for (const run of line.runs.filter(({ label }) => label === undefined)) {
      const at = { x: x + run.x, y, text: run.text }
      const last = items.at(-1)
      if (last?.font === run.font) last.lines = [...last.lines.map((one) => ({ ...one, text: one.text.trimEnd() })), at]
      else items.push({ font: run.font, lines: [at] })
    }
  }
  return items.map(({ font, lines }) => ({ type: 'text', tag: 'Span', font, size, color, lines }))
}

/** The label of a list item that begins with this line. */
function labels(first: PlacedLine | undefined, item: string, x: number, { size, color }: RichStyle): Item[] {
  const own = first?.line.runs.filter(({ label }) => label === item) ?? []
  return own.map(({ font, text, x: left }) => ({ type: 'text', tag: 'Lbl', font, size, color, lines: [{ x: x + left, y: first?.y ?? 0, text }] }))
}
