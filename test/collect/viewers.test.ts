import { describe, expect, it } from 'vitest'
import { readSheet } from '../../src/collect/read-sheet.ts'
import { sheet } from './kit.ts'
import { viewers } from './fill.ts'

const swedish = 'Åsa kör ”hårt” – ändå går det så där, à la carte … 5 €.'

describe.each(Object.entries(viewers))('what somebody writes in %s', (_, fill) => {
  it('comes back as it was written', async () => {
    const saved = await fill(await sheet(), { 'head.namn': 'Åsa Öberg', 'lines.text': `${swedish}\nOch en rad till.`, 'lines.share': true, 'scale.1': 'mvg' })
    const { forms, fields } = await readSheet(saved)
    expect(forms).toMatchObject([{ id: 'prov', version: '0a1b2c3d' }])
    expect(Object.fromEntries(fields.map(({ name, value }) => [name, value]))).toEqual({
      'head.namn': 'Åsa Öberg', 'lines.text': `${swedish}\nOch en rad till.`, 'lines.share': 'x', 'scale.1': 'mvg',
    })
  })

  it('comes back after a second round of writing', async () => {
    const first = await fill(await sheet(), { 'head.namn': 'Åsa', 'scale.1': 'ig' })
    const second = await viewers['pdf.js']?.(first, { 'head.namn': 'Åsa Öberg', 'scale.1': 'mvg' })
    const { fields } = await readSheet(second ?? first)
    expect(fields.map(({ value }) => value)).toEqual(['Åsa Öberg', '', '', 'mvg'])
  })
})
