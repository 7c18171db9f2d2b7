import type { Lang } from './post.ts'

/** What the posts together are called; it stands where a post has no series, on sheets and on the first page of all. */
export interface Collection {
  readonly title: Readonly<Partial<Record<Lang, string>>>
}
