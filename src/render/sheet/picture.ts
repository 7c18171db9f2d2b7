import { asTheyAre, tickReach, type Drawing, type EmbeddedPage, type FieldBox, type Item, type LaidOutPage, type Text } from '../../model/page.ts'
import { ink, line, rule } from '../../model/palette.ts'
import type { Shape } from '../../model/scene.ts'
import { shownText } from '../../typography/line.ts'
import { escapeHtml as e } from '../html.ts'
import { round, shapesOf } from './shape.ts'

/** The faces as the gallery's style sheet names them. */
const families = { display: 'Säljverkstad display', text: 'Säljverkstad text', bold: 'Säljverkstad bold', quote: 'Säljverkstad quote' }

/** Draws a laid-out page as SVG, in points; fields as their lines and boxes. Needs the house's fonts where it is shown. */
export function sheetPicture(page: LaidOutPage): string {
  const parts: string[] = []
  const clips: string[] = []
  const prefix = `c${checksum(JSON.stringify(page))}`
  const clip = (drawing: Drawing): string => {
    if (!drawing.clip) return ''
    const { x, y, width, height, radius = 0 } = drawing.clip
    const id = `${prefix}-${clips.length + 1}`
    clips.push(`<clipPath id="${id}"><rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}"/></clipPath>`)
    return ` clip-path="url(#${id})"`
  }
  const draw = (item: Item): void => {
    if (item.type === 'group') item.items.forEach(draw)
    else if (item.type === 'drawing') parts.push(`<g${clip(item)}>${shapesIn(item)}</g>`)
    else if (item.type === 'text') parts.push(textLines(item))
    else if (item.type === 'embedded') parts.push(embeddedPage(item))
    else parts.push(fieldMarks(item))
  }
  page.items.forEach(draw)
  const defs = clips.length > 0 ? `<defs>${clips.join('')}</defs>` : ''
  const size = `width="${page.width}" height="${page.height}" viewBox="0 0 ${page.width} ${page.height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${defs}<rect width="100%" height="100%" fill="#ffffff"/>${parts.join('')}</svg>`
}

/** Finer than a position: it is multiplied by what is as wide as a slide. */
const factor = (value: number): number => Math.round(value * 1e5) / 1e5

/** A scene's shapes keep their whole numbers; of others, which may have any, every position is rounded. */
function shapesIn(drawing: Drawing): string {
  const { at = asTheyAre, shapes } = drawing
  if (at.scale === 1) return shapesOf(drawing).map(path).join('')
  return `<g transform="translate(${round(at.x)} ${round(at.y)}) scale(${factor(at.scale)})">${shapes.map(path).join('')}</g>`
}

function textLines({ font, size, color, tracking, lines }: Text): string {
  const spacing = tracking ? ` letter-spacing="${round((tracking * size) / 1000)}"` : ''
  const style = `font-family="'${families[font]}'" font-size="${size}" fill="${color}"${spacing} xml:space="preserve"`
  return lines.map(({ x, y, text }) => `<text x="${round(x)}" y="${round(y)}" ${style}>${e(shownText(text))}</text>`).join('')
}

function path(shape: Shape): string {
  const { d, fill = 'none', stroke, strokeWidth, lineCap, lineJoin, opacity, evenOdd } = shape
  const pairs: (readonly [string, string | number | undefined])[] = [
    ['fill', fill], ['stroke', stroke], ['stroke-width', strokeWidth], ['stroke-linecap', lineCap],
    ['stroke-linejoin', lineJoin], ['opacity', opacity], ['fill-rule', evenOdd ? 'evenodd' : undefined],
  ]
  return `<path d="${e(d)}"${pairs.map(([name, value]) => (value === undefined ? '' : ` ${name}="${e(String(value))}"`)).join('')}/>`
}

/** The place of a page whose file is not at hand here. */
const embeddedPage = ({ x, y, width, height, radius = 0 }: EmbeddedPage): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" fill="${line}"/>`

/** Writing lines, boxes and rings as they look on paper, with what is filled in beforehand. */
function fieldMarks({ x, y, width, height, field }: FieldBox): string {
  if (field.type === 'radio') {
    const r = Math.min(width, height) / 2 - 0.5
    const [cx, cy] = [round(x + width / 2), round(y + height / 2)]
    if (field.look === 'tick' && field.value !== field.option) return `<path d="M${cx} ${round(cy - tickReach)}V${round(cy + tickReach)}" stroke="#6b737b" stroke-width="0.9"/>`
    const dot = field.value === field.option ? `<circle cx="${cx}" cy="${cy}" r="${round(r * 0.5)}" fill="${ink}"/>` : ''
    return `<circle cx="${cx}" cy="${cy}" r="${round(r)}" fill="${field.look === 'tick' ? '#ffffff' : 'none'}" stroke="#6b737b" stroke-width="0.75"/>${dot}`
  }
  if (field.type === 'check') {
    const box = `<rect x="${round(x + 0.4)}" y="${round(y + 0.4)}" width="${round(width - 0.8)}" height="${round(height - 0.8)}" rx="2" fill="none" stroke="#6b737b" stroke-width="0.75"/>`
    const tick = `<path d="M${round(x + width * 0.22)} ${round(y + height * 0.52)} L${round(x + width * 0.42)} ${round(y + height * 0.72)} L${round(x + width * 0.8)} ${round(y + height * 0.28)}" fill="none" stroke="${ink}" stroke-width="1.5"/>`
    return box + (field.value ? tick : '')
  }
  if (field.value) {
    const lines = field.value.split(/\r\n|\r|\n/)
    const size = field.size || 11
    return lines.map((line, index) => `<text x="${round(x + 2)}" y="${round(y + size * 1.1 + index * size * 1.2)}" font-family="'${families.text}'" font-size="${size}" fill="${ink}">${e(line)}</text>`).join('')
  }
  if (!field.pitch) return ''
  const rows = Math.round(height / field.pitch)
  return Array.from({ length: rows }, (_, row) => {
    const at = round(y + (row + 1) * (field.pitch as number))
    return `<path d="M${round(x)} ${at} H${round(x + width)}" stroke="${rule}" stroke-width="0.5"/>`
  }).join('')
}

/** FNV-1a over UTF-16 units: the same page always gets the same names, two pages in one document different ones. */
function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}
