import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axeCore from 'axe-core'
import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Accent } from '../../src/model/scene.ts'
import type { Deck, SlideKind } from '../../src/model/slide.ts'
import { everyLayout } from './every-layout.ts'
import { differenceTo, tolerance } from './pictures.ts'
import { showDeck, type ShownDeck } from './shown-deck.ts'

const accents: readonly Accent[] = ['lingon', 'pine', 'sun', 'fjord', 'ink']
/** The layouts of a workshop's day have colours of their own: once is enough. */
const deckIn = (accent: Accent): Deck => {
  const deck = everyLayout(accent)
  return accent === 'lingon' ? deck : { ...deck, sections: deck.sections.slice(0, 1) }
}
const kinds = everyLayout('lingon').sections.flatMap(({ slides }) => slides.map(({ kind }) => kind))

it('there is a sample of every layout but that of slides by hand', () => {
  const layouts = readdirSync(new URL('../../slides/theme/layouts', import.meta.url)).map((name) => name.replace('.vue', ''))
  expect(layouts.filter((name) => name !== 'default' && !kinds.includes(name as SlideKind))).toEqual([])
})

describe('seen as a picture', () => {
  let shown: ShownDeck
  beforeAll(async () => void (shown = await showDeck(everyLayout('lingon'), 0.5)))
  afterAll(() => shown?.close())

  it('every layout looks as it should', async () => {
    expect(await differences('light', kinds)).toEqual([])
  })

  it('and at night', async () => {
    expect(await differences('dark', ['beats', 'quote', 'countdown', 'closing'])).toEqual([])
  })

  async function differences(scheme: string, wanted: readonly SlideKind[]): Promise<string[]> {
    const { page } = shown
    await page.evaluate((dark) => document.documentElement.classList.toggle('dark', dark), scheme === 'dark')
    const found: string[] = []
    for (const kind of wanted) {
      const picture = await page.locator('.print-slide-container').nth(kinds.indexOf(kind)).screenshot()
      const share = await differenceTo(`${kind}-${scheme}`, picture, page)
      if (share > tolerance) found.push(`${kind}: ${(share * 100).toFixed(1)} %`)
    }
    return found
  }
})

describe.each(accents)('checked by axe, in %s', (accent) => {
  let shown: ShownDeck
  beforeAll(async () => {
    shown = await showDeck(deckIn(accent))
    await shown.page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') })
    // A countdown whose time is over is read from afar, too.
    await shown.page.evaluate(() => document.querySelectorAll('.kind-countdown').forEach((slide) => slide.classList.add('is-over')))
  })
  afterAll(() => shown?.close())

  it('no layout has a violation, by day or by night', async () => {
    expect(await violations(shown.page)).toEqual([])
    await shown.page.evaluate(() => document.documentElement.classList.add('dark'))
    expect(await violations(shown.page)).toEqual([])
  })
})

it('axe finds what is too pale', async () => {
  const shown = await showDeck(everyLayout('lingon'))
  await shown.page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') })
  await shown.page.addStyleTag({ content: '.kind-idea h2 { color: #999 !important } .kind-quote figcaption { color: #777 !important }' })
  const found = await violations(shown.page)
  await shown.close()
  expect(found.map((one) => one.split(' ', 3).join(' '))).toEqual(['slide 3 color-contrast', 'slide 4 pale'])
})

/**
 * What axe has against each slide by WCAG 2.2 AA, and text of a contrast below 7 to 1. One slide at a time, as it only
 * sees what is in view.
 */
function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof axeCore }
    const options: axeCore.RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }
    const found: string[] = []
    const slides = document.querySelectorAll<HTMLElement>('.print-slide-container')
    for (let slide = 0; slide < slides.length; slide += 1) {
      slides.forEach((other, index) => (other.style.display = index === slide ? '' : 'none'))
      const { violations, passes } = await axe.run('#print-content', options)
      const read = passes.filter(({ id }) => id === 'color-contrast').flatMap(({ nodes }) => nodes)
      const pale = read.filter(({ any }) => ((any[0]?.data as { contrastRatio?: number } | undefined)?.contrastRatio ?? 21) < 7)
      found.push(...pale.map(({ html, any }) => `slide ${slide + 1} pale ${html}: ${JSON.stringify(any[0]?.data)}`))
      found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `slide ${slide + 1} ${id} ${html}: ${failureSummary}`)))
    }
    return found
  })
}
