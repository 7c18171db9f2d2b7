import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-chromium'
import { launchWithPlaywright } from '../../src/export/browser/index.ts'
import { serveShell } from '../../src/export/deck/serve-shell.ts'
import { openShell } from '../../src/export/shell/index.ts'
import type { Deck } from '../../src/model/slide.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface ShownDeck {
  readonly browser: Browser
  /** All slides under one another, each in a `.print-slide-container`, at rest. */
  readonly page: Page
  close(): Promise<void>
}

/** Draws a deck as it is measured and printed; with a `scale` of 0.5 its pictures have half the size. */
export async function showDeck(deck: Deck, scale = 1): Promise<ShownDeck> {
  const shell = await openShell({ theme: path.join(root, 'slides/theme'), cache: path.join(root, 'node_modules/.cache/saljverkstad') })
  const server = await serveShell(shell)
  const browser = await launchWithPlaywright()
  const page = await browser.newPage({ viewport: { width: 980, height: 552 }, deviceScaleFactor: scale })
  page.setDefaultTimeout(120_000)
  await page.goto(server.page)
  const failures = await page.evaluate(async (given) => {
    await window.saljverkstad?.open
    return window.saljverkstad?.draw(given)
  }, deck)
  if (failures?.length !== 0) throw new Error(`Not all slides could be drawn: ${JSON.stringify(failures)}`)
  return {
    browser,
    page,
    async close() {
      await Promise.all([browser.close(), server.close()])
    },
  }
}
