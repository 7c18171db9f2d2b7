import { describe, expect, test } from 'vitest'
import { readContent } from '../../../src/export/pdf/content.ts'
import { remark, usedMarks } from '../../../src/export/deck/finish/marks.ts'

const page = `.24 0 0 -.24 0 414 cm
q
1 1 1 rg
/P <</MCID 0 >>BDC
0 0 980 552 re
f
Q
q
0 0 10 10 re
W* n
EMC
10 10 m
20 20 l
S
/P <</MCID 1 >>BDC
BT
/F4 24 Tf
(a \\) EMC (b)) Tj <0006> Tj
ET
EMC
/X5 Do
Q
q 1 0 0 RG Q`

describe('a content stream', () => {
  test('is read as paths, texts, objects and state', () => {
    expect(readContent(page).map(({ type }) => type)).toEqual([
      'state', 'state', 'state', 'begin', 'path', 'state', 'state', 'state', 'end', 'path', 'begin', 'text', 'end', 'object', 'state',
      'state', 'state', 'state',
    ])
  })

  test('tells marks around text from those around shapes', () => {
    const { text, any } = usedMarks(readContent(page))
    expect([[...text], [...any]]).toEqual([[1], [0, 1]])
  })

  test('is marked anew: kept marks under their new number, everything else as an artifact, empty groups gone', () => {
    const marked = remark(readContent(page), new Map([[1, { tag: 'H2', mcid: 7 }]]))
    expect(marked.split('\n')).toEqual([
      '.24 0 0 -.24 0 414 cm', 'q', '1 1 1 rg', '/Artifact BMC', '0 0 980 552 re', 'f', 'EMC', 'Q', 'q', '0 0 10 10 re', 'W*', 'n',
      '/Artifact BMC', '10 10 m', '20 20 l', 'S', 'EMC', '/H2 <</MCID 7>> BDC', 'BT', '/F4 24 Tf', '(a \\) EMC (b)) Tj', '<0006> Tj',
      'ET', 'EMC', '/Artifact BMC', '/X5 Do', 'EMC', 'Q',
    ])
  })

  test('keeps what a ligature stands for, and no other mark in a text', () => {
    const [text] = readContent('BT /P <</MCID 3>> BDC /Span<</ActualText (f\\)f) >> BDC <02af> Tj EMC /Other MP <0148> Tj EMC ET')
    expect(text?.source.split('\n')).toEqual(['BT', '/Span << /ActualText (f\\)f) >> BDC', '<02af> Tj', 'EMC', '<0148> Tj', 'ET'])
  })

  test('that is broken is an error', () => {
    expect(() => readContent('BT (no end')).toThrow('no end')
    expect(() => readContent('{ 1 }')).toThrow('Unexpected content')
  })
})
