import type { Finding, LintFile, Run } from '../file.ts'

/** Swedish puts the same mark on both sides (Svenska skrivregler); English opens and closes. */
export function* quoteMarks({ runs, lang }: LintFile): Generator<Finding> {
  for (const run of runs) {
    if (lang === 'sv') yield* swedish(run)
    else yield* english(run)
  }
}

function* swedish(run: Run): Generator<Finding> {
  for (const match of run.raw.matchAll(marksIn(run, '["“„‟‘‛]|&quot;'))) {
    const at = match.index
    const mark = bare(match[0])
    // Feet and inches.
    if ((mark === '"' || mark === "'") && /\d/.test(run.raw[at - 1] ?? '') && !isOpen(run.raw, at)) continue
    const double = /["“„‟]|&quot;/.test(mark)
    const straight = mark === '"' || mark === "'" || mark === '&quot;'
    const right = double ? '”' : '’'
    yield {
      code: 'quote-mark',
      at: run.from + at,
      message: straight ? `a straight ${mark === '&quot;' ? '"' : mark} stands where Swedish print has ${right}` : `${mark} is no Swedish quotation mark`,
      hint: `write ${right}, the same mark on both sides`,
      edit: { from: run.from + at, to: run.from + at + match[0].length, text: right },
    }
  }
}

/** Marks as they stand in the file: with the backslash of Markdown or YAML, and doubled where YAML doubles them. */
const marksIn = ({ style }: Run, others: string): RegExp => new RegExp(`\\\\?(?:${others})|${style === 'single' ? "''" : "\\\\?'"}`, 'gu')

const bare = (mark: string): string => mark.replace('\\', '').replace(/^''$/, "'")

/** An odd number of the same marks in front of it: this one closes something. */
const isOpen = (text: string, at: number): boolean => (text.slice(0, at).match(/["']/g) ?? []).length % 2 === 1

function* english(run: Run): Generator<Finding> {
  for (const match of run.raw.matchAll(marksIn(run, '"'))) {
    const at = match.index
    const mark = bare(match[0])
    if (/\d/.test(run.raw[at - 1] ?? '') && !isOpen(run.raw, at)) continue
    const opens = at === 0 || /[\s([{–—]/.test(run.raw[at - 1] ?? '')
    const right = mark === '"' ? (opens ? '“' : '”') : opens && !/^'\d0s|^'(?:tis|twas|em)\b/i.test(run.raw.slice(at)) ? '‘' : '’'
    yield {
      code: 'quote-mark',
      at: run.from + at,
      message: `a straight ${mark} stands where print has ${right}`,
      hint: `write ${right}`,
      edit: { from: run.from + at, to: run.from + at + match[0].length, text: right },
    }
  }
}
