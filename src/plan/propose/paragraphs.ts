import type { Post } from '../../model/post.ts'
import { plainText, type Block } from '../../model/text.ts'
import { plainForm } from './sentences.ts'

/** The texts of a body's paragraphs without its sign-off and postscript, those in lists and quotations included. */
export function spokenParagraphs({ body, signoff, postscript }: Pick<Post, 'body' | 'signoff' | 'postscript'>): string[] {
  const closing = [signoff, postscript].filter((one) => one !== undefined).map(plainForm)
  const all = paragraphsOf(body).flatMap((text) => {
    const form = plainForm(text)
    if (closing.includes(form) || (postscript && plainForm(postscript).startsWith(form) && form.length > 20)) return []
    return signoff && text.endsWith(signoff) ? [text.slice(0, -signoff.length).trim()] : [text]
  })
  return all.filter((text) => text !== '')
}

/** The texts of a body's paragraphs, those in lists and quotations included, in order. */
export function paragraphsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [plainText(block.children)]
    if (block.type === 'list') return block.items.flatMap(paragraphsOf)
    if (block.type === 'quote') return paragraphsOf(block.children)
    return []
  })
}
