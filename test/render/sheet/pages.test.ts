import { describe, expect, it } from 'vitest'
import type { Piece } from '../../../src/blocks/block.ts'
import { flowPieces, type Entry } from '../../../src/render/sheet/pages.ts'

const room = { first: 300, later: 400, underRule: 10 }

const piece = (height: number, more: Partial<Piece> = {}): Piece => ({ height, items: [], space: 10, ...more })

const growing = (height: number, most = 20): Piece =>
  piece(height, { grow: { unit: 24, size: height, most, to: (steps) => piece(height + steps * 24) } })

const entries = (...pieces: readonly (Piece | readonly [number, Piece])[]): Entry[] =>
  pieces.map((one, index) => (Array.isArray(one) ? { block: one[0] as number, piece: one[1] as Piece } : { block: index, piece: one as Piece }))

const sizes = (all: readonly Entry[]): number[] => flowPieces(all, room).pages.map((page) => page.length)

describe('flowPieces', () => {
  it('takes no more pages than it needs', () => {
    expect(sizes(entries(piece(100), piece(100), piece(80)))).toEqual([3])
    expect(sizes(entries(piece(100), piece(100), piece(81)))).toHaveLength(2)
  })

  it('leaves no heading alone at the foot of a page', () => {
    const heading = piece(20, { keepWithNext: true })
    const { pages } = flowPieces(entries(piece(250), [1, heading], [1, piece(100)]), room)
    expect(pages.map((page) => page.length)).toEqual([1, 2])
  })

  it('keeps blocks whole rather than cutting them', () => {
    const { pages } = flowPieces(entries(piece(160), [1, piece(60)], [1, piece(60)], [1, piece(60)]), room)
    expect(pages.map((page) => page.map(({ block }) => block))).toEqual([[0], [1, 1, 1]])
  })

  it('fills a page with room to write, alike within a block', () => {
    const [page = []] = flowPieces(entries([0, growing(48)], [0, growing(48)], [0, growing(48)]), room).pages
    const heights = page.map((placement) => placement.piece.height)
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(24)
    expect((page.at(-1)?.y ?? 0) + (heights.at(-1) ?? 0)).toBeCloseTo(300, 0)
  })

  it('gives more to what its author made larger', () => {
    const [page = []] = flowPieces(entries(growing(24), growing(96)), room).pages
    const [small, large] = page.map((placement) => placement.piece.height) as [number, number]
    expect(large - 96).toBeGreaterThan(small - 24)
  })

  it('spreads what is left over the gaps, but not too far', () => {
    const [page = []] = flowPieces(entries(piece(100), piece(100)), room).pages
    expect(page[1]?.y).toBe(125)
  })

  it('repeats a head where a table goes on, and leaves room under the rule', () => {
    const rows = Array.from({ length: 20 }, (): readonly [number, Piece] => [0, piece(30, { space: 0, again: { height: 16, items: [] } })])
    const { pages } = flowPieces(entries(...rows), room)
    expect(pages.length).toBe(2)
    expect(pages[1]?.[0]?.y).toBe(26)
    for (const page of pages.slice(1)) expect((page.at(-1)?.y ?? 0) + 30).toBeLessThanOrEqual(400)
  })

  it('reports what is taller than a page and goes on', () => {
    const { pages, tooTall } = flowPieces(entries(piece(500), piece(10)), room)
    expect(tooTall).toHaveLength(1)
    expect(pages.flat()).toHaveLength(2)
  })
})
