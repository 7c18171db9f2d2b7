import type { Post } from '../model/post.ts'
import type { Words } from '../words/index.ts'
import { draftSection, type Draft } from './propose/propose.ts'

/** A post with everything a section needs. */
export interface CompletePost extends Post {
  readonly idea: string
  readonly story: readonly string[]
  readonly questions: readonly string[]
  readonly takeaways: readonly string[]
}

/** Fills in from the body what the front matter leaves out, so that a freshly imported post gives a usable section. */
export function completePost(post: Post, words: Words): CompletePost {
  // Only what is missing is worth the work.
  let made: Draft | undefined
  const draft = (): Draft => (made ??= draftSection(post))
  const idea = post.idea ?? draft().idea
  // Who has begun to write the section decides whether somebody is quoted in it.
  const untouched = post.idea === undefined && post.story === undefined && post.questions === undefined
  const quote = post.quote ?? (untouched ? draft().quote : undefined)
  return {
    ...post,
    idea,
    story: post.story ?? draft().story,
    ...(quote ? { quote } : {}),
    questions: post.questions ?? (draft().questions.length > 0 ? draft().questions : words.defaultQuestions),
    takeaways: post.takeaways ?? (post.idea === undefined ? draft().takeaways : [idea]),
  }
}

export { paragraphsOf } from './propose/propose.ts'
