const quoted = /”([^”“]+)”|“([^”“]+)[”“]|"([^"]+)"|»([^«»]+)[«»]/gu

const segmenters = new Map<string, Intl.Segmenter>()

/**
 * A text cut into its sentences by the rules of its language (Unicode Standard Annex 29). What somebody is quoted as
 * saying, however many sentences it has, stays in the sentence that quotes it.
 */
export function sentencesOf(text: string, lang: string): readonly string[] {
  const key = `${lang} ${text}`
  const known = recent.get(key)
  if (known) return known
  if (recent.size > 500) recent.clear()
  const made = cut(text, lang)
  recent.set(key, made)
  return made
}

/** A draft looks at the same paragraphs several times. */
const recent = new Map<string, readonly string[]>()

function cut(text: string, lang: string): string[] {
  // Inside the marks only the last sign can end a sentence, and only if the next one begins behind them.
  const masked = text.replace(quoted, (all: string, ...rest) => {
    const after = text.slice((rest.find((one) => typeof one === 'number') ?? 0) + all.length)
    const ends = !/^\s*(?:\p{Ll}|[,.;!?])/u.test(after)
    return ends ? all.charAt(0) + 'x'.repeat(Math.max(all.length - 3, 0)) + all.slice(-2) : all.charAt(0) + 'x'.repeat(all.length - 2) + all.slice(-1)
  })
  const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'sentence' })
  segmenters.set(lang, segmenter)
  // A dash with which someone begins to speak begins a sentence, too.
  const pieces = [...segmenter.segment(masked)].flatMap(({ index, segment }) => {
    let from = index
    return segment.split(/(?<=[.!?…]\s+)(?=[–—-]\s+\p{Lu})/u).map((piece) => text.slice(from, (from += piece.length)))
  })
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
}

/** A sentence in a form that compares: lower case, without marks around it. */
export const plainForm = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** At most so many characters, cut between words. */
export function shortened(sentence: string, most: number): string {
  if (sentence.length <= most) return sentence
  const cut = sentence.slice(0, most)
  const kept = cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\s,;:–-]+$/u, '')
  const open = (kept.match(/”/g) ?? []).length % 2 === 1
  return `${kept} …${open ? '”' : ''}`
}
