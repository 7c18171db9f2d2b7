import type { LaidOutPage } from '../../model/page.ts'
import { scaled } from './scale.ts'

/** Several documents one after another for a printer, and where each begins, from 0. */
export interface Together {
  readonly pages: readonly LaidOutPage[]
  readonly starts: readonly number[]
  readonly sides: 'one' | 'long-edge'
}

/**
 * Puts documents together so that printing on both sides never puts two people on one paper: where any has more than
 * one page, each begins on the front of a paper; where all have one, printers are asked for one side.
 */
export function together(documents: readonly (readonly LaidOutPage[])[]): Together {
  const sides = documents.some((pages) => pages.length > 1) ? 'long-edge' : 'one'
  const pages: LaidOutPage[] = []
  const starts = documents.map((document, index) => {
    const start = pages.length
    pages.push(...document.map((page) => ({ ...page, items: scaled(page.items, 1, 0, 0, `${index + 1}`) })))
    const last = pages.at(-1)
    if (sides === 'long-edge' && document.length % 2 === 1 && last) pages.push({ ...last, items: [] })
    return start
  })
  return { pages, starts, sides }
}
