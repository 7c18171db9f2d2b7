import { describe, expect, it } from 'vitest'
import { divide } from '../../src/plan/fit.ts'
import { spread } from '../../src/plan/minutes.ts'

describe('dividing a list over slides', () => {
  const height = (item: number): number => item

  it('keeps a list that fits together', () => {
    expect(divide([1, 1, 1], 5, height, 0.5)).toEqual([[1, 1, 1]])
  })

  it('makes the parts about equally high instead of filling the first', () => {
    expect(divide([1, 1, 1, 1], 3.2, height, 0)).toEqual([[1, 1], [1, 1]])
  })

  it('gives an item that is too high a slide of its own', () => {
    expect(divide([1, 9, 1], 3, height, 0)).toEqual([[1], [9], [1]])
  })

  it('keeps every item, in order', () => {
    const items = Array.from({ length: 37 }, (_, index) => (index % 5) + 1)
    expect(divide(items, 12, height, 1).flat()).toEqual(items)
  })

  it('has nothing to divide in an empty list', () => {
    expect(divide([], 10, height, 1)).toEqual([])
  })
})

describe('sharing out minutes', () => {
  it('gives out every minute, by weight', () => {
    expect(spread(10, [1, 4, 1, 1, 3])).toEqual([1, 4, 1, 1, 3])
    expect(spread(7, [1, 4, 1, 1, 3]).reduce((sum, one) => sum + one, 0)).toBe(7)
  })

  it('gives none where there is no weight', () => {
    expect(spread(5, [0, 0])).toEqual([0, 0])
  })
})
