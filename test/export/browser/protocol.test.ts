import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { Protocol } from '../../../src/export/browser/protocol.ts'

/** A protocol with both of its pipes in hand. */
function piped(patience = 60_000) {
  const [out, input] = [new PassThrough(), new PassThrough()]
  const said = (): unknown[] => String(out.read() ?? '').split('\0').filter(Boolean).map((text) => JSON.parse(text) as unknown)
  const answer = (message: object): void => void input.write(`${JSON.stringify(message)}\0`)
  return { protocol: new Protocol(out, input, patience), out, input, said, answer }
}

test('gives commands and hands out what is answered, in any order', async () => {
  const { protocol, said, answer } = piped()
  const [first, second] = [protocol.send('A', { x: 'ö' }), protocol.send('B', {}, 'page')]
  expect(said()).toEqual([{ id: 1, method: 'A', params: { x: 'ö' } }, { id: 2, method: 'B', params: {}, sessionId: 'page' }])
  answer({ id: 2, result: { b: 2 } })
  answer({ id: 1, error: { message: 'Not today' } })
  expect(await second).toEqual({ b: 2 })
  await expect(first).rejects.toThrow('Not today')
})

test('puts messages together that come in pieces, in the middle of a letter too', async () => {
  const { protocol, input } = piped()
  const [first, second] = [protocol.send('A'), protocol.send('B')]
  const bytes = Buffer.from(`${JSON.stringify({ id: 1, result: { text: 'Håll löftet' } })}\0${JSON.stringify({ id: 2, result: {} })}\0`)
  for (const byte of bytes) input.write(Buffer.from([byte]))
  expect(await first).toEqual({ text: 'Håll löftet' })
  expect(await second).toEqual({})
})

test('hands events to the page that they are of', async () => {
  const { protocol, answer } = piped()
  const heard: string[] = []
  protocol.listen('one', { event: (event, { n }) => heard.push(`${event} ${String(n)}`), lost: ({ message }) => heard.push(message) })
  for (const sessionId of ['one', 'two', undefined]) answer({ method: 'Happened', params: { n: sessionId ?? 'browser' }, sessionId })
  const answered = protocol.send('A')
  answer({ id: 1, result: {} })
  await answered
  expect(heard).toEqual(['Happened one'])
  for (const reason of ['The browser is gone', 'It is still gone']) protocol.end(reason)
  expect(heard.slice(1)).toEqual(['The browser is gone'])
})

test.each([
  ['its pipe ends', ({ input }: ReturnType<typeof piped>) => input.end(), 'The browser is gone'],
  ['its pipe breaks', ({ out }: ReturnType<typeof piped>) => out.destroy(new Error('EPIPE')), 'The browser is gone'],
  ['it does not answer', () => undefined, 'The browser has not answered A for 0.05 seconds'],
])('gives the browser up when %s: what is waited for fails, and all that comes after', async (_, happen, message) => {
  const pipes = piped(50)
  const waiting = pipes.protocol.send('A')
  happen(pipes)
  await expect(waiting).rejects.toThrow(message)
  expect(pipes.protocol.isLost).toBe(true)
  await expect(pipes.protocol.send('B')).rejects.toThrow(message)
})
