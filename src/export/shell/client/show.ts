/**
 * Slidev moves each printed slide by a transform of nothing and paints ground upon ground. Both make Chromium paint
 * a slide's neighbours beyond the edges of its page, now and then; without them equal slides give equal pages.
 */
const alike = `
html, body, #app, #page-root, #print-container, #print-content { background: none !important }
.print-slide-container { transform: none !important; translate: none !important }
`

const style = document.head.appendChild(document.createElement('style'))
style.textContent = alike

/** Shows the slides from `first` to `last`, counted from 0, and no others. */
export function showOnly(first: number, last: number, title: string, lang: string): void {
  const others = `#print-content > :not(:nth-child(n + ${first + 1}):nth-child(-n + ${last + 1}))`
  style.textContent = `${alike}${others} { display: none !important }`
  leadLinks(first, last)
  document.title = title
  document.documentElement.lang = lang
}

/**
 * Makes links to slides, which name them by their number in the deck, lead to the slides as they are printed. One to a
 * slide that is not shown leads nowhere.
 */
function leadLinks(first: number, last: number): void {
  const slides = Array.from(document.querySelectorAll('#print-content > *'))
  for (const slide of slides.slice(first, last + 1)) {
    for (const link of slide.querySelectorAll<HTMLAnchorElement>('a[href^="#"], a[data-slide]')) {
      const number = (link.dataset['slide'] ??= (link.getAttribute('href') ?? '').replace(/^#\/?/, ''))
      const target = /^\d+$/.test(number) ? first + Number(number) - 1 : -1
      const id = target >= first && target <= last ? slides[target]?.id : undefined
      if (id === undefined) link.removeAttribute('href')
      else link.setAttribute('href', `#${id}`)
    }
  }
}
