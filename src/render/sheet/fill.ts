import type { Growth } from '../../blocks/block.ts'
import { stackHeight, type Entry, type Placement } from './pages.ts'

/** A gap between blocks grows by no more than this, in points. */
const mostGap = 15

/** What rounding may add up to, in points. */
const tolerance = 0.05

/** What the gaps of a page can take up in all. */
export const gapRoom = (page: readonly Entry[]): number => page.filter(({ piece }, index) => index > 0 && piece.space > 0).length * mostGap

/** A piece that may grow, while its page is being filled. */
interface Growing {
  readonly index: number
  readonly block: number
  readonly growth: Growth
  steps: number
}

/**
 * Stacks the pieces of a page and fills what it leaves: first with room to write, in proportion to what there is and
 * alike within a block, then with white space between the pieces, so that a page ends where its margin is.
 */
export function fillPage(entries: readonly Entry[], space: number): Placement[] {
  const growing = entries.flatMap(({ piece, block }, index): Growing[] =>
    piece.grow && piece.grow.most > 0 ? [{ index, block, growth: piece.grow, steps: 0 }] : [])
  const alike = alikeIn(growing)
  let spare = space - stackHeight(entries) + tolerance
  for (;;) {
    const chosen = sets(alike).find((one) => cost(one) <= spare) ?? (spare > gapRoom(entries) ? lone(growing, spare) : undefined)
    if (!chosen) break
    for (const one of chosen) one.steps += 1
    spare -= cost(chosen)
  }
  const grown = new Map(growing.filter(({ steps }) => steps > 0).map(({ index, growth, steps }) => [index, growth.to(steps)]))
  return stack(entries.map((entry, index) => ({ ...entry, piece: grown.get(index) ?? entry.piece })), space)
}

/** How much larger than asked for a piece would be after one step more: the least goes first. */
const strain = ({ growth, steps }: Growing): number => ((steps + 1) * growth.unit) / growth.size

const cost = (set: readonly Growing[]): number => set.reduce((sum, { growth }) => sum + growth.unit, 0)

const canGrow = ({ growth, steps }: Growing): boolean => steps < growth.most

const leastOf = (growing: readonly Growing[]): Growing[] => {
  const least = Math.min(...growing.map(strain))
  return growing.filter((one) => strain(one) === least)
}

/** The pieces of each block, or those that grow alike. */
function alikeIn(growing: readonly Growing[]): Growing[][] {
  const alike = new Map<string | number, Growing[]>()
  for (const one of growing) {
    const key = one.growth.like ?? one.block
    const others = alike.get(key)
    if (others) others.push(one)
    else alike.set(key, [one])
  }
  return [...alike.values()]
}

/** Of those that grow alike the pieces that have grown least of what their author asked for, as one set; the least grown set first. */
function sets(alike: readonly (readonly Growing[])[]): Growing[][] {
  const open = alike.map((some) => some.filter(canGrow)).filter((some) => some.length > 0)
  return open.map(leastOf).sort((a, b) => strain(a[0] as Growing) - strain(b[0] as Growing))
}

/** A single piece, where a whole set would be too much: the least grown, of these the last. */
function lone(growing: readonly Growing[], spare: number): Growing[] | undefined {
  const found = leastOf(growing.filter((one) => canGrow(one) && one.growth.like === undefined && one.growth.unit <= spare)).at(-1)
  return found ? [found] : undefined
}

function stack(page: readonly Entry[], space: number): Placement[] {
  const spare = Math.max(0, space - stackHeight(page))
  const weights = page.map(({ piece }, index) => (index > 0 ? piece.space : 0))
  const weight = weights.reduce((sum, one) => sum + one, 0)
  let y = 0
  return page.map(({ piece, block }, index) => {
    const own = weights[index] as number
    const extra = weight > 0 ? Math.min(mostGap, (spare * own) / weight) : 0
    if (index > 0) y += piece.space + extra
    const placed = { piece, block, y }
    y += piece.height
    return placed
  })
}
