import { writePdf } from '../export/pdf/index.ts'
import type { Deck } from '../model/slide.ts'
import { deckFile, layoutHandout, type HandoutKind } from '../render/handout/index.ts'
import type { Job } from './exporter.ts'
import { printOf } from './options.ts'

/** A deck on paper, of its own PDF. */
export async function handoutOf(deck: Deck, pdf: Uint8Array, kind: HandoutKind, { fonts, hyphenate, options }: Pick<Job, 'fonts' | 'hyphenate' | 'options'>): Promise<Uint8Array> {
  const { title, pages, outline } = layoutHandout(deck, kind, printOf(options).paper, fonts.metrics, hyphenate(deck.lang))
  return writePdf({ title, lang: deck.lang, pages, outline, embedded: { [deckFile]: pdf } }, fonts)
}
