/** In the shell of a file to carry: what Slidev would read from the head of the deck's entry, see `renderEntry`. */
import { deck } from 'virtual:saljverkstad-data'

/** The shell's own configuration, made the deck's. */
export function configOf(shell: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { title, lang, sections } = deck.value
  const minutes = sections.reduce((sum, section) => sum + section.minutes, 0)
  return { ...shell, title, slidesTitle: title, duration: `${minutes}min`, lang, htmlAttrs: { lang } }
}
