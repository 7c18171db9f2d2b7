/**
 * Cuts a text into as few pieces as hold: between sentences if that is enough, else after a comma or dash, else
 * between words. No word is cut and nothing is lost but the space between two pieces.
 */
export function pieces(text: string, lang: string, holds: (piece: string) => boolean): string[] {
  if (holds(text)) return [text]
  const cuts = [sentences, clauses, words]
  return joined(text, cuts, lang, holds)
}

type Cut = (text: string, lang: string) => string[]

const sentences: Cut = (text, lang) => [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment)
const clauses: Cut = (text) => text.split(/(?<=[,;:–—]\s+)/u)
const words: Cut = (text) => text.split(/(?<=\s+)(?=\S)/u)

/** Fills each piece as far as it goes; a part that holds in none alone is cut more finely. */
function joined(text: string, [cut, ...finer]: readonly Cut[], lang: string, holds: (piece: string) => boolean): string[] {
  if (!cut) return [text.trim()]
  const made: string[] = []
  let piece = ''
  for (const part of cut(text, lang)) {
    if (holds((piece + part).trim())) piece += part
    else {
      if (piece.trim() !== '') made.push(piece.trim())
      const [...parts] = holds(part.trim()) ? [part] : joined(part, finer, lang, holds)
      piece = parts.pop() ?? ''
      made.push(...parts)
    }
  }
  if (piece.trim() !== '') made.push(piece.trim())
  return made
}

/** The beginning of a text, in whole sentences, as far as it holds; empty when not even the first does. */
export function beginning(text: string, lang: string, holds: (piece: string) => boolean): string {
  const [first = ''] = joined(text, [sentences], lang, holds)
  return holds(first) ? first : ''
}
