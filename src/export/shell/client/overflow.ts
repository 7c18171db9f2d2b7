/** What leaves its place on a slide. */
export interface SlideOverflow {
  /** The slide, counted from 0 in the page. */
  readonly slide: number
  /** Beyond the slide's edge, beyond a box of its own, into the running foot, or into other text. */
  readonly into: 'edge' | 'box' | 'foot' | 'text'
  /** The beginning of the text, or the element's name. */
  readonly text: string
  /** How far, in pixels of a slide of 980 × 552. */
  readonly px: number
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A line of text as it is seen, without the leading above and below it. */
interface Line extends Box {
  readonly element: Element
  readonly text: string
}

/** Distance of text to a slide's right edge, and to the text of its foot, that is too little to be meant. */
const edge = 24
const gap = 2
/** Rounding. */
const slack = 1

/** Measures every slide of the page; reports the worst on each that a person would see overflow. */
export function measureOverflow(): SlideOverflow[] {
  const slides = Array.from(document.querySelectorAll('.print-slide-container'))
  return slides.flatMap((slide, index) => measureSlide(slide).map((found) => ({ slide: index, ...found })))
}

type Found = Omit<SlideOverflow, 'slide'>

function measureSlide(slide: Element): Found[] {
  const frame = slide.getBoundingClientRect()
  const foot = slide.querySelector('.foot')
  const inFoot = ({ element }: Line): boolean => foot !== null && foot.contains(element)
  const all = textLines(slide)
  const feet = all.filter(inFoot)
  const lines = all.filter((line) => !inFoot(line))
  const found: Found[] = []
  for (const line of lines) {
    const area = { left: frame.left, top: frame.top, right: frame.right - edge, bottom: frame.bottom }
    add(found, 'edge', line.text, outside(line, area))
    add(found, 'box', line.text, outsideBoxes(line, slide))
    for (const each of feet) add(found, 'foot', line.text, overlap(line, each, gap))
  }
  for (const media of slide.querySelectorAll('img, table, pre, video')) {
    add(found, 'edge', media.tagName.toLowerCase(), outside(media.getBoundingClientRect(), frame))
  }
  lines.forEach((line, index) => {
    for (const other of lines.slice(0, index)) {
      if (line.element !== other.element) add(found, 'text', line.text, overlap(line, other, 0))
    }
  })
  return worstOf(found)
}

function add(found: Found[], into: Found['into'], text: string, px: number): void {
  if (px > slack) found.push({ into, text: text.trim().slice(0, 60), px: Math.ceil(px) })
}

/** One report a slide: what is furthest from its place. */
function worstOf(found: readonly Found[]): Found[] {
  return found.toSorted((a, b) => b.px - a.px).slice(0, 1)
}

function textLines(slide: Element): Line[] {
  const lines: Line[] = []
  const range = document.createRange()
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.nodeValue ?? ''
    if (element === null || text.trim() === '' || element.closest('svg') !== null) continue
    range.selectNodeContents(node)
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    for (const { left, right, top, bottom } of range.getClientRects()) {
      // The middle of a line box, where its letters are: half a font size to each side without the deepest tails.
      const middle = (top + bottom) / 2
      if (right > left) lines.push({ element, text, left, right, top: middle - size * 0.45, bottom: middle + size * 0.42 })
    }
  }
  return lines
}

/** How far a line leaves the box it is set in, or a box further out that clips. */
function outsideBoxes(line: Line, slide: Element): number {
  let most = 0
  let nearest = true
  for (let box: Element | null = line.element; box !== null && box !== slide; box = box.parentElement) {
    const { display, overflowX } = getComputedStyle(box)
    if (display === 'inline' || display === 'contents') continue
    const rect = box.getBoundingClientRect()
    if (overflowX !== 'visible') most = Math.max(most, outside(line, rect))
    else if (nearest) most = Math.max(most, line.right - rect.right, rect.left - line.left)
    nearest = false
  }
  return most
}

const outside = (inner: Box, outer: Box): number =>
  Math.max(0, outer.left - inner.left, inner.right - outer.right, outer.top - inner.top, inner.bottom - outer.bottom)

/** How deep two boxes are in each other, the way out that is shortest; 0 when they are apart by `distance`. */
function overlap(a: Box, b: Box, distance: number): number {
  const x = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) + distance
  return x <= 0 ? 0 : Math.max(0, Math.min(x, y))
}
