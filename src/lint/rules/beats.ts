import type { Finding, LintFile } from '../file.ts'

/** Characters a room reads while somebody talks. */
const longest = 110

/** A beat is shown one at a time, and read at a glance. */
export function* beats({ runs, post }: LintFile): Generator<Finding> {
  if (!post?.story) return
  for (const [index, beat] of post.story.entries()) {
    const run = runs.find(({ path }) => path === `story.${index}`) ?? runs.find(({ path }) => path === 'story')
    const sentences = beat.match(/[.!?…](?=\s+\p{Lu}|$)/gu)?.length ?? 1
    if (beat.length > longest)
      yield {
        code: 'long-beat',
        at: run?.from ?? 0,
        message: `this beat has ${beat.length} characters, more than a room reads while you talk`,
        hint: `say it in at most ${longest}; the whole text stands in your notes`,
      }
    else if (sentences > 3) yield { code: 'long-beat', at: run?.from ?? 0, message: `this beat has ${sentences} sentences`, hint: 'make it two beats' }
  }
}
