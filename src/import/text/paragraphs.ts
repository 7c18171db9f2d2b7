import { plainCharacters } from '../html/inline.ts'

/** Lines of a text that belong together, because no blank line parts them. */
export interface Paragraph {
  readonly lines: readonly string[]
  /** Line of the file it begins on, from 1. */
  readonly line: number
  /** Blank lines in front of it. */
  readonly gap: number
}

/** A text cut at its blank lines; white space inside a line becomes single spaces. */
export function paragraphsOf(text: string): Paragraph[] {
  const found: Paragraph[] = []
  let lines: string[] = []
  let [gap, begin] = [0, 1]
  const end = (): void => {
    if (lines.length > 0) found.push({ lines, line: begin, gap })
    if (lines.length > 0) gap = 0
    lines = []
  }
  for (const [index, raw] of text.split('\n').entries()) {
    const line = plainCharacters(raw.replace(/[^\S\u00a0]+/g, ' ')).trim()
    if (line === '') {
      end()
      gap += 1
      continue
    }
    if (lines.length === 0) begin = index + 1
    lines.push(line)
  }
  end()
  return found
}

export const textOf = ({ lines }: Paragraph): string => lines.join(' ')

/** A paragraph that could be a heading: one line, not long, and no sentence. */
export const isTitleLike = (paragraph: Paragraph | undefined): boolean =>
  paragraph?.lines.length === 1 && textOf(paragraph).length <= 120 && !/(?<!…|\.\.)[.,;:]$/.test(textOf(paragraph))
