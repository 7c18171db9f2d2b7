import { expect, it } from 'vitest'
import { keyOf } from '../../src/build/fingerprint.ts'
import { Memory } from '../../src/build/memory.ts'

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
