import { kindOf } from '../../blocks/index.ts'
import type { Worksheet } from '../../model/worksheet.ts'

/** Where the sheets of a book stand. Pages count from 1. */
export interface Imposition {
  /** The first page of each sheet. */
  readonly firsts: readonly number[]
  /** Pages that stay empty: the backs of sheets that are taken out. */
  readonly empty: ReadonlySet<number>
  /** All pages, a multiple of four, as folded and stapled papers have them. */
  readonly count: number
}

/** True for a sheet that leaves its book, to be folded or hung up. */
export const isTakenOut = ({ blocks }: Worksheet): boolean => blocks.some((block) => kindOf(block.kind)?.takenOut?.(block) ?? false)

/**
 * Gives sheets of so many pages their places after so many others. A sheet that is taken out has its papers to itself;
 * in a duplex book every sheet begins on a right-hand page, which has an odd number.
 */
export function impose(sheets: readonly { readonly pages: number; readonly takenOut: boolean }[], before: number, duplex: boolean): Imposition {
  let next = before + 1
  const empty = new Set<number>()
  const firsts = sheets.map(({ pages, takenOut }) => {
    const first = (duplex || takenOut) && next % 2 === 0 ? next + 1 : next
    next = first + pages
    if (takenOut && next % 2 === 0) empty.add(next++)
    return first
  })
  return { firsts, empty, count: Math.ceil((next - 1) / 4) * 4 }
}
