/**
 * Slidev moves each printed slide by a transform of nothing and paints ground upon ground. Both make Chromium paint
 * a slide's neighbours beyond the edges of its page, now and then; without them equal slides give equal pages.
 */
const rules = `
html, body, #app, #page-root, #print-container, #print-content { background: none !important }
.print-slide-container { transform: none !important; translate: none !important }
`

/** Makes equal slides print alike, whatever stands beside them. */
export function printAlike(): void {
  document.head.appendChild(document.createElement('style')).textContent = rules
}
