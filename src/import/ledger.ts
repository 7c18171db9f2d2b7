import { wordsIn } from './markdown.ts'
import type { Ready } from './render.ts'

/** What is remembered of a post that was imported: enough to know whether either side has changed since. */
export interface Remembered {
  /** File name in the target folder. */
  readonly file: string
  /** Hash of the file as it was written. */
  readonly written: string
  /** Hash of what the source said. */
  readonly upstream: string
  /** A short hash of each paragraph, so that a change can be pointed out. */
  readonly paragraphs: readonly string[]
}

/** Imported posts by their identifiers. */
export type Ledger = Readonly<Record<string, Remembered>>

/** A post that is in the target folder already. */
export interface Existing {
  readonly file: string
  readonly hash: string
  readonly guid?: string
  readonly url?: string
  /** Its text, as Markdown. */
  readonly body: string
}

/** What is to be done with an imported post. */
export type Verdict =
  | { readonly action: 'write' }
  | { readonly action: 'update'; readonly file: string; readonly changed: string }
  | { readonly action: 'unchanged'; readonly file: string }
  /** Somebody has edited it, and the source has changed as well. */
  | { readonly action: 'keep'; readonly file: string; readonly changed: string }
  /** It was imported before and then removed from the folder. */
  | { readonly action: 'absent' }

/** The identifier that tells a post from all others. */
export const keyOf = ({ guid, url, title }: Pick<Ready, 'guid' | 'url' | 'title'>): string => guid ?? url ?? title

/** Decides what happens to a post: nothing that a person has edited is ever changed. */
export function judge(
  post: Ready,
  now: { readonly core: string; readonly body: string },
  there: Existing | undefined,
  remembered: Remembered | undefined,
  hash: (text: string) => string,
): Verdict {
  if (!there) return remembered ? { action: 'absent' } : { action: 'write' }
  const { file } = there
  if (!remembered) {
    // Imported once, and nothing is remembered of it: as long as the text is the same there is nothing to do.
    return there.body.trim() === now.body ? { action: 'unchanged', file } : { action: 'keep', file, changed: 'its text is not the one in your file' }
  }
  if (remembered.upstream === hash(now.core)) return { action: 'unchanged', file }
  const changed = difference(post, remembered, hash)
  return there.hash === remembered.written ? { action: 'update', file, changed } : { action: 'keep', file, changed }
}

/** Short hashes of a post's paragraphs. */
export const paragraphHashes = ({ root }: Pick<Ready, 'root'>, hash: (text: string) => string): string[] =>
  root.children.map((node) => hash(wordsIn(node)).slice(0, 10))

function difference(post: Ready, { paragraphs }: Remembered, hash: (text: string) => string): string {
  const known = new Set(paragraphs)
  const now = paragraphHashes(post, hash)
  const added = post.root.children.filter((_, index) => !known.has(now[index] ?? ''))
  const gone = paragraphs.filter((one) => !now.includes(one)).length
  const [first] = added
  if (first)
    return `${added.length} ${added.length === 1 ? 'paragraph is' : 'paragraphs are'} new or changed, the first begins "${wordsIn(first).slice(0, 60).trimEnd()}"`
  if (gone > 0) return `${gone} ${gone === 1 ? 'paragraph is' : 'paragraphs are'} gone`
  return 'its title, date or order is another'
}
