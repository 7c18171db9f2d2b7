import type { Piece } from '../../blocks/block.ts'
import { fillPage, gapRoom } from './fill.ts'

/** A piece and the block it belongs to, counted from 0. */
export interface Entry {
  readonly piece: Piece
  readonly block: number
}

export interface Placement extends Entry {
  /** Top of the piece, from the top of the page's room. */
  readonly y: number
}

export interface Flowed {
  readonly pages: readonly (readonly Placement[])[]
  /** Pieces that are taller than a page. */
  readonly tooTall: readonly Entry[]
}

/** The height that pages have for pieces, in points. */
export interface Room {
  /** On the page that carries the sheet's head. */
  readonly first: number
  readonly later: number
  /** From the rule of a later page's running head to a piece that has no rule of its own. */
  readonly underRule: number
}

/** Points that rounding may add up to. */
const tolerance = 0.05

/**
 * Puts pieces on as few pages as they need. Where a page must end is chosen for all pages together: no heading alone at
 * a foot, blocks rather whole than cut, no page much emptier than it can be filled. Then every page is filled.
 */
export function flowPieces(entries: readonly Entry[], room: Room): Flowed {
  const bare = needsWholePage(entries, room)
  const spaceFrom = (start: number): { top: number; space: number } => {
    const top = start === 0 && !bare ? 0 : topOf(entries[start], room)
    return { top, space: (start === 0 && !bare ? room.first : room.later) - top }
  }
  let start = 0
  const pages = breaks(entries, (from) => spaceFrom(from).space).map((end) => {
    const { top, space } = spaceFrom(start)
    const placed = fillPage(entries.slice(start, end), space)
    start = end
    return placed.map((placement) => ({ ...placement, y: placement.y + top }))
  })
  const most = (entry: Entry, index: number): number => Math.max(index === 0 ? room.first : 0, room.later - topOf(entry, room))
  return { pages: bare ? [[], ...pages] : pages, tooTall: entries.filter((entry, index) => entry.piece.height > most(entry, index) + tolerance) }
}

/** True when what comes first is too tall to stand under the sheet's head but not for a page of its own: then the head stands alone. */
function needsWholePage(entries: readonly Entry[], room: Room): boolean {
  const together = entries.findIndex(({ piece }) => !piece.keepWithNext)
  const later = room.later - topOf(entries[0], room) + tolerance
  return [entries.slice(0, 1), entries.slice(0, together + 1)].some((some) => stackHeight(some) > room.first + tolerance && stackHeight(some) <= later)
}

/** Height of entries under one another. */
export function stackHeight(entries: readonly Entry[]): number {
  return entries.reduce((sum, { piece }, index) => sum + piece.height + (index === 0 ? 0 : piece.space), 0)
}

/** What stands above the first piece of a later page: white space under the rule, and a head that is repeated. */
function topOf(entry: Entry | undefined, { underRule }: Room): number {
  return (entry?.piece.ruled ? 0 : underRule) + (entry?.piece.again?.height ?? 0)
}

/** Where pages end, as positions in the list; found by the least cost over all pages. */
function breaks(entries: readonly Entry[], spaceFrom: (start: number) => number): number[] {
  const count = entries.length
  const cost = new Array<number>(count + 1).fill(Infinity)
  const from = new Array<number>(count + 1).fill(0)
  cost[0] = 0
  for (let end = 1; end <= count; end += 1) {
    for (let start = end - 1; start >= 0; start -= 1) {
      const page = entries.slice(start, end)
      const space = spaceFrom(start)
      const spare = space - stackHeight(page)
      const over = spare < -tolerance
      // Only a piece that is taller than a page may run over it, alone; it is reported.
      if (over && page.length > 1) break
      const total = (cost[start] as number) + 100 + (over ? 1e6 : emptiness(page, spare, space)) + breakCost(entries, end)
      if (total < (cost[end] as number)) {
        cost[end] = total
        from[end] = start
      }
      if (over) break
    }
  }
  const ends: number[] = []
  for (let end = count; end > 0; end = from[end] as number) ends.unshift(end)
  return ends.length > 0 ? ends : [0]
}

/** What a page costs that stays empty in part: dear is only what nothing on it can fill. */
function emptiness(page: readonly Entry[], spare: number, space: number): number {
  const growth = page.reduce((sum, { piece }) => sum + (piece.grow ? piece.grow.unit * piece.grow.most : 0), 0)
  const bare = Math.max(0, spare - growth - gapRoom(page)) / space
  return bare * bare * 40 + (spare / space) ** 2 * 10
}

function breakCost(entries: readonly Entry[], end: number): number {
  if (end === entries.length) return 0
  const [before, after] = [entries[end - 1] as Entry, entries[end] as Entry]
  if (before.piece.keepWithNext) return 1e4
  return before.block === after.block ? 3 : 0
}
