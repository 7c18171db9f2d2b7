import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keyOf } from '../../src/build/fingerprint.ts'
import { openKeptPlans } from '../../src/build/kept-plans.ts'
import { Memory, type Store } from '../../src/build/memory.ts'

it('makes again only what is made from something else', () => {
  const memory = new Memory()
  const [exercise, other] = [{ id: 'stopp' }, { id: 'stopp' }]
  let made = 0
  const plan = (text: string, from: object): number => memory.once('a post', [text, from], () => (made += 1))
  memory.begin()
  expect([plan('en', exercise), plan('en', exercise)]).toEqual([1, 1])
  memory.begin()
  expect([plan('en', exercise), plan('en', other), plan('två', other)]).toEqual([1, 2, 3])
})

it('forgets what a whole build had no use for', () => {
  const memory = new Memory()
  let made = 0
  const once = (name: string): number => memory.once(name, [], () => (made += 1))
  memory.begin()
  once('gone')
  memory.begin()
  once('stays')
  memory.begin()
  expect([once('stays'), once('gone')]).toEqual([2, 3])
})

it('gives keys by content: the same for equal data, wherever it was written, and another for any change', () => {
  const slide = (title: string, line: number): object => ({ slides: [{ title, place: { path: 'a.md', line, column: 1 } }] })
  expect(keyOf('v1', slide('Ett', 1))).toBe(keyOf('v1', slide('Ett', 7)))
  const keys = [keyOf('v1', slide('Ett', 1)), keyOf('v2', slide('Ett', 1)), keyOf('v1', slide('Två', 1)), keyOf('v1', [slide('Ett', 1)]), keyOf('v1', [slide('Ett', 1), 1]), keyOf('v1', slide('Ett', 1), 1), keyOf('v1')]
  expect(new Set(keys).size).toBe(keys.length)
})

/** A store as `kept-plans.ts` gives it, in memory. */
function storeOf(entries: Map<string, unknown>): Store {
  return { get: (key) => structuredClone(entries.get(key)), set: (key, result) => void entries.set(key, structuredClone(result)) }
}

it('knows in the next process what was made from the same texts, also in several steps', () => {
  const entries = new Map<string, unknown>()
  const build = (text: string, other: string): string[] => {
    const memory = new Memory()
    memory.store = storeOf(entries)
    memory.begin()
    const made: string[] = []
    const parse = (name: string, source: string): { post: object } => memory.once(name, [source], () => (made.push(name), { post: { source } }))
    const [post, exercise] = [parse('post', text), parse('exercise', other)]
    // One that only hands on what it got.
    const own = memory.once('own', [post.post, exercise.post], () => (made.push('own'), post.post))
    const plan = memory.once('plan', [own, exercise.post], () => (made.push('plan'), { of: own }))
    expect(plan).toEqual({ of: { source: text } })
    return made
  }
  expect(build('a', 'b')).toEqual(['post', 'exercise', 'own', 'plan'])
  expect(build('a', 'b')).toEqual(['own'])
  expect(build('a', 'c')).toEqual(['exercise', 'own', 'plan'])
  expect(build('d', 'c')).toEqual(['post', 'own', 'plan'])
})

it('does not keep for another process what is made from something of unknown origin', () => {
  const entries = new Map<string, unknown>()
  const memory = new Memory()
  memory.store = storeOf(entries)
  memory.begin()
  expect(memory.once('a plan', [{ from: 'elsewhere' }], () => ({ made: true }))).toEqual({ made: true })
  expect(entries.size).toBe(0)
})

it('keeps plans on disk for the same content and toolkit alone, and does without a damaged file', async () => {
  const content = await mkdtemp(join(tmpdir(), 'plans-'))
  const options = { content, exercises: content, force: false }
  const first = await openKeptPlans(options, 'v1')
  first.set('a', { lines: new Map([['b', [1]]]) })
  await first.save()
  expect((await openKeptPlans(options, 'v1')).get('a')).toEqual({ lines: new Map([['b', [1]]]) })
  expect((await openKeptPlans(options, 'v2')).get('a')).toBeUndefined()
  expect((await openKeptPlans({ ...options, force: true }, 'v1')).get('a')).toBeUndefined()
  await writeFile(first.file, 'damaged')
  expect((await openKeptPlans(options, 'v1')).get('a')).toBeUndefined()
  await Promise.all([content, first.file].map((path) => rm(path, { recursive: true })))
})
