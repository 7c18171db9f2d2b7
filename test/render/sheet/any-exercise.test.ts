import fc from 'fast-check'
import { expect, it } from 'vitest'
import { a4, letter } from '../../../src/model/worksheet.ts'
import { layoutWorksheet } from '../../../src/render/sheet/worksheet.ts'
import { layoutHalf } from '../../../src/render/sheet/two-up.ts'
import { hyphenator } from '../../../src/typography/hyphenate.ts'
import { fonts as prepared } from '../../export/pdf/kit.ts'
import { anySheet } from './any-exercise.ts'
import { collisions, crowded, fieldsOf, lonely, nameOf, outside } from './inspect.ts'

const hyphenate = hyphenator('sv')

/** The same sheets every time; other ones with ANY_EXERCISE=<number>. */
const settings = { seed: Number(process.env['ANY_EXERCISE'] ?? 5), numRuns: Number(process.env['ANY_EXERCISES'] ?? 80) }

it.each([['A4', a4], ['Letter', letter]] as const)('puts nothing outside the margins of %s and nothing over another, whatever the exercise', async (_, paper) => {
  const { metrics } = await prepared()
  fc.assert(
    fc.property(anySheet, (sheet) => {
      const { pages, diagnostics } = layoutWorksheet(sheet, paper, metrics, hyphenate)
      // What cannot fit is reported, and such a sheet is not made.
      if (diagnostics.some(({ severity }) => severity === 'error')) return
      const found = pages.flatMap((page, index) => [...outside(page, paper, metrics), ...collisions(page, metrics), ...crowded(page, metrics)].map((problem) => `page ${index + 1}: ${problem}`))
      expect([...found, ...lonely(pages, sheet.blocks)]).toEqual([])
      const names = pages.flatMap(fieldsOf).map(nameOf)
      expect(new Set(names).size).toBe(names.length)
    }),
    settings,
  )
}, 120_000)

it('holds on half a paper as well', async () => {
  const { metrics } = await prepared()
  fc.assert(
    fc.property(anySheet, (sheet) => {
      const { pages, diagnostics } = layoutHalf(sheet, a4, metrics, hyphenate)
      if (diagnostics.some(({ severity }) => severity === 'error')) return
      expect(pages.flatMap((page) => [...collisions(page, metrics), ...crowded(page, metrics)])).toEqual([])
    }),
    { ...settings, numRuns: Math.ceil(settings.numRuns / 4) },
  )
}, 120_000)
