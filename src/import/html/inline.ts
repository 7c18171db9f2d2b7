import type { Element, ElementContent } from 'hast'
import { attribute, element, isElement, text, withChildren } from './tree.ts'

/** Text without marks of no width; a non-breaking space stays where it stands alone between two characters. */
export function plainCharacters(value: string): string {
  return value.replace(/[\u200b\u2060\ufeff\u00ad]/g, '').replace(/[ \u00a0]*(?: \u00a0|\u00a0[ \u00a0])[ \u00a0]*/g, ' ')
}

/** Editors that write emphasis as a style mean emphasis. */
export function styled(one: Element, _cleaning: unknown, children: (one: Element) => ElementContent[]): ElementContent[] {
  const style = attribute(one, 'style')?.toLowerCase().replace(/\s+/g, '') ?? ''
  let inner = children(one)
  if (/font-style:(italic|oblique)/.test(style)) inner = [element('em', inner)]
  if (/font-weight:(bold|bolder|[6-9]00)/.test(style)) inner = [element('strong', inner)]
  if (/text-decoration(-line)?:[^;]*line-through/.test(style)) inner = [element('del', inner)]
  return inner
}

const marks = new Set(['em', 'i', 'strong', 'b', 'del', 's', 'strike', 'a', 'u', 'mark', 'cite'])

/**
 * Markdown cannot begin or end emphasis with a space: spaces move out of it. Emphasis of nothing goes; the same
 * emphasis twice in a row, as editors leave it behind, becomes one.
 */
export function tidyMarks(nodes: readonly ElementContent[]): ElementContent[] {
  return joined(nodes).flatMap((node): ElementContent[] => {
    if (node.type !== 'element' || node.tagName === 'pre') return [node]
    const inner = tidyMarks(node.children)
    if (!marks.has(node.tagName)) return [withChildren(node, inner)]
    const [before, content, after] = trimmed(inner)
    return [...before, ...(content.length === 0 ? [] : [withChildren(node, content)]), ...after]
  })
}

function joined(nodes: readonly ElementContent[]): ElementContent[] {
  const done: ElementContent[] = []
  for (const node of nodes) {
    const last = done.at(-1)
    if (isElement(node) && node.tagName !== 'a' && marks.has(node.tagName) && isElement(last) && last.tagName === node.tagName)
      node.children.forEach((one) => last.children.push(one))
    else done.push(isElement(node) ? withChildren(node, node.children) : node)
  }
  return done
}

type Parts = [before: ElementContent[], content: ElementContent[], after: ElementContent[]]

function trimmed(nodes: readonly ElementContent[]): Parts {
  const content = [...nodes]
  const before: ElementContent[] = []
  const after: ElementContent[] = []
  while (content[0] && isSpace(content[0])) before.push(content.shift() as ElementContent)
  while (content.length > 0 && isSpace(content.at(-1) as ElementContent)) after.unshift(content.pop() as ElementContent)
  const [first] = content
  if (first?.type === 'text' && /^\s/.test(first.value)) {
    before.push(text(' '))
    content[0] = text(first.value.trimStart())
  }
  const last = content.at(-1)
  if (last?.type === 'text' && /\s$/.test(last.value)) {
    after.unshift(text(' '))
    content[content.length - 1] = text(last.value.trimEnd())
  }
  return [before, content, after]
}

const isSpace = (node: ElementContent): boolean => (node.type === 'text' && node.value.trim() === '') || isElement(node, 'br')
