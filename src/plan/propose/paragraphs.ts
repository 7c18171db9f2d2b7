import type { Post } from '../../model/post.ts'
import { plainText, type Block, type Inline } from '../../model/text.ts'
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

/** A quotation set apart, with whom it is by in its last line. */
export interface Citation {
  readonly text: string
  readonly by: string
}

/** Reads a quotation that ends in a name: a short last line that is no sentence. */
export function citation(block: Block): Citation | undefined {
  if (block.type !== 'quote' || block.children.length < 2) return undefined
  const lines = block.children.map((one) => (one.type === 'paragraph' ? plainText(one.children).trim() : ''))
  const by = lines.at(-1)?.replace(/^[–—-]+\s*/u, '') ?? ''
  return by !== '' && by.length <= 50 && !/[.!?:;]$/.test(by) && lines.every((line) => line !== '') ? { text: lines.slice(0, -1).join(' '), by } : undefined
}

/** True for a paragraph of nothing but links: it leads somewhere, and says nothing itself. */
const isAddress = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' &&
  block.children.some(({ type }) => type === 'link') &&
  block.children.every((node) => node.type === 'link' || node.type === 'break' || (node.type === 'text' && node.text.trim() === ''))

/** Emphasis right under a picture, or under the link in place of one. */
const isCaption = ({ children }: { readonly children: readonly Inline[] }, before: Block | undefined): boolean =>
  children.length === 1 && children[0]?.type === 'emphasis' && (before?.type === 'image' || isAddress(before))

/** The texts of a body's paragraphs, those in lists and quotations included, in order; without captions of pictures. */
export function paragraphsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block, index) => {
    if (block.type === 'paragraph') return isAddress(block) || isCaption(block, blocks[index - 1]) ? [] : [plainText(block.children)]
    if (block.type === 'list') return block.items.flatMap(paragraphsOf)
    if (block.type === 'quote') return paragraphsOf(citation(block) ? block.children.slice(0, -1) : block.children)
    return []
  })
}
