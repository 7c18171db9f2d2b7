/**
 * Makes links to slides, which name them by their number in the deck, lead to the slides as they are printed. One to a
 * slide that does not exist leads nowhere.
 */
export function leadLinks(): void {
  const slides = Array.from(document.querySelectorAll('#print-content > *'))
  for (const link of document.querySelectorAll<HTMLAnchorElement>('#print-content a[href^="#"]')) {
    const number = (link.getAttribute('href') ?? '').replace(/^#\/?/, '')
    const id = /^\d+$/.test(number) ? slides[Number(number) - 1]?.id : undefined
    if (id === undefined) link.removeAttribute('href')
    else link.setAttribute('href', `#${id}`)
  }
}
