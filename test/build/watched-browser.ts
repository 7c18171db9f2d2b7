import type { Browser, Page } from 'playwright-chromium'
import { launchBrowser } from '../../src/export/browser/index.ts'

export interface WatchedBrowser {
  readonly browser: Browser
  /** What happened that must not: something of the content ran, or something left this machine. */
  readonly incidents: readonly string[]
}

/** A browser whose pages tell when a text of a deck is run (`window.canary`, a dialog) or asks for anything elsewhere. */
export async function watchedBrowser(): Promise<WatchedBrowser> {
  const browser = await launchBrowser()
  const incidents: string[] = []
  const newPage = browser.newPage.bind(browser)
  browser.newPage = async (options) => {
    const page = await newPage(options)
    await watch(page, incidents)
    return page
  }
  return { browser, incidents }
}

async function watch(page: Page, incidents: string[]): Promise<void> {
  page.on('dialog', (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (!['data:', 'blob:', 'about:'].includes(protocol) && hostname !== '127.0.0.1') incidents.push(`request: ${request.url()}`)
  })
  await page.exposeBinding('reportCanary', (_source, value: unknown) => void incidents.push(`canary: ${String(value)}`))
  await page.addInitScript(() => {
    Object.defineProperty(window, 'canary', {
      set: (value: unknown) => (window as unknown as { reportCanary: (value: unknown) => void }).reportCanary(value),
    })
  })
}
