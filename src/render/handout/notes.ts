import type { Item } from '../../model/page.ts'
import { ink, line as hairline } from '../../model/palette.ts'
import { wordsFor } from '../../words/index.ts'
import { type PlacedLine, type RichLine, richItems, type RichStyle, setBlocks } from '../sheet/rich.ts'
import type { Frame } from '../sheet/frame.ts'
import { lineShape } from '../sheet/shape.ts'
import { caption, captionDrop, type Heads, type NumberedSection, type NumberedSlide, slideFigure, slideGroup, slideHeight } from './parts.ts'

/** Where a slide and its notes go, in points. */
interface Shape {
  readonly slideWidth: number
  readonly style: RichStyle
  /** The notes' column, from the left margin. */
  readonly column: { readonly x: number; readonly width: number }
  /** From the slide's upper edge to the top of the notes. */
  readonly drop: number
  /** One slide a page, or as many as there is room for. */
  readonly single: boolean
}

/** Slides at left with their notes beside them, as many on a page as fit. */
export function besidePages(section: NumberedSection, heads: Heads, frame: Frame): Item[][] {
  const slideWidth = 208
  const x = slideWidth + 20
  const column = { x, width: frame.paper.width - frame.paper.margin.left - frame.paper.margin.right - x }
  return layout(section, { slideWidth, column, drop: 0, single: false, style: { size: 10, leading: 13.5, color: ink, space: 6 } }, heads, frame)
}

/** A slide on top of each page and its notes below, large enough to be read while standing. */
export function scriptPages(section: NumberedSection, heads: Heads, frame: Frame): Item[][] {
  const slideWidth = frame.paper.width - frame.paper.margin.left - frame.paper.margin.right
  const style = { size: 13, leading: 18.5, color: ink, space: 8 }
  return layout(section, { slideWidth, column: { x: 0, width: 450 }, drop: slideHeight(slideWidth) + captionDrop + 14, single: true, style }, heads, frame)
}

const gapUnderHead = 16
const gapBetween = 28

function layout({ section, slides }: NumberedSection, shape: Shape, heads: Heads, frame: Frame): Item[][] {
  const { left, top, bottom, right } = frame.paper.margin
  const floor = frame.paper.height - bottom
  const words = wordsFor(section.lang).handout
  const pages: Item[][] = [[]]
  const ceiling = (): number => top + (pages.length === 1 ? heads.first : heads.later) + gapUnderHead
  let y = ceiling()
  const newPage = (): void => {
    pages.push([])
    y = ceiling()
  }
  slides.forEach((numbered, index) => {
    const lines = notesOf(numbered, shape, frame)
    const tall = Math.max(slideHeight(shape.slideWidth) + captionDrop, shape.drop + heightOf(lines, shape.style))
    const least = Math.max(slideHeight(shape.slideWidth) + captionDrop, shape.drop + Math.min(heightOf(lines, shape.style), 60))
    const isFree = (pages.at(-1) ?? []).length === 0
    // A slide with its notes goes to the next page whole, unless that leaves half a page empty or is not enough.
    const isWasteful = floor - y > (floor - top) / 2 || tall > floor - top - heads.later - gapUnderHead
    if (!isFree && (shape.single || y + least > floor || (y + tall > floor && !isWasteful))) newPage()
    else if (!isFree) pages.at(-1)?.push({ type: 'drawing', shapes: [lineShape(left, y - gapBetween / 2, frame.paper.width - right, y - gapBetween / 2, hairline, 0.5)] })
    const figure = [
      slideFigure(numbered, { x: left, y, width: shape.slideWidth }),
      caption(words.slide(numbered.number), left, y + slideHeight(shape.slideWidth), shape.slideWidth, frame),
    ]
    const columns = parts(lines, shape.style, floor - y - shape.drop, floor - ceilingOfNext())
    columns.forEach((column, part) => {
      if (part > 0) {
        newPage()
        if (!shape.single) pages.at(-1)?.push(asArtifact(caption(words.continued(numbered.number), left, y - captionDrop + 9, shape.slideWidth, frame)))
      }
      const start = part === 0 ? y + shape.drop : y
      const placed = place(column, shape.style, start + capHeight(shape.style, frame))
      pages.at(-1)?.push(slideGroup(numbered.page, [...(part === 0 ? figure : []), ...richItems(placed, left + shape.column.x, shape.style)]))
      const used = start + heightOf(column, shape.style)
      y = part === 0 ? Math.max(used, y + slideHeight(shape.slideWidth) + captionDrop) : used
    })
    if (index < slides.length - 1) y += gapBetween
  })
  return pages

  function ceilingOfNext(): number {
    return top + heads.later + gapUnderHead
  }
}

const notesOf = ({ slide, page }: NumberedSlide, { style, column }: Shape, frame: Frame): RichLine[] =>
  setBlocks(slide.notes, style, column.width, frame, `notes.${page}`)

const capHeight = ({ size }: RichStyle, { fonts }: Frame): number => (fonts.text.capHeight * size) / 1000

/** From the top of the first line's capitals to the last baseline, and what hangs below it. */
function heightOf(lines: readonly RichLine[], { leading }: RichStyle): number {
  return lines.reduce((sum, { before }, index) => sum + leading + (index === 0 ? 0 : before), 0)
}

function place(lines: readonly RichLine[], { leading }: RichStyle, first: number): PlacedLine[] {
  let y = first
  return lines.map((line, index) => {
    if (index > 0) y += leading + line.before
    return { line, y: Math.round(y * 100) / 100 }
  })
}

/** Parts lines into columns: the first of this height, the others of that; never after a line that keeps the next. */
function parts(lines: readonly RichLine[], style: RichStyle, first: number, later: number): RichLine[][] {
  const columns: RichLine[][] = []
  let rest = [...lines]
  do {
    const room = columns.length === 0 ? first : later
    let count = rest.length
    while (count > 1 && heightOf(rest.slice(0, count), style) > room) count -= 1
    let end = count
    while (end < rest.length && end > 1 && rest[end - 1]?.keep) end -= 1
    if (end < rest.length && rest[end - 1]?.keep) end = count
    columns.push(rest.slice(0, end))
    rest = rest.slice(end)
  } while (rest.length > 0)
  return columns
}

const asArtifact = (item: Item): Item => (item.type === 'text' ? { ...item, tag: 'artifact' } : item)
