import { secondsOf, type Figure, type Figures } from './figure.ts'

/** A line of the table: what was measured, and what it is held against. */
export interface Row {
  readonly what: string
  /** The figure's name. */
  readonly figure: string
  readonly target?: Target
}

export type Target =
  /** At most this share of another figure. */
  | { readonly type: 'share'; readonly of: string; readonly most: number }
  /** At most so many seconds. */
  | { readonly type: 'seconds'; readonly most: number }
  /** Time for a piece at most this multiple of that of another figure, and at most so many bytes. */
  | { readonly type: 'linear'; readonly pieces: number; readonly of: string; readonly ofPieces: number; readonly most: number; readonly bytes: number }

const share = (of: string, parts: number): Target => ({ type: 'share', of, most: 1 / parts })

/** What is promised, and what it is compared with. */
export const rows: readonly Row[] = [
  { what: 'Slidev, a process a section', figure: 'stock' },
  { what: 'Marp, a process a section', figure: 'marp' },
  { what: 'Marp, all sections in one process', figure: 'marp-at-once' },
  { what: 'full set of twenty, against Slidev', figure: 'full', target: share('stock', 40) },
  { what: 'full set of twenty, against Marp', figure: 'full', target: share('marp', 3) },
  { what: 'cold, against Slidev', figure: 'cold', target: share('stock', 12) },
  { what: 'nothing changed, no browser', figure: 'nothing', target: { type: 'seconds', most: 1 } },
  { what: 'one post changed, new process', figure: 'changed', target: { type: 'seconds', most: 2.5 } },
  { what: 'the same, with the workshop it is in', figure: 'workshop' },
  { what: 'watch: saved to both PDFs', figure: 'watch', target: { type: 'seconds', most: 0.5 } },
  { what: '200 posts', figure: '200' },
  { what: '2,000 posts, time a post against 200', figure: '2000', target: { type: 'linear', pieces: 2000, of: '200', ofPieces: 200, most: 1.2, bytes: 2e9 } },
  { what: 'pdfkit: a worksheet page, fields, no tags', figure: 'pdfkit' },
  { what: 'pdfmake: the same, no fields, no tags', figure: 'pdfmake' },
  { what: 'react-pdf: the same, fields, no tags', figure: 'react-pdf' },
  { what: 'a worksheet page, against pdfkit', figure: 'sheet', target: { ...share('pdfkit', 1), most: 1 } },
  { what: 'a worksheet page, against pdfmake', figure: 'sheet', target: share('pdfmake', 8) },
  { what: 'a worksheet page, against react-pdf', figure: 'sheet', target: share('react-pdf', 8) },
]

/** A target with what came of it; undefined when what it needs was not measured. */
export interface Outcome {
  readonly ratio?: string
  readonly target: string
  readonly met: boolean
}

export function outcomeOf(figure: Figure, target: Target, figures: Figures): Outcome | undefined {
  const seconds = secondsOf(figure)
  if (target.type === 'seconds') return { target: `under ${target.most} s`, met: seconds < target.most }
  const other = figures.get(target.of)
  if (!other) return undefined
  if (target.type === 'share') {
    const parts = secondsOf(other) / seconds
    return { ratio: `1/${parts < 10 ? parts.toFixed(1) : parts.toFixed(0)}`, target: target.most === 1 ? 'under 1' : `1/${Math.round(1 / target.most)} or less`, met: 1 / parts <= target.most }
  }
  const times = seconds / target.pieces / (secondsOf(other) / target.ofPieces)
  const fits = figure.memory === undefined || figure.memory < target.bytes
  return { ratio: times.toFixed(2), target: `${target.most} or less, under ${target.bytes / 1e9} GB`, met: times <= target.most && fits }
}
