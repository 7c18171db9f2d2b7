import { describe, expect, it } from 'vitest'
import { figuresOf, leftAt, toggled, untouched, withMinute } from '../../slides/theme/clocks/countdown.ts'
import { begins, hasteOf, plannedOf, positionOf } from '../../slides/theme/clocks/section.ts'
import { sampleSection } from '../render/slidev/sample-deck.ts'

const minute = 60_000

describe('a countdown', () => {
  it('runs when it is started and stands when it is stopped', () => {
    const running = toggled(untouched(360), 1000)
    expect(leftAt(running, 1000)).toBe(6 * minute)
    expect(leftAt(running, 1000 + minute)).toBe(5 * minute)
    const standing = toggled(running, 1000 + minute)
    expect(leftAt(standing, 1000 + 9 * minute)).toBe(5 * minute)
    expect(leftAt(toggled(standing, 20 * minute), 21 * minute)).toBe(4 * minute)
  })

  it('takes one minute more, running or not', () => {
    expect(leftAt(withMinute(untouched(60), 0), 5 * minute)).toBe(2 * minute)
    expect(leftAt(withMinute(toggled(untouched(60), 5), 5), 5 + minute)).toBe(minute)
  })

  it('gives a whole minute when the time was over', () => {
    const running = toggled(untouched(60), 5)
    expect(leftAt(withMinute(running, 5 + 4 * minute), 5 + 4 * minute)).toBe(minute)
    expect(leftAt(withMinute(toggled(running, 5 + 4 * minute), 9 * minute), 12 * minute)).toBe(minute)
  })

  it.each([[6 * minute, '6:00'], [6 * minute - 1, '6:00'], [minute + 1, '1:01'], [1, '0:01'], [0, '0:00'], [-1, '0:00'], [-minute - 5000, '1:05'], [100 * minute, '100:00']])(
    'shows %i milliseconds as %s',
    (left, figures) => expect(figuresOf(left)).toBe(figures),
  )
})

describe("a section's clock", () => {
  const sections = [sampleSection('ett'), sampleSection('två')]

  it('knows where a slide stands', () => {
    expect(positionOf(sections, 0)).toMatchObject({ number: 0, slide: 0 })
    expect(positionOf(sections, 13)).toMatchObject({ number: 1, slide: 3, section: { slug: 'två' } })
    expect(positionOf(sections, -1)).toBeUndefined()
    expect(positionOf(sections, 99)).toBeUndefined()
  })

  it('knows when a slide should come and be done', () => {
    expect(plannedOf({ section: sections[0]!, slide: 0, number: 0 })).toEqual({ from: 0, until: 2 })
    expect(plannedOf({ section: sections[0]!, slide: 3, number: 0 })).toEqual({ from: 6, until: 8 })
  })

  it('is calm until a fifth is left, and urgent from a twentieth on', () => {
    expect([0, 31.9, 32, 37.9, 38, 50].map((elapsed) => hasteOf(elapsed, 40))).toEqual(['calm', 'calm', 'soon', 'soon', 'now', 'now'])
  })

  it('begins when the first cover is left, or when one comes to a later section', () => {
    const [first, second] = sections.map((section, number) => ({ section, number, slide: 0 }))
    expect(begins(first!, true)).toBe(false)
    expect(begins({ ...first!, slide: 1 }, true)).toBe(true)
    expect(begins({ ...first!, slide: 1 }, false)).toBe(false)
    expect(begins(second!, true)).toBe(true)
  })
})
