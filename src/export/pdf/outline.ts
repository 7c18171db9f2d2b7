import type { PDFContext, PDFObject, PDFRef } from 'pdf-lib'
import type { OutlineEntry } from './document.ts'
import { object } from './objects.ts'
import { textString } from './text-string.ts'

interface Bookmark {
  readonly ref: PDFRef
  readonly entry: OutlineEntry
  readonly level: number
  readonly kids: Bookmark[]
}

/** Where a bookmark or link leads: the top of a page, at the reader's own magnification. */
export type Destination = (page: number) => PDFObject

/** Writes bookmarks (ISO 32000-1, 12.3.3), all of them open; undefined when there are none. */
export function writeOutline(
  context: PDFContext,
  entries: readonly OutlineEntry[],
  destination: Destination,
): PDFRef | undefined {
  if (entries.length === 0) return undefined
  const root = context.nextRef()
  const top: Bookmark[] = []
  const open: Bookmark[] = []
  for (const entry of entries) {
    const bookmark: Bookmark = { ref: context.nextRef(), entry, level: entry.level ?? 1, kids: [] }
    while ((open.at(-1)?.level ?? 0) >= bookmark.level) open.pop()
    const siblings = open.at(-1)?.kids ?? top
    siblings.push(bookmark)
    open.push(bookmark)
  }
  const writeSiblings = (siblings: readonly Bookmark[], parent: PDFRef): void =>
    siblings.forEach((bookmark, index) => {
      const [previous, next] = [siblings[index - 1], siblings[index + 1]]
      context.assign(
        bookmark.ref,
        object({
          Title: textString(bookmark.entry.title),
          Parent: parent,
          Dest: destination(bookmark.entry.page),
          Prev: previous?.ref,
          Next: next?.ref,
          ...span(bookmark.kids),
        }),
      )
      writeSiblings(bookmark.kids, bookmark.ref)
    })
  writeSiblings(top, root)
  context.assign(root, object({ Type: 'Outlines', ...span(top) }))
  return root
}

function span(bookmarks: readonly Bookmark[]): { First?: PDFRef; Last?: PDFRef; Count?: number } {
  const [first, last] = [bookmarks[0], bookmarks.at(-1)]
  return first && last ? { First: first.ref, Last: last.ref, Count: countAll(bookmarks) } : {}
}

const countAll = (bookmarks: readonly Bookmark[]): number =>
  bookmarks.reduce((count, { kids }) => count + 1 + countAll(kids), 0)
