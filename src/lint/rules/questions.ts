import type { Finding, LintFile, Run } from '../file.ts'

const asking = /^(?:vad|vem|vems|hur|när|var|vart|varför|varifrån|vilk\p{L}+|what|who|whose|how|when|where|why|which)(?!\p{L})/iu

/** What stands among the questions asks something. */
export function* questions({ runs, post, exercise }: LintFile): Generator<Finding> {
  const asked: (readonly [string, readonly string[]])[] = [
    ['questions', post?.questions ?? []],
    ['debrief', exercise?.debrief.map(({ question }) => question) ?? []],
  ]
  for (const [key, texts] of asked) {
    for (const [index, text] of texts.entries()) {
      if (text.includes('?')) continue
      const run = runs.find(({ path }) => path === `${key}.${index}` || path === `${key}.${index}.question`) ?? runs.find(({ path }) => path === key)
      const edit = run && asking.test(text) ? mark(run) : undefined
      yield {
        code: 'not-a-question',
        at: run?.from ?? 0,
        message: `"${text.slice(0, 60)}" asks nothing`,
        hint: 'end it with a question mark, or put what you want to know as a question',
        ...(edit ? { edit } : {}),
      }
    }
  }
}

/** A question mark instead of the full stop at its end, or behind its last letter. */
function mark(run: Run): Finding['edit'] {
  const end = run.raw.trimEnd().length
  const stop = run.raw[end - 1] === '.' && run.raw[end - 2] !== '.'
  return { from: run.from + end - (stop ? 1 : 0), to: run.from + end, text: '?' }
}
