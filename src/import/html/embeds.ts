import type { Element, ElementContent } from 'hast'
import { absolute, type Cleaning } from './clean.ts'
import { attribute, element, elementsIn, find, lineOfElement, text, wordsIn } from './tree.ts'

/** A player, map or other page that was shown inside the post becomes a link to it. */
export function embedding(one: Element, { base, dropped }: Cleaning, children: (one: Element) => ElementContent[]): ElementContent[] {
  const found = addressIn(one)
  const inside = children(one)
  const words = wordsIn({ type: 'root', children: inside })
  // What stands inside is for browsers that cannot show the rest; a feed's readers may have seen it.
  const rest = words === '' || find({ type: 'root', children: inside }, (inner) => inner.tagName === 'a') === undefined ? [] : inside
  if (!found) {
    dropped(`an embedded ${kinds[one.tagName] ?? 'page'} without an address`, lineOfElement(one))
    return rest
  }
  const address = absolute(found.startsWith('//') ? `https:${found}` : found, base)
  if (!/^https?:/i.test(address) && base === undefined && /^[a-z]+:/i.test(address)) return rest
  dropped(`an embedded ${kinds[one.tagName] ?? 'page'}; a link to ${address} stands in its place`, lineOfElement(one))
  const title = attribute(one, 'title') ?? attribute(one, 'ariaLabel') ?? address
  return [element('p', [element('a', [text(title)], { href: address })])]
}

const kinds: Readonly<Record<string, string>> = { video: 'film', audio: 'recording', object: 'player', embed: 'player', applet: 'program' }

function addressIn(one: Element): string | undefined {
  const own = ['src', 'data', 'dataSrc', 'dataLazySrc'].map((key) => attribute(one, key)).find((value) => value !== undefined && value !== 'about:blank')
  if (own) return own
  for (const inner of elementsIn(one)) {
    if (inner.tagName === 'source' || inner.tagName === 'embed') {
      const src = attribute(inner, 'src')
      if (src) return src
    }
    if (inner.tagName === 'param' && /^(movie|src|url)$/i.test(attribute(inner, 'name') ?? '')) return attribute(inner, 'value')
  }
  return undefined
}
