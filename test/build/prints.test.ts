import { expect, test } from 'vitest'
import type { Planned } from '../../src/build/deck-of.ts'
import { Prints } from '../../src/build/prints.ts'
import type { DeckPrinter, Printed } from '../../src/export/deck/index.ts'
import { sampleDeck } from '../render/slidev/sample-deck.ts'

/** Something that has slides, by its name. */
const planned = (id: string): Planned => ({ deck: sampleDeck(id) }) as unknown as Planned

/** Prints of a printer that notes what it is given, and finishes a deck when it is told to. */
function printing() {
  const begun: string[] = []
  const finish = new Map<string, () => void>()
  const fail = new Map<string, (reason: Error) => void>()
  const print: DeckPrinter['print'] = ({ id }) =>
    new Promise<Printed>((resolve, reject) => {
      begun.push(id)
      finish.set(id, () => resolve({ pdf: Buffer.from(id), overflows: [], failures: [] }))
      fail.set(id, reject)
    })
  const prints = new Prints(async () => ({ print }) as DeckPrinter)
  return { prints, begun, finish: (id: string) => finish.get(id)?.(), fail: (id: string) => fail.get(id)?.(new Error(`no ${id}`)) }
}

const soon = (): Promise<void> => new Promise((done) => setImmediate(done))
const textOf = ({ pdf }: Printed): string => Buffer.from(pdf).toString()

async function allOf(decks: AsyncGenerator<{ printed: Printed }>): Promise<string[]> {
  const texts: string[] = []
  for await (const { printed } of decks) texts.push(textOf(printed))
  return texts
}

test('what was begun ahead is not printed again, and comes in the order in which it is asked for', async () => {
  const { prints, begun, finish } = printing()
  const [a, b, c] = ['a', 'b', 'c'].map(planned) as [Planned, Planned, Planned]
  prints.begin(b)
  await soon()
  const all = allOf(prints.of([a, b, c]))
  await soon()
  expect(begun).toEqual(['b', 'a', 'c'])
  for (const id of ['c', 'b', 'a']) finish(id)
  expect(await all).toEqual(['a', 'b', 'c'])
})

test('all who ask share a deck, and later it is printed anew: it is not kept', async () => {
  const { prints, begun, finish } = printing()
  const [a, b] = ['a', 'b'].map(planned) as [Planned, Planned]
  const both = [allOf(prints.of([a, b])), allOf(prints.of([b]))]
  await soon()
  for (const id of ['a', 'b']) finish(id)
  expect(await Promise.all(both)).toEqual([['a', 'b'], ['b']])
  expect(begun).toEqual(['a', 'b'])
  const again = allOf(prints.of([b]))
  await soon()
  finish('b')
  await again
  expect(begun).toEqual(['a', 'b', 'b'])
})

test('one that is asked for by itself is kept', async () => {
  const { prints, begun, finish } = printing()
  const workshop = planned('w')
  const first = prints.print(workshop)
  await soon()
  finish('w')
  expect(await first).toBe(await prints.print(workshop))
  expect(begun).toEqual(['w'])
})

test('what fails ahead of time is told to whoever asks, after what came before it', async () => {
  const { prints, finish, fail } = printing()
  const [a, b] = ['a', 'b'].map(planned) as [Planned, Planned]
  prints.begin(b)
  await soon()
  fail('b')
  const got: string[] = []
  const all = (async () => {
    for await (const { printed } of prints.of([a, b])) got.push(textOf(printed))
  })()
  await soon()
  finish('a')
  await expect(all).rejects.toThrow('no b')
  expect(got).toEqual(['a'])
})

test('no more is begun than is soon used', async () => {
  const { prints, begun, finish } = printing()
  const many = Array.from({ length: 40 }, (_, index) => planned(String(index)))
  const decks = prints.of(many)
  const first = decks.next()
  await soon()
  expect(begun.length).toBeLessThan(20)
  finish('0')
  await first
  const rest = allOf(decks)
  for (let round = 0; round < 40; round += 1) {
    begun.forEach(finish)
    await soon()
  }
  expect(begun.length).toBe(40)
  expect(await rest).toEqual(many.slice(1).map((_, index) => String(index + 1)))
})
