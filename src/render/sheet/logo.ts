import type { Group, Item } from '../../model/page.ts'
import type { Logo } from '../../model/workshop.ts'
import type { Box } from './crop.ts'

/** The name among a document's embedded files of a logo that is no drawing. */
export const logoFile = 'logo'

/** A client's mark, as large as fits into a box, at its top and right or left edge. */
export function logoGroup(logo: Logo, box: Box, align: 'left' | 'right'): Group {
  const scale = Math.min(box.width / logo.width, box.height / logo.height)
  const [width, height] = [logo.width * scale, logo.height * scale]
  const x = align === 'right' ? box.x + box.width - width : box.x
  const item: Item = logo.shapes
    ? { type: 'drawing', shapes: logo.shapes, at: { scale, x, y: box.y }, clip: { x, y: box.y, width, height } }
    : { type: 'embedded', file: logoFile, page: 0, x, y: box.y, width, height }
  return { type: 'group', tag: 'Figure', alt: logo.alt, items: [item] }
}
