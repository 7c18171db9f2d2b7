import { inflateSync } from 'node:zlib'
import { PDFRef } from 'pdf-lib'
import { expect, test } from 'vitest'
import { compressed, deflated, dictionary, object, stream } from '../../../src/export/pdf/objects.ts'

test('objects stand as ISO 32000-1 writes them', () => {
  expect(String(object({ Type: 'Page', Kids: [PDFRef.of(7), 'A', 1.5, -0.25, true, null], Parent: undefined, In: { Deep: [] } }))).toBe('<</Type /Page/Kids [7 0 R /A 1.5 -0.25 true null]/In <</Deep []>>>>')
  expect(String(dictionary({ A: 1 }, { B: undefined, C: 'D' }))).toBe('<</A 1/C /D>>')
})

test('names keep every sign: those with a meaning of their own, and letters beyond ASCII, are numbers', () => {
  expect(String(object(['A B', 'C#', 'x/y', 'ö', 'a-b.c_d+e']))).toBe('[/A#20B /C#23 /x#2Fy /#F6 /a-b.c_d+e]')
})

test('numbers have no exponents', () => {
  const [tiny, huge] = [1e-7, 1e21].map((number) => String(object(number)))
  for (const text of [tiny, huge]) expect(text).toMatch(/^[\d.]+$/)
  expect([Number(tiny), Number(huge)]).toEqual([expect.closeTo(1e-7, 12), 1e21])
})

test('streams say how long they are, have a byte for each character, and come back when they are compressed', () => {
  expect(stream({}, 'q \xe5')).toMatchObject({ dictionary: '<</Length 3>>', contents: Buffer.from([0x71, 0x20, 0xe5]) })
  const small = compressed({ Type: 'XObject' }, 'q 1 0 0 1 0 0 cm Q\n'.repeat(50))
  expect(small.dictionary).toBe(`<</Type /XObject/Filter /FlateDecode/Length ${small.contents.length}>>`)
  expect(inflateSync(small.contents).toString()).toBe('q 1 0 0 1 0 0 cm Q\n'.repeat(50))
  expect(deflated({}, small.contents).contents).toBe(small.contents)
})
