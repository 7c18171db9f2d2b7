import type { Post } from '../model/post.ts'
import { plainText, type Block } from '../model/text.ts'
import type { Words } from '../words/index.ts'

/** A post with everything a section needs. */
export interface CompletePost extends Post {
  readonly idea: string
  readonly story: readonly string[]
  readonly questions: readonly string[]
  readonly takeaways: readonly string[]
}

const storyLength = 5
const longestBeat = 140
const longestIdea = 130

/** Fills in from the body what the front matter leaves out, so that a freshly imported post gives a usable section. */
export function completePost(post: Post, words: Words): CompletePost {
  const paragraphs = paragraphsOf(post.body).map((paragraph) => sentencesOf(paragraph, post.lang))
  const spoken = paragraphs.flat().filter((sentence) => sentence !== post.signoff)
  const statements = spoken.filter((sentence) => !sentence.endsWith('?'))
  const idea = post.idea ?? ideaFrom(statements) ?? post.title
  const asked = spoken.filter((sentence) => sentence.endsWith('?') && sentence.length <= longestBeat)
  return {
    ...post,
    idea,
    story: post.story ?? storyFrom(paragraphs, post.signoff),
    questions: post.questions ?? (asked.length > 0 ? asked.slice(0, 3) : words.defaultQuestions),
    takeaways: post.takeaways ?? [idea],
  }
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

/** A text cut into its sentences by the rules of its language (Unicode Standard Annex 29). */
function sentencesOf(text: string, lang: string): string[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' })
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter((segment) => segment !== '')
}

/** A text's last short statement tends to be its point. */
const ideaFrom = (statements: readonly string[]): string | undefined =>
  statements.findLast((sentence) => sentence.length >= 20 && sentence.length <= longestIdea) ?? statements.find((sentence) => sentence.length <= longestIdea)

/** The first sentence of each paragraph, or of as many as a story has beats. */
function storyFrom(paragraphs: readonly (readonly string[])[], signoff: string | undefined): string[] {
  const openings = paragraphs.flatMap(([first]) => (first && first !== signoff ? [shortened(first)] : []))
  return openings.slice(0, storyLength)
}

function shortened(sentence: string): string {
  if (sentence.length <= longestBeat) return sentence
  const cut = sentence.slice(0, longestBeat)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestBeat / 2)).replace(/[,;:–-]+$/u, '').trimEnd()} …`
}
