import type { Root } from 'mdast'
import { diagnostic, type Place } from '../model/diagnostic.ts'
import { finishTree } from './finish.ts'
import type { Body, Draft, Found, Report } from './found.ts'
import { decodeEntities } from './html/parse.ts'
import { htmlToMarkdown, toMarkdownTree } from './html/to-markdown.ts'
import { wordsIn } from './markdown.ts'
import { repairDoubleEncoding } from './mojibake.ts'

/** Characters of a post beyond this are no post, and would be no slide. */
const longest = 1_000_000

/** Turns what was found into Markdown. Undefined for a post without any text, or one longer than any text is; both are reported. */
export function draftOf(found: Found, report: Report): Draft | undefined {
  const { body, ...rest } = mended(found, report)
  const root = rootOf(body, report)
  const words = wordsIn(root)
  const name = rest.title || words.slice(0, 40)
  if (words === '' && !holdsPicture(root)) {
    report(diagnostic('skipped-post', rest.place, `"${rest.title || 'a post without a title'}" has no text, so it was left out`))
    return undefined
  }
  if (words.length > longest) {
    report(diagnostic('bad-item', rest.place, `"${name}" has more than a million characters, which is no post`, 'divide it in the file'))
    return undefined
  }
  const lost = (`${rest.title} ${words}`.match(/\ufffd/g) ?? []).length
  if (lost > 0)
    report(
      diagnostic(
        'lost-letters',
        rest.place,
        `${lost} ${lost === 1 ? 'letter' : 'letters'} in "${name}" had been destroyed before (they show as \ufffd)`,
        'search for \ufffd in the post and write the letters',
      ),
    )
  return { ...rest, root, ...(body.type !== 'text' && body.base ? { base: body.base } : {}) }
}

const holdsPicture = (node: Root | Root['children'][number]): boolean =>
  node.type === 'paragraph'
    ? node.children.some((one) => one.type === 'image' || one.type === 'link')
    : 'children' in node && node.children.some((one) => holdsPicture(one))

function rootOf(body: Body, report: Report): Root {
  if (body.type === 'text') return finishTree(body.root)
  const dropped = (what: string, line: number): void => {
    const place: Place = { path: body.place.path, line: body.place.line + line - 1, column: 1 }
    report(diagnostic('dropped', place, `${what} was left out`.replace(/(stands in its place) was left out$/, '$1')))
  }
  const cleaning = { dropped, ...(body.base ? { base: body.base } : {}) }
  if (body.type === 'tree') return finishTree(toMarkdownTree(body.tree, 'space', cleaning))
  const html = body.prepare?.(body.html, dropped) ?? body.html
  return finishTree(htmlToMarkdown(html, body.lineEnds ?? 'space', cleaning))
}

/** Puts right, in one post alone, letters that were encoded twice or escaped twice. */
function mended(found: Found, report: Report): Found {
  if (found.body.type !== 'html') return found
  const joint = `${found.title}\n\u0000${found.body.html}`
  const undone = repairDoubleEncoding(joint)?.text ?? joint
  if (undone !== joint) report(diagnostic('repaired', found.place, 'letters in this post that had been encoded twice were put right'))
  const [whole = '', raw = ''] = undone.split('\n\u0000')
  const html = unescapedTwice(raw)
  if (html !== raw) report(diagnostic('repaired', found.place, 'letters in this post that had been escaped twice (&amp;aring; for å) were put right'))
  // A title is plain text already: an entity that is left in it was escaped once too often.
  const title = /[åäöÅÄÖ]/.test(whole) ? whole : whole.replace(/&(?:[aA]ring|[aAoO]uml|eacute|ndash|#\d{2,5});/g, decodeEntities)
  return { ...found, title, body: { ...found.body, html } }
}

/** `&amp;aring;` in a text that has no letter å of its own is an å that somebody escaped once too often. */
function unescapedTwice(html: string): string {
  if (!/&amp;(?:[aA]ring|[aAoO]uml|#(?:229|228|246|197|196|214));/.test(html)) return html
  if (/[åäöÅÄÖ]|&(?:[aA]ring|[aAoO]uml);/.test(html.replace(/&amp;\w+;/g, ''))) return html
  return html.replace(/&amp;(#\d{2,5}|[a-zA-Z]{2,8});/g, (all, name: string) => (/^(lt|gt|amp|quot)$/.test(name) ? all : decodeEntities(`&${name};`)))
}
