import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { blockKinds, kindOf } from '../../src/blocks/index.ts'
import type { StepsBlock } from '../../src/blocks/steps.ts'
import { slug, unique } from '../../src/blocks/kit/slug.ts'
import type { Exercise } from '../../src/model/exercise.ts'

const step = { minutes: 3, mode: 'alone' as const }
const exercise = {
  steps: [
    { ...step, letter: 'S', title: 'Stanna', prompt: 'Vad?', rows: 2 },
    { ...step, title: 'Prata' },
    { ...step, title: 'Läs', prompt: 'Läs om.' },
    { ...step, title: 'Gör', do: 'Gör det.', rows: 1 },
  ],
} as unknown as Exercise

/** What a YAML file gives: every scalar as text. */
const read = (kind: string, value: object): unknown => v.parse(v.strictObject(kindOf(kind)?.entries ?? {}), value)

describe('kinds', () => {
  it('are sixteen, each with a name of its own', () => {
    expect(new Set(blockKinds.map(({ kind }) => kind)).size).toBe(16)
  })

  it('have sensible defaults', () => {
    expect(read('lines', {})).toEqual({ rows: 3 })
    expect(read('scale', { items: ['a'] })).toEqual({ items: ['a'], points: 5 })
    expect(read('table', { columns: [{ title: 'a' }] })).toEqual({ columns: [{ title: 'a', type: 'text' }], rows: 6 })
    expect(read('card', { fields: [{ label: 'a' }] })).toEqual({ style: 'museum', fields: [{ label: 'a', rows: 1 }] })
  })

  it('read numbers, lists and flags from text', () => {
    expect(read('table', { columns: [{ title: 'a', width: '2.5', type: 'check' }], rows: ['x', 'y'] })).toMatchObject({ rows: ['x', 'y'] })
    expect(read('promise', { rows: '2', signature: 'true' })).toEqual({ rows: 2, signature: true })
    expect(() => read('lines', { rows: '0' })).toThrow()
    expect(() => read('radar', { axes: ['a', 'b'] })).toThrow()
    expect(() => read('spectrum', { poles: [['a']] })).toThrow()
  })
})

describe('steps', () => {
  const bind = kindOf('steps')?.bind as (block: StepsBlock, exercise: Exercise) => StepsBlock

  it('are the exercise’s own that have something to write or read, numbered as there', () => {
    expect(bind({ kind: 'steps' }, exercise).items).toEqual([
      { letter: 'S', title: 'Stanna', prompt: 'Vad?', rows: 2, minutes: 3 },
      { letter: '3', title: 'Läs', prompt: 'Läs om.', rows: 0, minutes: 3 },
      { letter: '4', title: 'Gör', prompt: 'Gör det.', rows: 1, minutes: 3 },
    ])
  })

  it('stay as the author wrote them', () => {
    const items = [{ title: 'Egen', rows: 1 }]
    expect(bind({ kind: 'steps', items }, exercise).items).toBe(items)
  })
})

describe('names', () => {
  it('are ASCII and lower-case', () => {
    expect(slug('Affär eller kund?')).toBe('affar-eller-kund')
    expect(slug('Łukasz Żak – ÆØ')).toBe('lukasz-zak-aeo')
    expect(slug('Ελένη', 'x')).toBe('x')
  })

  it('are given once', () => {
    const free = unique()
    expect([free('a'), free('a'), free('a-2'), free('a')]).toEqual(['a', 'a-2', 'a-2-2', 'a-3'])
  })
})
