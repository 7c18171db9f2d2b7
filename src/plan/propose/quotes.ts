import type { Lang } from '../../model/post.ts'
import { sentencesOf } from './sentences.ts'
import { signsOf } from './signs.ts'

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
const someone = `(?:en|ett|min|mitt|vår|vårt|a|an|my|our|the)\\s+(?:(?:mycket|riktigt|väldigt|ganska|very|really)\\s+\\p{Ll}+\\s+)?\\p{L}{2,}(?:\\s+(?!(?:en|ett|på|i|till|om|när|som|och|med|av|för|att|gång|direkt|then|once|to|in|on|at|when|who|and)(?!\\p{L}))\\p{Ll}{2,})?(?:\\s+${name})?`

const anyone = someone
  .replace('(?:en|ett|min|mitt|vår|vårt', '(?:[Ee]n|[Ee]tt|[Mm]in|[Mm]itt|[Vv]år|[Vv]årt')
  .replace('|a|an|my|our|the)', '|[Aa]|[Aa]n|[Mm]y|[Oo]ur|[Tt]he)')

/** Somebody makes a remark, or is made to speak: "En vän gjorde en reflektion; …", "… fick min dotter att utbrista: …". */
const remark = '(?:reflektion|iakttagelse|kommentar|invändning|poäng|anmärkning|remark|point|observation)'
const speaking = '(?:säga|svara|fråga|utbrista|ropa|skriva|undra|tillägga|utbrister|utbrista|utbrast|say|answer|ask|shout|exclaim|reply)'

// No flag for upper and lower case: a name is known by its capital.
const behind = [
  new RegExp(`^\\s*[,.!?]?\\s*(?:så\\s+)?${said}\\s+(${someone}|${name})`, 'u'),
  new RegExp(`^\\s*[.!?]?\\s*(?:[Ss]å|[Dd]et)\\s+(?:sa|sade)\\s+(${someone}|${name})`, 'u'),
]
const inFront = [
  new RegExp(
    `(?:^|[.!?;,]\\s+|(?<!\\p{L})(?:när|som|och|men)\\s+)(${anyone}|${name})\\s+(?:\\p{Ll}+\\s+){0,3}?${said}(?:\\s+\\p{Ll}+){0,5}\\s*[:;,]?\\s*$`,
    'u',
  ),
  new RegExp(`(?:^|[.!?]\\s+)(${anyone}|${name})\\s+(?:gjorde|gör|hade|made|had)\\s[^.!?]{0,80}?${remark}\\s*[:;]\\s*$`, 'u'),
  new RegExp(`(?:^|[.!?]\\s+)(${anyone}|${name})\\s+(?:som|jag|vi|vars|who|whose|I|we)\\s[^.!?]{0,120}?\\s${said}(?:\\s+\\p{Ll}+){0,5}\\s*[:;]\\s*$`, 'u'),
  new RegExp(`(?:fick|får|made|got)\\s+(${anyone}|${name})\\s+(?:(?:att|to)\\s)?[^.!?]{0,60}?${speaking}\\s*[:;]\\s*$`, 'u'),
]

/** Words that begin a sentence with a capital and are no name, and times, which nobody is. */
const noName =
  /^(?:(?:jag|han|hon|de|vi|man|det|den|som|i|he|she|they|we|it|när|hur|vad|där|då|så|svaret|någon|ingen|alla|sedan|men|och|when|then|someone|everybody)|(?:en|ett|a|an|the)\s+(?:dag|kväll|morgon|natt|gång|vecka|månad|stund|day|evening|morning|time|week))(?:\s|$)/i

/**
 * Everything in quotation marks in a paragraph, in order; Swedish marks are the same on both sides. The paragraph
 * before may say who speaks, if it ends in a colon.
 */
export function quotesIn(paragraph: string, previous = ''): QuoteSpan[] {
  const lead = /[:;]\s*$/.test(previous) ? `${previous.slice(-160)} ` : ''
  return [...paragraph.matchAll(pairs)].map((match) => {
    const text = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim()
    const from = match.index
    const to = from + match[0].length
    const left = from === 0 ? lead : paragraph.slice(Math.max(0, from - 160), from)
    const by = speaker(left, paragraph.slice(to, to + 120))
    return { text, from, to, ...(by ? { by } : {}) }
  })
}

function speaker(left: string, right: string): string | undefined {
  const found = [...behind.map((pattern) => pattern.exec(right)?.[1]), ...inFront.map((pattern) => pattern.exec(left)?.[1])].find(Boolean)
  // "Han" and "jag" tell the room nothing.
  if (!found || noName.test(found)) return undefined
  return found.charAt(0).toUpperCase() + found.slice(1)
}

const longest = 160
const shortest = 15

/**
 * The quote a section would show: whole sentences of a line or two, best from someone with a name. Of a longer one
 * the sentence is taken that `relevance` finds closest to what the text is about.
 */
export function strongestQuote(paragraphs: readonly string[], lang: Lang = 'sv', relevance: (text: string) => number = () => 0): Quote | undefined {
  const all = paragraphs.flatMap((paragraph, index) =>
    quotesIn(paragraph, paragraphs[index - 1]).flatMap((quote) => {
      // English closes with the comma of the sentence around it. A full stop behind the marks is the last sentence's.
      const said = quote.text.replace(/,$/, '')
      const ended = /[.!?…]$/.test(said) || !/^\p{Lu}/u.test(said) || paragraph[quote.to] !== '.' ? said : `${said}.`
      const text = ended.length <= longest ? ended : heart(ended, lang, relevance)
      return text.length >= shortest && text.length <= longest && text.split(/\s+/).length >= 4 ? [{ text, by: quote.by }] : []
    }),
  )
  const score = ({ text, by }: { text: string; by: string | undefined }): number =>
    (by ? 3 : 0) + (/[.!?…]$/.test(text) ? 2 : 0) + (/^\p{Lu}/u.test(text) ? 1 : 0) + (text.length <= 90 ? 1 : 0) + Math.min(1, relevance(text))
  const [best] = [...all].sort((a, b) => score(b) - score(a))
  // Half a sentence in quotation marks is a way of speaking, nothing that somebody said.
  if (!best || !/[.!?…]$/.test(best.text) || !/^\p{Lu}/u.test(best.text)) return best?.by && score(best) >= 4 ? { text: best.text, by: best.by } : undefined
  return score(best) < 3 ? undefined : { text: best.text, ...(best.by ? { by: best.by } : {}) }
}

/** The sentence of a long quotation that says most of what the text is about; of two as good, the later. */
function heart(text: string, lang: Lang, relevance: (text: string) => number): string {
  const { leaning, pronoun } = signsOf(lang)
  const whole = sentencesOf(text, lang).filter((sentence) => sentence.length >= shortest && sentence.length <= longest && !sentence.endsWith('?'))
  const worth = (one: string): number => relevance(one) - (leaning.test(one) ? 1 : 0) - (pronoun.test(one) ? 1 : 0)
  return whole.reduce((best, one) => (best === '' || worth(one) >= worth(best) ? one : best), '')
}
