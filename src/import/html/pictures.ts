import type { Element, ElementContent } from 'hast'
import type { Cleaning } from './clean.ts'
import { attribute, element, find, hasClass, isElement, lineOfElement, text, wordsIn } from './tree.ts'

/** Signs that blogs show as small pictures: `:-)` and its kin. */
export function smiley(one: Element): string | undefined {
  if (one.tagName !== 'img' || !hasClass(one, /^(wp-smiley|emoji|smiley)$/i)) return undefined
  return attribute(one, 'alt')
}

/** A picture with the address it is really shown from, as the page writes it: it may be a file beside the page. */
export function picture(one: Element, { dropped }: Cleaning): ElementContent[] {
  const shown = attribute(one, 'src')
  const late = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataOrigFile'].map((key) => attribute(one, key)).find(Boolean)
  const src = late && (!shown || /^data:|blank|placeholder|spacer/i.test(shown)) ? late : shown
  if (!src) {
    dropped('a picture without an address', lineOfElement(one))
    return []
  }
  const title = attribute(one, 'title')
  return [element('img', [], { src, alt: (attribute(one, 'alt') ?? title ?? '').replace(/\s+/g, ' '), dataLine: one.properties['dataLine'] ?? null })]
}

/** A picture and its caption stand under one another; the caption is set apart as emphasis. */
export function figure(one: Element, _cleaning: Cleaning, children: (one: Element) => ElementContent[]): ElementContent[] {
  const parts = children(one)
  const caption = parts.filter((node): node is Element => isElement(node, 'figcaption')).flatMap((node) => node.children)
  const shown = parts.filter((node) => !isElement(node, 'figcaption'))
  if (hasClass(one, /^kg-bookmark-card$/)) return bookmark(shown, caption)
  // WordPress writes a caption as what follows the picture inside the shortcode.
  const loose = attribute(one, 'dataCaption') === 'true' && caption.length === 0 ? shown.filter((node) => !holdsPicture(node)) : []
  const pictures = loose.length > 0 ? shown.filter(holdsPicture) : shown
  const words = [...loose, ...caption]
  if (wordsIn({ type: 'root', children: words }) === '') return [element('div', pictures)]
  return [element('div', pictures), element('p', [element('em', words)])]
}

const holdsPicture = (node: ElementContent): boolean => isElement(node, 'img') || (isElement(node) && node.children.some(holdsPicture))

/** Ghost's preview of another page: a link with that page's title, then its summary and where it is from. */
function bookmark(shown: readonly ElementContent[], caption: readonly ElementContent[]): ElementContent[] {
  const link = shown.find((node): node is Element => isElement(node, 'a'))
  if (!link) return [element('div', [...shown, ...caption])]
  const title = find(link, (one) => hasClass(one, /bookmark-title$/))
  const rest = [/bookmark-description$/, /bookmark-metadata$/].flatMap((name) => find(link, (one) => hasClass(one, name)) ?? [])
  const lines = [
    element('a', [text(wordsIn(title ?? link))], link.properties),
    ...rest.map((one) =>
      text(
        one.children
          .map((inner) => wordsIn({ type: 'root', children: [inner] }))
          .filter(Boolean)
          .join(' '),
      ),
    ),
    ...(caption.length > 0 ? [element('span', caption)] : []),
  ]
  return lines.filter((line) => wordsIn(line) !== '').map((line) => element('p', [line]))
}
