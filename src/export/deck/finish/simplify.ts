import type { Tag } from '../../../model/page.ts'
import type { Annotation, Content, Kid, Node } from './read-structure.ts'

/** A structure element of the finished file. */
export interface Part extends Omit<Node, 'tag' | 'kids'> {
  readonly tag: Tag
  readonly kids: readonly PartKid[]
}

export type PartKid = Part | Content | Annotation

/** What is painted in a mark: text, or only shapes and pictures, or nothing. */
export type Painted = (content: Content) => 'text' | 'graphics' | 'nothing'

const kept: Readonly<Record<string, Tag>> = {
  P: 'P', H1: 'H1', H2: 'H2', H3: 'H3', H4: 'H3', H5: 'H3', H6: 'H3',
  L: 'L', LI: 'LI', Lbl: 'Lbl', LBody: 'LBody', BlockQuote: 'BlockQuote', Link: 'Link',
  Table: 'Table', TR: 'TR', TH: 'TH', TD: 'TD',
}

/** Elements whose kids are blocks: text directly in one gets a paragraph. */
const holdsBlocks: ReadonlySet<Tag> = new Set(['BlockQuote'])
const tables: ReadonlySet<Tag> = new Set(['Table', 'TR'])

/**
 * Chromium's structure without its scaffolding: the layouts' boxes and backgrounds go, what carries meaning stays and
 * is put into the nesting that PDF/UA-1 (7.2) asks for. One list of parts for each of the pages.
 */
export function simplify(kids: readonly Kid[], painted: Painted, pages: number): readonly (readonly PartKid[])[] {
  const parts = kids.flatMap((kid) => simplifyKid(kid, painted, undefined))
  return Array.from({ length: pages }, (_, page) => inBlocks(parts.filter((part) => pageOf(part) === page)))
}

function simplifyKid(kid: Kid, painted: Painted, lang: string | undefined): readonly PartKid[] {
  if (kid.type === 'annotation') return [kid]
  if (kid.type === 'content') return painted(kid) === 'text' ? [kid] : []
  return simplifyNode(kid, painted, lang)
}

function simplifyNode(node: Node, painted: Painted, lang: string | undefined): readonly PartKid[] {
  if (node.tag === 'Figure' && node.alt !== undefined) return figure(node, painted)
  const kids = node.kids.flatMap((kid) => simplifyKid(kid, painted, node.lang ?? lang))
  const tag = kept[node.tag] ?? (node.tag === 'Caption' ? 'P' : undefined)
  if (tag === undefined) return kids
  if (!kids.some((kid) => kid.type !== 'annotation')) return []
  const { type, scope, columns, rows } = node
  const own = node.lang ?? lang
  return [{ type, tag, kids: nested(tag, kids), ...(own ? { lang: own } : {}), ...(scope && { scope }), ...(columns && { columns }), ...(rows && { rows }) }]
}

/** A picture: everything painted in it belongs to it. */
function figure(node: Node, painted: Painted): readonly Part[] {
  const kids = contents(node).filter((content) => painted(content) !== 'nothing')
  return kids.length === 0 ? [] : [{ type: 'node', tag: 'Figure', alt: node.alt ?? '', kids }]
}

const contents = (kid: Kid): readonly Content[] => {
  if (kid.type === 'content') return [kid]
  return kid.type === 'node' ? kid.kids.flatMap(contents) : []
}

/** Kids as the tag allows them: list items hold a label and a body, lists only items. */
function nested(tag: Tag, kids: readonly PartKid[]): readonly PartKid[] {
  if (tag === 'L') return kids.flatMap((kid) => (isPart(kid, 'LI') ? [kid] : [part('LI', nested('LI', [kid]))]))
  if (tag === 'LI') {
    const labels = kids.filter((kid) => isPart(kid, 'Lbl'))
    const bodies = kids.filter((kid) => isPart(kid, 'LBody'))
    const rest = kids.filter((kid) => !isPart(kid, 'Lbl') && !isPart(kid, 'LBody'))
    return [...labels, ...(rest.length > 0 ? [part('LBody', nested('LBody', rest))] : []), ...bodies]
  }
  return holdsBlocks.has(tag) || (kids.some(isBlock) && !tables.has(tag)) ? inBlocks(kids) : kids
}

/** Puts runs of text that stand among blocks into paragraphs. */
function inBlocks(kids: readonly PartKid[]): readonly PartKid[] {
  const blocks: PartKid[] = []
  let run: PartKid[] = []
  const flush = (): void => {
    if (run.length > 0) blocks.push(part('P', run))
    run = []
  }
  for (const kid of kids) {
    if (isBlock(kid)) {
      flush()
      blocks.push(kid)
    } else {
      run.push(kid)
    }
  }
  flush()
  return blocks
}

const part = (tag: Tag, kids: readonly PartKid[]): Part => ({ type: 'node', tag, kids })
const isBlock = (kid: PartKid): boolean => kid.type === 'node' && kid.tag !== 'Link'
const isPart = (kid: PartKid, tag: Tag): kid is Part => kid.type === 'node' && kid.tag === tag

/** The page of the first content in a part. */
function pageOf(kid: PartKid): number | undefined {
  return kid.type === 'node' ? kid.kids.map(pageOf).find((page) => page !== undefined) : kid.page
}
