import type { Finding, LintFile } from '../file.ts'

/** A hyphen joins; between words and numbers that belong apart stands a dash. */
export function* dashes({ runs, lang }: LintFile): Generator<Finding> {
  for (const run of runs) {
    for (const match of run.raw.matchAll(/(?<=\S[ \u00a0])(?:-{1,3})(?=[ \u00a0]\S)|(?<=[\p{L}\p{N}])--+(?=[\p{L}\p{N}])/gu)) {
      const at = run.from + match.index
      yield finding(at, match[0], 'a hyphen stands where a dash belongs', '–')
    }
    if (lang === 'sv') {
      for (const match of run.raw.matchAll(/\s?—\s?/g)) {
        const at = run.from + match.index
        yield finding(at, match[0], 'Swedish has the shorter dash', /^\s|\s$/.test(match[0]) ? ' – ' : '–')
      }
    }
    for (const match of run.raw.matchAll(/(?<![\d\p{L}.,/-])([1-9]\d{0,3})-([1-9]\d{0,3})(?![\d\p{L}/-]|[.,]\d)/gu)) {
      if (Number(match[1]) >= Number(match[2])) continue
      yield {
        code: 'hyphen-for-dash',
        at: run.from + match.index,
        message: `"${match[0]}" is a range, so it has a dash`,
        hint: `write ${match[1]}–${match[2]}`,
      }
    }
  }
}

const finding = (at: number, mark: string, message: string, text: string): Finding => ({
  code: 'hyphen-for-dash',
  at,
  message,
  hint: `write ${text.trim()}`,
  edit: { from: at, to: at + mark.length, text },
})
