import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchWithPlaywright } from '../../src/export/browser/index.ts'
import { startPresenting, type Presentation } from '../../src/export/dev-server.ts'
import type { Deck } from '../../src/model/slide.ts'
import { renderDeckData, renderEntry } from '../../src/render/slidev/index.ts'
import { sv } from '../../src/words/sv.ts'
import { everyLayout } from './every-layout.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'presenter-'))
const deck: Deck = { ...everyLayout('sun'), sections: everyLayout('sun').sections.slice(0, 1).map((section) => ({ ...section, minutes: 40, clock: sv.clock })) }
const countdown = deck.sections[0]!.slides.findIndex(({ kind }) => kind === 'countdown') + 1

let presentation: Presentation
let browser: Browser
let presenter: Page
let room: Page

beforeAll(async () => {
  const theme = path.relative(folder, path.join(root, 'slides/theme')).replaceAll(path.sep, '/')
  writeFileSync(path.join(folder, 'prov.md'), renderEntry(deck, { theme }))
  writeFileSync(path.join(folder, 'prov.json'), renderDeckData(deck))
  presentation = await startPresenting({ entry: path.join(folder, 'prov.md'), open: false, dark: true, cache: path.join(root, 'node_modules/.cache/saljverkstad/vite') })
  browser = await launchWithPlaywright()
  const context = await browser.newContext({ viewport: { width: 1400, height: 860 } })
  ;[presenter, room] = [await context.newPage(), await context.newPage()]
  for (const page of [presenter, room]) {
    // A clock that can be put forward.
    await page.addInitScript(() => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + Number(sessionStorage.getItem('ahead') ?? 0)
    })
  }
  await room.goto(new URL('1', presentation.url).href)
  await presenter.goto(presentation.presenterUrl)
  await presenter.waitForSelector('.section-clock')
  // Preparing dependencies for the first time may reload the pages.
  await Promise.all([presenter, room].map((page) => page.waitForLoadState('networkidle', { timeout: 180_000 })))
})

afterAll(async () => {
  await browser?.close()
  await presentation?.close()
  rmSync(folder, { recursive: true, force: true })
})

const shows = (page: Page, no: number) => page.waitForFunction((wanted) => document.querySelector<HTMLElement>(`#slideshow [data-slidev-no="${wanted}"]`)?.offsetParent !== null, no)
const clock = (): Promise<string> => presenter.locator('.section-clock').innerText().then((text) => text.replace(/\s+/g, ' ').trim())
const figures = (page: Page) => page.locator('#slideshow .kind-countdown .figures')
const seconds = async (page: Page): Promise<number> => {
  const [minutes = 0, rest = 0] = (await figures(page).innerText()).split(':').map(Number)
  return minutes * 60 + rest
}

/** Puts the clocks of both windows forward. */
async function later(minutes: number): Promise<void> {
  for (const page of [presenter, room]) {
    await page.evaluate((more) => sessionStorage.setItem('ahead', String(Number(sessionStorage.getItem('ahead') ?? 0) + more * 60_000)), minutes)
  }
  await presenter.waitForTimeout(500)
}

describe("the section's clock", () => {
  it('is for the presenter alone, and waits until the cover is left', async () => {
    expect(await room.locator('.section-clock').count()).toBe(0)
    expect(await clock()).toBe('0 av 40 min plan 0–2')
    expect(await presenter.locator('.section-clock').getAttribute('class')).toContain('is-waiting')
    await later(3)
    expect(await clock()).toBe('0 av 40 min plan 0–2')
  })

  it('then tells the minutes that went and those that should have', async () => {
    await presenter.keyboard.press('ArrowDown')
    await shows(presenter, 2)
    await later(7)
    expect(await clock()).toBe('7 av 40 min plan 2–4')
    expect(await presenter.locator('.section-clock').getAttribute('class')).toContain('is-calm')
  })

  it('turns orange at a fifth left and red at a twentieth, and counts what is over', async () => {
    const look = async (): Promise<string> => {
      const { color, haste } = await presenter.locator('.section-clock').evaluate((element: HTMLElement) => ({ color: getComputedStyle(element).color, haste: element.className }))
      return `${/is-\w+/.exec(haste)?.[0]} ${color}`
    }
    await later(25)
    expect(await look()).toBe('is-soon rgb(255, 177, 77)')
    await later(6)
    expect(await look()).toBe('is-now rgb(255, 138, 125)')
    await later(5)
    expect(await clock()).toBe('+3 min över tiden plan 2–4')
  })

  it('begins again with a click', async () => {
    await presenter.locator('.section-clock').click()
    await presenter.mouse.move(300, 300)
    await presenter.waitForTimeout(300)
    expect(await clock()).toBe('0 av 40 min plan 2–4')
  })
})

describe('a countdown', () => {
  beforeAll(async () => {
    await presenter.keyboard.press('Escape')
    await presenter.evaluate((no) => {
      history.pushState({}, '', `/presenter/${no}`)
      dispatchEvent(new PopStateEvent('popstate', { state: {} }))
    }, countdown)
    await shows(presenter, countdown)
    await shows(room, countdown)
  })

  it('starts with S, for the room too, and stands still with S', async () => {
    expect(await seconds(room)).toBe(750)
    await presenter.keyboard.press('s')
    await room.waitForFunction(() => document.querySelector('#slideshow .kind-countdown .figures')?.textContent !== '12:30')
    await presenter.keyboard.press('s')
    await room.waitForTimeout(400)
    const left = await seconds(room)
    await room.waitForTimeout(1200)
    expect(await seconds(room)).toBe(left)
    expect(await seconds(presenter)).toBe(left)
    expect(left).toBeLessThan(750)
  })

  it('takes a minute more with +, and starts with a click on it', async () => {
    const left = await seconds(presenter)
    const before = await figures(room).innerText()
    await presenter.keyboard.press('+')
    await room.waitForFunction((shown) => document.querySelector('#slideshow .kind-countdown .figures')?.textContent !== shown, before)
    expect(await seconds(room)).toBe(left + 60)
    await figures(room).click()
    await later(1)
    expect(await seconds(presenter)).toBeLessThanOrEqual(left)
    expect(await seconds(presenter)).toBeGreaterThan(left - 10)
  })

  it('leaves the keys to the browser that it uses with Control', async () => {
    const left = await seconds(presenter)
    await presenter.keyboard.press('Control++')
    await presenter.waitForTimeout(300)
    expect(await seconds(presenter)).toBeLessThanOrEqual(left)
  })

  it('turns calmly to the accent and counts up when the time is over', async () => {
    await later(15)
    expect(await room.locator('#slideshow .kind-countdown .over').innerText()).toBe('över tiden')
    await expect.poll(() => figures(room).evaluate((element) => getComputedStyle(element).color)).toBe('rgb(242, 178, 51)')
    const over = await seconds(room)
    await later(1)
    expect(await seconds(room)).toBeGreaterThan(over + 55)
  })

  it('is whole again when one comes back to it', async () => {
    await presenter.keyboard.press('ArrowUp')
    await shows(presenter, countdown - 1)
    await presenter.keyboard.press('ArrowDown')
    await shows(presenter, countdown)
    await presenter.waitForTimeout(400)
    expect(await seconds(presenter)).toBe(750)
    expect(await room.locator('#slideshow .kind-countdown .over').count()).toBe(0)
  })
})

it('a deck is dark by option', async () => {
  expect(await room.evaluate(() => document.documentElement.classList.contains('dark'))).toBe(true)
})
