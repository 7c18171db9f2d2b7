import type { Lang } from '../../model/post.ts'

/** Words by which a sentence shows what it is for: to tell, to make a point, to ask. */
export interface Signs {
  /** It speaks to the reader. */
  readonly reader: RegExp
  /** Of author and reader together. */
  readonly together: RegExp
  /** Of the author alone. */
  readonly self: RegExp
  /** It leans on the sentence before it. */
  readonly leaning: RegExp
  /** It speaks of somebody named before. */
  readonly pronoun: RegExp
  /** It tells one to do something. */
  readonly imperative: RegExp
  /** It says what matters. */
  readonly pointed: RegExp
  /** It tells what happened once. */
  readonly past: RegExp
  /** It has a verb, so it is a whole sentence. */
  readonly verb: RegExp
  /** How an author announces the point. */
  readonly announced: RegExp
  /** Somebody who thinks aloud: what follows is what they think. */
  readonly hedged: RegExp
  /** A question that asks for something definite. */
  readonly asking: RegExp
  /** It ends in a word for something said before. */
  readonly referring: RegExp
}

const startOf = String.raw`(?<![\p{L}\p{N}])`
const endOf = String.raw`(?![\p{L}\p{N}])`

/** Any of some words, whole and in any case. (JavaScript's `\b` takes å, ä and ö for no letters.) */
const anyOf = (...words: readonly string[]): RegExp => new RegExp(`${startOf}(?:${words.join(' ').split(/\s+/).join('|')})${endOf}`, 'iu')

/** A sentence that begins with one of some phrases. */
const begins = (phrases: string): RegExp => new RegExp(`^(?:${phrases})${endOf}`, 'iu')

const svVerbs =
  'är har kan ska skall måste vill får blir går gör ser säger vet tror tycker kommer finns behöver bör ger tar står ligger heter handlar bygger skapar krävs låter håller minns ' +
  'lever börjar slutar förstår förtjänar lovar vågar vinner köper säljer möter frågar svarar lyssnar väljer hör känner fungerar gäller betyder visar tål lyckas vinns räknas märks kostar'
const svPast =
  'hade fick gick kom såg satt stod blev gjorde tog gav sa sade låg höll sprang visste lät förstod sjöng skrev åkte mötte sålde köpte tyckte tänkte försökte fortsatte lärde berättade ' +
  'svarade frågade ville skulle bestämde hörde vann sov drack åt for bar föll drog slog'
const svSubject = 'jag|du|han|hon|vi|ni|de|dem|man|det|den|som|alla|ingen|någon|många'

const sv: Signs = {
  reader: anyOf('du dig din ditt dina ni er ert era'),
  together: anyOf('vi oss vår vårt våra'),
  self: anyOf('jag mig min mitt mina'),
  leaning: begins(
    'det(?! (?:är|börjar|gäller|handlar|krävs|finns|lönar) (?:dags|hög|viktig\\p{L}*|att|om|alltid|aldrig|inte))|den(?! (?:som|dagen|bästa|största|du|säljare|kund))|' +
      'de(?! (?:bästa|största|främsta|flesta|som))|detta|dessa|då|så|men|och|eller|utan|jo|ja|nej|därför|där|här|sen|sedan|dessutom|ändå|annars|samtidigt|både|inga|inget|ingen|' +
      'andra|nu|många|vissa|en del|allt för att|mer|hen|han|hon|någon|några|flera|precis|likt|lite som|självklart|som ni förstår|ett exempel|en annan|ett annat|för att ge|i annat fall',
  ),
  pronoun: anyOf('dem han hon honom henne hans hennes deras detta denna dessa därför nämligen alltså dock'),
  imperative: begins(
    'ta|våga|tänk på att|visa|se till|se|skriv|led|håll|tro|låt|gör|lyssna|fråga|bry|gå|lova|sluta|börja|stanna|utmana|minns|glöm|ring|sälj|köp|välj|byt|ge|säg(?! att)|berätta|leta|var(?! är| var| har| kan| ska)',
  ),
  pointed: new RegExp(
    `${startOf}(?:måste|behöver|aldrig|alltid|viktig\\p{L}*|handlar om|bygger på|bättre|bäst\\p{L}*|hellre|dags att|hög tid|gäller att|främsta|grunden|hemligheten|nyckeln)${endOf}|inte .* utan|den som`,
    'iu',
  ),
  past: new RegExp(
    `${startOf}(?:${svPast.split(' ').join('|')}|\\p{L}{2,}ade|\\p{L}{2,}(?:dde|tte|lde|vde|gde|mde|ndes)|igår|i går)${endOf}|${startOf}(?:(?:${svSubject}|\\p{L}{2,}(?:en|et|na)) var|var (?:inte|${svSubject}))${endOf}`,
    'iu',
  ),
  verb: new RegExp(
    `${startOf}(?:${`${svVerbs} ${svPast} var kunde borde dags`.split(' ').join('|')}|hög tid|\\p{L}{2,}ade|\\p{L}{2,}(?:dde|tte|lde|vde|gde|mde)|(?:${svSubject}) \\p{L}+(?:r|s|de|te)|\\p{L}+(?:r|de|te) (?:${svSubject})|\\p{L}{3,}(?:en|et|na|or|are) (?:\\p{L}+ )?\\p{L}{2,}(?:ar|er|år))${endOf}`,
    'iu',
  ),
  announced:
    /^(?:(?:det (?:som )?jag (?:försöker|vill|menar)[^;:?]{0,30}? är|min poäng är|poängen är|kontentan är|slutsatsen är|lärdomen är|kort sagt)(?: att)?\s*[;:,]?\s+|(?:det (?:som )?jag (?:försöker|vill|menar)[^;:?]{0,40}|min poäng|poängen|slutsatsen|lärdomen|lärdom)\?\s+(?:jo\s*[,;:]\s*)?)(?=\S)/iu,
  hedged:
    /^(?:jag (?:tror|tycker|anser|menar|hävdar|misstänker|märker)|jag (?:har|är) (?:fått för mig|övertygad om|säker på)|jag skulle (?:nog )?(?:våga )?påstå|min (?:erfarenhet|uppfattning) är|därför tror jag) att\s+(?!(?:\S+\s+){0,5}(?:inte|aldrig|alltid|ofta|ibland|redan|bara|också)\s)(?=\p{L})/iu,
  asking: begins('vad|vem|vems|hur|när|var|vart|varför|varifrån|vilk\\p{L}+'),
  referring: new RegExp(`${startOf}(?:det|så|detta|den|dem|dessa|då)\\s*[?.!]$|^vilk\\p{L}+\\s+(?:är|fungerar|blir|har|var|gör)${endOf}`, 'iu'),
}

