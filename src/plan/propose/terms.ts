import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import type { Lang } from '../../model/post.ts'

/** The words of a text by their stems, in order. */
export type Stem = (text: string) => string[]

/** Words that say nothing of what a text is about. */
const empty: Readonly<Record<Lang, ReadonlySet<string>>> = {
  sv: new Set(
    (
      'alla allt alltid andra annan annat att bara blev bli blir både bör den denna deras dess dessa det detta dig din dina dit ditt du där då efter eller en er era ett från för får fick ' +
      'går genom gör göra gjorde ha hade han har hans hela helt hon hos hur här i ibland icke igen ingen inget inom inte ja jag ju just kan kanske kom komma kommer kunde kunna lite man med mellan men mer mig min mina mitt ' +
      'mot mycket måste ni nog nu nya när någon något några och ofta om oss på redan samma sedan sen sig sin sina sitt själv skall ska skulle som så sådan säga säger sätt till tid tror under upp ut utan vad var vara varje varit vart vem vet vi vid vill vilka vilken vilket vår våra vårt än ännu är även över ett två tre finns gång se ta tar'
    ).split(' '),
  ),
  en: new Set(
    'about after all also always and any are because been being but can could did does doing done for from get had has have her here him his how into its just like made make many more most much must not now off one only other our out over own said same she should some such than that the their them then there these they this those through too under until very was way well were what when where which while who whom why will with would you your'.split(
      ' ',
    ),
  ),
}

const stemmers: Readonly<Record<Lang, (word: string) => string>> = { sv: swedish, en: english }

const makers = new Map<Lang, Stem>()

/** Stems words by the Snowball rules of a language, leaving out those that say nothing. */
export function stemFor(lang: Lang): Stem {
  const known = makers.get(lang)
  if (known) return known
  const memory = new Map<string, string>()
  const stem: Stem = (text) =>
    (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).flatMap((word) => {
      if (empty[lang].has(word)) return []
      let root = memory.get(word)
      if (root === undefined) {
        root = stemmers[lang](word)
        if (memory.size < 50_000) memory.set(word, root)
      }
      return root.length > 2 ? [root] : []
    })
  makers.set(lang, stem)
  return stem
}
