import { textOf, type Paragraph } from './paragraphs.ts'

/** Lines that a blog's page puts around its posts, in Swedish and English. */
const around: readonly RegExp[] = [
  /^(?:page|sida|sidan)\s+\d+\s+(?:of|av|\/)\s+\d+$/i,
  /^(?:[«‹←<]+\s*)?(?:äldre inlägg|nyare inlägg|föregående(?: sida)?|nästa(?: sida)?|older (?:posts|entries)|newer (?:posts|entries)|previous|next)(?:\s*[»›→>]+)?$/i,
  /^(?:inga|\d+) kommentarer?$|^(?:no|\d+) comments?$|^(?:kommentera|lämna en kommentar|leave a (?:comment|reply)|kommentarer \(\d+\))$/i,
  /^(?:permalink|permanent länk|dela(?: detta)?:?|share this:?|tweet|gilla(?: detta)?:?|like this:?|skriv ut|print|e-posta|top|till toppen|läs mer(?: …)?)$/i,
  /^(?:publicerat|publicerad|posted|filed|arkiverat)\s+(?:i|in|under)\s+\S.{0,80}$/i,
]

export interface Cleared {
  readonly paragraphs: readonly Paragraph[]
  readonly furniture: readonly Paragraph[]
  /** The site's title, where the page repeats it. */
  readonly site?: string
}

/** Takes a page's own lines out of its text: the site's title where it stands twice in a row, page numbers, links to other pages. */
export function withoutFurniture(all: readonly Paragraph[]): Cleared {
  const title = all.find(
    (one, index) => one.lines.length === 1 && textOf(one).length <= 80 && index < 3 && textOf(one) === textOf(all[index + 1] ?? one) && index + 1 < all.length,
  )
  const site = title && textOf(title)
  const isSite = (index: number): boolean => {
    const one = all[index]
    if (!one || site === undefined || textOf(one) !== site) return false
    // Further down the same words may be the author's: they are the page's only beside its other furniture.
    return [index - 1, index + 1].some((other) => other < 0 || other >= all.length || (all[other] && (textOf(all[other]) === site || isAround(all[other]))))
  }
  const belongs = all.map((one, index) => isAround(one) || isSite(index))
  return {
    paragraphs: all.filter((_, index) => !belongs[index]),
    furniture: all.filter((_, index) => belongs[index]),
    ...(site ? { site: site.replace(/\.$/, '') } : {}),
  }
}

const isAround = (one: Paragraph): boolean => one.lines.length === 1 && around.some((pattern) => pattern.test(textOf(one)))