const enSubject = 'i|you|he|she|we|they|it|that|who|which|one|everybody|nobody'
const enPast = 'was were had went said came saw got took told gave did made found thought knew left felt bought sold met sat stood'

const en: Signs = {
  reader: anyOf('you your yours'),
  together: anyOf('we us our ours'),
  self: anyOf('i me my mine'),
  leaning: begins('it|that|this|these|those|then|there|so|but|and|or|yes|no|therefore|instead|also|besides|he|she|some|another|for example|like this'),
  pronoun: anyOf('them he she him her his their these those therefore however'),
  imperative: begins(
    'take|dare|count|wait|look|meet|learn|leave|use|pick|think|show|write|keep|let|listen|ask|stop|start|remember|forget|choose|call|tell|make sure|believe|give|say|try|do|be',
  ),
  pointed: new RegExp(`${startOf}(?:must|never|always|need|needs|better|best|rather|matters?|time to|secret|key)${endOf}|not .* but`, 'iu'),
  past: new RegExp(`${startOf}(?:${enPast.split(' ').join('|')}|\\p{L}{2,}ed|yesterday)${endOf}`, 'iu'),
  verb: new RegExp(
    `${startOf}(?:is|are|am|be|has|have|do|does|can|will|would|should|must|may|need|needs|${enPast.split(' ').join('|')}|\\p{L}{2,}ed|(?:${enSubject}) \\p{L}+|\\p{L}{3,}s \\p{L}{2,})${endOf}`,
    'iu',
  ),
  announced: /^(?:what i (?:mean|want to say|am trying to say) is|my point is|the point is|the lesson is|in short)(?: that)?\s*[;:,]?\s+(?=\S)/iu,
  hedged: /^(?:i (?:think|believe|am sure|am convinced)|my experience is) that\s+(?=\p{L})/iu,
  asking: begins('what|who|whose|how|when|where|why|which'),
  referring: new RegExp(`${startOf}(?:that|this|it|so|them|those)\\s*[?.!]$`, 'iu'),
}

const signs: Readonly<Record<Lang, Signs>> = { sv, en }

/** The signs of a language. */
export const signsOf = (lang: Lang): Signs => signs[lang]

/** A clause that only says more about something: it makes no sentence of what stands before it. */
const relative = /(?<=\S+\s+\S+\s+\S+|,)\s(?:som|vilket|vars|who|which|whose)\s.*$|(?<=\S\s\S+)\s(?:att|om|så att)\s.*$/u
const subordinate = /^(?:(?:det där |allt |något )?som|att|vilket|vars|likt|who|which|whose)\s/iu

/** True for a sentence that has a verb of its own, or tells one to do something. */
export function isWhole(sentence: string, lang: Lang): boolean {
  const { verb, imperative } = signs[lang]
  return !subordinate.test(sentence) && (verb.test(sentence.replace(relative, '')) || imperative.test(sentence))
}

/** Names that a text mentions: words with a capital inside its sentences. */
export function namesIn(sentences: readonly string[]): ReadonlySet<string> {
  return new Set(sentences.flatMap((sentence) => [...sentence.matchAll(/(?<=\p{L}[,;]?\s)\p{Lu}\p{Ll}{2,}/gu)].map(([name]) => name)))
}
