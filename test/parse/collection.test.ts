import { describe, expect, it } from 'vitest'
import { parseCollection } from '../../src/parse/collection.ts'

const parse = (text: string) => parseCollection({ path: 'content/collection.yaml', text })

describe("the collection's name", () => {
  it('is one for all languages, or one for each', () => {
    expect(parse('title: Sälj lugnt').collection).toEqual({ title: { sv: 'Sälj lugnt', en: 'Sälj lugnt' } })
    expect(parse('title:\n  en: Calm selling').collection).toEqual({ title: { en: 'Calm selling' } })
  })

  it('is reported where it is wrong', () => {
    expect(parse('tittel: Sälj lugnt').diagnostics).toMatchObject([{ code: 'unknown-key', line: 1, column: 1 }, { severity: 'error', line: 1 }])
    expect(parse('title:\n  sv: A\n  fr: B').diagnostics).toMatchObject([{ code: 'unknown-key', line: 3, column: 3 }])
    expect(parse('title: [A, B]').diagnostics).toMatchObject([{ severity: 'error', line: 1, column: 8 }])
    expect(parse('title: "A').diagnostics).toMatchObject([{ severity: 'error' }])
  })
})
