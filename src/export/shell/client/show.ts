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
  document.title = title
  document.documentElement.lang = lang
}
