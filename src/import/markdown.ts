import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'

/** GitHub's additions, without those that keep addresses from becoming links: they are meant to. */
const additions = gfmToMarkdown({ tablePipeAlign: false }).extensions?.filter(({ unsafe }) => !unsafe?.some(({ character }) => character === '@')) ?? []

/** A Markdown tree as text that parses back to the same tree, in the manner of this project's posts. */
export function writeMarkdown(root: Root): string {
  return toMarkdown(root, {
    bullet: '-',
    emphasis: '*',
    rule: '*',
    fences: true,
    listItemIndent: 'one',
    extensions: additions,
  }).trim()
}

/** The words of a tree as a reader sees them, with single spaces. */
export function wordsIn(node: Nodes | RootContent | PhrasingContent): string {
  const visit = (one: Nodes): string => {
    if (one.type === 'break') return ' '
    if ('value' in one) return one.value
    if (one.type === 'image') return ` ${one.alt ?? ''} `
    if (!('children' in one)) return ''
    const inner = one.children.map(visit).join('')
    return flat.has(one.type) ? inner : ` ${inner} `
  }
  return visit(node).replace(/\s+/g, ' ').trim()
}

const flat = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference'])
