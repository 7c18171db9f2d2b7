import type { Deck } from '../../../model/slide.ts'
import type { OutlineEntry } from '../../pdf/document.ts'

/** A deck's bookmarks: sections, and in each its slides; one with the section's own title, as a cover, is the section. */
export function outlineOf({ sections }: Deck): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  let page = 0
  for (const { title, slides } of sections) {
    if (slides.length > 0) entries.push({ title, page, level: 1 })
    for (const slide of slides) {
      if (slide.title !== title) entries.push({ title: slide.title, page, level: 2 })
      page += 1
    }
  }
  return entries
}
