/** Something said in a text, with who said it where the text tells. */
export interface Quote {
  readonly text: string
  readonly by?: string
}

export interface QuoteSpan extends Quote {
  /** Where it stands in its paragraph, marks included. */
  readonly from: number
  readonly to: number
}

const pairs = /”([^”“]+)”|“([^”“]+)[”“]|"([^"]+)"|»([^«»]+)[«»]/gu

const said =
  '(?:sa|sade|säger|svarade|svarar|frågade|frågar|utbrast|utbrister|ropade|ropar|skrev|skriver|menade|tyckte|viskade|sjöng|undrade|heter|said|says|asked|asks|answered|replied|wrote|shouted)'
const name = '\\p{Lu}[\\p{L}’-]+(?:\\s+(?:von|af|de|van|der)?\\s*\\p{Lu}[\\p{L}’-]+){0,2}'
const someone = `(?:en|ett|min|mitt|vår|vårt|a|an|my|our|the)\\s+\\p{L}{2,}(?:\\s+(?!(?:en|ett|på|i|till|om|när|som|och|med|av|för|att|gång|direkt|then|once|to|in|on|at|when|who|and)\\b)\\p{Ll}{2,})?`

// No flag for upper and lower case: a name is known by its capital.
const after = new RegExp(`^\\s*[,.!?]?\\s*(?:så\\s+)?${said}\\s+(${name}|${someone})`, 'u')
const next = new RegExp(`^\\s*[.!?]?\\s*(?:[Ss]å|[Dd]et)\\s+(?:sa|sade)\\s+(${name}|${someone})`, 'u')
const before = new RegExp(
  `(?:^|[.!?;,]\\s+|(?<!\\p{L})(?:när|som|och|men)\\s+)(${name}|${someone.replace('(?:en|ett', '(?:[Ee]n|[Ee]tt').replace('|min|mitt', '|[Mm]in|[Mm]itt')})\\s+(?:\\p{Ll}+\\s+){0,3}?${said}(?:\\s+\\p{Ll}+){0,5}\\s*[:;,]?\\s*$`,
  'u',
)

/** Words that begin a sentence with a capital and are no name. */
const noName =
  /^(jag|han|hon|de|vi|man|det|den|som|i|he|she|they|we|it|när|hur|vad|där|då|så|svaret|någon|ingen|alla|sedan|men|och|when|then|someone|everybody)(\s|$)/i

/** Everything in quotation marks in a paragraph, in order; Swedish marks are the same on both sides. */
export function quotesIn(paragraph: string): QuoteSpan[] {
  return [...paragraph.matchAll(pairs)].map((match) => {
    const text = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim()
    const from = match.index
    const to = from + match[0].length
    const by = speaker(paragraph.slice(Math.max(0, from - 160), from), paragraph.slice(to, to + 120))
    return { text, from, to, ...(by ? { by } : {}) }
  })
}

function speaker(left: string, right: string): string | undefined {
  const found = after.exec(right)?.[1] ?? next.exec(right)?.[1] ?? before.exec(left)?.[1]
  if (!found) return undefined
  // "Han" and "jag" tell the room nothing.
  if (noName.test(found)) return undefined
  return found.charAt(0).toUpperCase() + found.slice(1)
}

const longest = 160

/** The quote a section would show: whole sentences of a line or two, best from someone with a name. */
export function strongestQuote(paragraphs: readonly string[]): Quote | undefined {
  const all = paragraphs.flatMap(quotesIn).filter(({ text }) => text.length >= 15 && text.length <= longest && text.split(/\s+/).length >= 4)
  const score = ({ text, by }: Quote): number => (by ? 3 : 0) + (/[.!?…]$/.test(text) ? 2 : 0) + (/^\p{Lu}/u.test(text) ? 1 : 0) + (text.length <= 90 ? 1 : 0)
  const best = all.reduce<QuoteSpan | undefined>((top, one) => (top === undefined || score(one) > score(top) ? one : top), undefined)
  // Half a sentence in quotation marks is a way of speaking, nothing that somebody said.
  if (!best || score(best) < 3) return undefined
  return { text: best.text, ...(best.by ? { by: best.by } : {}) }
}
