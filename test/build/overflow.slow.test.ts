import { beforeAll, describe, expect, it } from 'vitest'
import { measureOverlong, type MeasuredOverlong } from './measure-overlong.ts'
import { overlong } from './overflow-corpus.ts'

let measured: readonly MeasuredOverlong[]
beforeAll(async () => void (measured = await measureOverlong(overlong)))

describe('on slides measured in the browser', () => {
  it.each(overlong.filter(({ reported }) => !reported).map(({ name }) => name))('%s overflows nothing', (name) => {
    const { overflows, diagnostics } = measured.find((one) => one.name === name)!
    expect(overflows.map(({ slide, into, text, px }) => `${slide + 1}: ${text} ${into} ${px}`)).toEqual([])
    expect(diagnostics).toEqual([])
  })

  it.each(overlong.filter(({ reported }) => reported).map(({ name }) => name))('%s is reported where it stands, before and after measuring', (name) => {
    const { missing, overflows, diagnostics } = measured.find((one) => one.name === name)!
    expect(missing).toEqual([])
    expect(diagnostics).toHaveLength(1)
    expect(overflows).toHaveLength(1)
  })
})
