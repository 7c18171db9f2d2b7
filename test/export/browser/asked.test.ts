import { expect, test } from 'vitest'
import { Asked } from '../../../src/export/browser/asked.ts'

const never = (): Promise<never> => new Promise(() => undefined)

test('hands on answers and refusals', async () => {
  const asked = new Asked(1000)
  expect(await asked.orFail(Promise.resolve('ja'))).toBe('ja')
  await expect(asked.orFail(Promise.reject(new Error('nej')))).rejects.toThrow('nej')
  expect(await asked.orFail(Promise.resolve('ja igen'))).toBe('ja igen')
})

test('fails what is still waited for and all that comes after, with the first reason', async () => {
  const asked = new Asked(1000)
  const waiting = [asked.orFail(never()), asked.orFail(never(), 'It has not come')]
  asked.fail(new Error('sönder'))
  asked.fail(new Error('borta'))
  const told = await Promise.allSettled([...waiting, asked.orFail(Promise.resolve('sent'))])
  expect(told.map((one) => one.status === 'rejected' && (one.reason as Error).message)).toEqual(['sönder', 'sönder', 'sönder'])
})

test('gives up on one that does not come, and on that alone', async () => {
  const asked = new Asked(50)
  await expect(asked.orFail(never(), 'The page has not loaded')).rejects.toThrow('The page has not loaded for 0.05 seconds')
  expect(await asked.orFail(new Promise((done) => setTimeout(() => done('långsamt'), 80)))).toBe('långsamt')
})
