import type { Deck } from '../../model/slide.ts'
import { renderDeckData } from './data.ts'
import { htmlText } from './encode.ts'

/** What the file may load: nothing but itself. */
const policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; media-src data:"

/** A deck as one HTML file to carry, from a shell of the kind `file`. */
export function renderFile(shell: string, deck: Deck): string {
  const title = `<title>${htmlText(deck.title)}</title>`
  // A `<` in JSON stands in strings only; without it no text can end the script or begin a comment.
  const data = renderDeckData(deck).replaceAll('<', '\\u003c')
  const parts = {
    '{lang}': deck.lang,
    '{head}': `<meta http-equiv="Content-Security-Policy" content="${policy}">${title}`,
    '{deck}': `<script type="application/json" id="saljverkstad-deck">${data}</script>`,
  }
  return Object.entries(parts).reduce((html, [place, part]) => html.replace(place, () => part), shell)
}
