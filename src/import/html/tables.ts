import type { Element } from 'hast'
import { elementsIn, isElement } from './tree.ts'

/** The cells of a table in reading order, those of tables inside it not counted. */
export function tableParts(table: Element): Element[] {
  return table.children.flatMap((one): Element[] => {
    if (!isElement(one)) return []
    if (one.tagName === 'td' || one.tagName === 'th' || one.tagName === 'caption') return [one]
    return one.tagName === 'table' ? [] : tableParts(one)
  })
}

const flow = new Set(['table', 'ul', 'ol', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'figure'])

/** True for a table that only places things: one column, or with lists and tables in its cells. Markdown has no such cells. */
export function isLayout(table: Element): boolean {
  const rows = [...elementsIn(table)].filter(({ tagName }) => tagName === 'tr')
  const widest = Math.max(0, ...rows.map((row) => row.children.filter((cell) => isElement(cell, 'td') || isElement(cell, 'th')).length))
  return widest <= 1 || tableParts(table).some((cell) => [...elementsIn(cell)].some(({ tagName }) => flow.has(tagName)) || paragraphs(cell) > 2)
}

const paragraphs = (cell: Element): number => cell.children.filter((one) => isElement(one, 'p')).length
