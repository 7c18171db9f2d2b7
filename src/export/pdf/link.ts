import type { PDFRef } from 'pdf-lib'
import type { Group, Item, Text } from '../../model/page.ts'
import { object } from './objects.ts'
import { type Bounds, toRectangle, union } from './path.ts'
import type { Shared } from './shared.ts'
import type { Element } from './structure-tree.ts'
import { textBounds } from './text.ts'
import { textString } from './text-string.ts'

interface LinkPage {
  readonly ref: PDFRef
  readonly height: number
  readonly annotations: PDFRef[]
}

/** Makes the words of a group a link to a page, as an annotation with its own description (PDF/UA-1, 7.18.5). */
export function writeLink(shared: Shared, group: Group, element: Element, page: LinkPage): void {
  const texts = textsOf(group.items)
  const bounds = texts.reduce<Bounds | undefined>((all, text) => {
    const own = textBounds(text, shared.fonts.metrics[text.font])
    return own ? union(all, own) : all
  }, undefined)
  if (!bounds || group.toPage === undefined) throw new Error('A link needs words and a page to go to')
  const words = texts
    .flatMap(({ lines }) => lines.map(({ text }) => text))
    .join(' ')
    .replaceAll(/\u00ad ?/g, '')
  const ref = shared.context.nextRef()
  page.annotations.push(ref)
  shared.context.assign(
    ref,
    object({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: toRectangle(bounds, page.height),
      Border: [0, 0, 0],
      F: 4,
      P: page.ref,
      Contents: textString(words),
      A: { Type: 'Action', S: 'GoTo', D: shared.destination(group.toPage) },
      StructParent: shared.tree.object(element, page.ref, ref),
    }),
  )
}

const textsOf = (items: readonly Item[]): Text[] =>
  items.flatMap((item) => {
    if (item.type === 'group') return textsOf(item.items)
    return item.type === 'text' && item.tag !== 'artifact' ? [item] : []
  })
