import type { Nodes, Parents, Root } from 'mdast'
import type { Ready } from './render.ts'

/** One small picture of a text: a sign with its variants and what is joined to it, a flag, or a key (Unicode Technical Standard 51). */
const sign =
  /\p{Regional_Indicator}{2}|[\d#*]\ufe0f?\u20e3|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f|\ufe0e)*(?:\u200d\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f|\ufe0e)*)*/gu

/** What people wrote before there were pictures of it. */
const written: Readonly<Record<string, string>> = {
  '🙂': ':-)',
  '😊': ':-)',
  '😀': ':-)',
  '😃': ':-)',
  '😄': ':-)',
  '😁': ':-)',
  '☺': ':-)',
  '😉': ';-)',
  '🙁': ':-(',
  '☹': ':-(',
  '😞': ':-(',
}

/**
 * A post without the small pictures that no font of the toolkit has: faces become what they stand for, the others go.
 * What went is returned, each sign once.
 */
export function withoutPictographs(post: Ready, has: (codePoint: number) => boolean): { readonly post: Ready; readonly gone: readonly string[] } {
  const gone = new Set<string>()
  const cleaned = (text: string): string =>
    text.replace(new RegExp(`([ \\u00a0]?)(${sign.source})([ \\u00a0]?)`, 'gu'), (whole: string, before: string, one: string, after: string) => {
      const bare = one.replace(/[\ufe0e\ufe0f]/g, '')
      if ([...bare].every((character) => has(character.codePointAt(0) ?? 0))) return whole
      const instead = written[bare] ?? (/^[\d#*]/.test(one) ? one.charAt(0) : '')
      if (instead !== '') return `${before}${instead}${after}`
      gone.add(bare)
      return before || after
    })
  const root = inTree(post.root, cleaned)
  const line = (text: string): string => cleaned(text).trim()
  const { title, excerpt, signoff, postscript } = post
  return {
    post: {
      ...post,
      root,
      title: line(title) || title,
      ...(excerpt === undefined ? {} : { excerpt: line(excerpt) }),
      ...(signoff === undefined ? {} : { signoff: line(signoff) }),
      ...(postscript === undefined ? {} : { postscript: line(postscript) }),
    },
    gone: [...gone],
  }
}

/** A tree with its texts changed; a paragraph or mark that loses all of its text goes with it. */
function inTree(root: Root, change: (text: string) => string): Root {
  const walk = (node: Nodes): Nodes | undefined => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
      const value = change(node.value)
      return value === node.value ? node : value === '' ? undefined : { ...node, value }
    }
    if (node.type === 'image') return { ...node, alt: change(node.alt ?? '').trim() }
    if (!('children' in node)) return node
    const before = node.children as Nodes[]
    const children = before.map(walk).filter((one) => one !== undefined)
    if (children.every((one, index) => one === before[index]) && children.length === before.length) return node
    if (children.length === 0 && before.length > 0 && !['root', 'tableCell'].includes(node.type)) return undefined
    if (node.type === 'paragraph' || node.type === 'heading') trimmed(children)
    return { ...node, children } as Parents
  }
  return (walk(root) ?? { type: 'root', children: [] }) as Root
}

/** Without space at its ends, where a sign stood. */
function trimmed(nodes: Nodes[]): void {
  const [first, last] = [nodes[0], nodes.at(-1)]
  if (first?.type === 'text') nodes[0] = { ...first, value: first.value.trimStart() }
  if (last?.type === 'text') nodes[nodes.length - 1] = { ...(nodes.at(-1) as typeof last), value: (nodes.at(-1) as typeof last).value.trimEnd() }
}
