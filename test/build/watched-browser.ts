import type { Browser as PlaywrightBrowser, Page as PlaywrightPage } from 'playwright-chromium'
import { launchBrowser, launchWithPlaywright, type Browser, type Page } from '../../src/export/browser/index.ts'

export interface Watched<B> {
  readonly browser: B
  /** What happened that must not: something of the content ran, or something left this machine. */
  readonly incidents: readonly string[]
}

/** Run in each page before anything else: tells when a text of a deck sets `window.canary`. */
const canary = "Object.defineProperty(window, 'canary', { set: (value) => reportCanary(String(value)) })"

/** A browser of Playwright's whose pages tell when a text of a deck is run (`window.canary`, a dialog) or asks for anything elsewhere. */
export async function watchedPlaywright(): Promise<Watched<PlaywrightBrowser>> {
  const browser = await launchWithPlaywright()
  const incidents: string[] = []
  const newPage = browser.newPage.bind(browser)
  browser.newPage = async (options) => {
    const page = await newPage(options)
    await watchPlaywright(page, incidents)
    return page
  }
  return { browser, incidents }
}

async function watchPlaywright(page: PlaywrightPage, incidents: string[]): Promise<void> {
  page.on('dialog', (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => noteRequest(request.url(), incidents))
  await page.exposeBinding('reportCanary', (_source, value: unknown) => void incidents.push(`canary: ${String(value)}`))
  await page.addInitScript(canary)
}

/** The same of a browser that prints. */
export async function watchedBrowser(): Promise<Watched<Browser>> {
  const browser = await launchBrowser()
  const incidents: string[] = []
  const newPage = async (): Promise<Page> => {
    const page = await browser.newPage()
    await watch(page, incidents)
    return page
  }
  return { browser: { get isLost() { return browser.isLost }, close: () => browser.close(), newPage }, incidents }
}

async function watch(page: Page, incidents: string[]): Promise<void> {
  page.on('Page.javascriptDialogOpening', ({ message }) => incidents.push(`dialog: ${String(message)}`))
  page.on('Network.requestWillBeSent', ({ request }) => noteRequest((request as { url: string }).url, incidents))
  page.on('Runtime.bindingCalled', ({ payload }) => incidents.push(`canary: ${String(payload)}`))
  await page.send('Network.enable')
  await page.send('Runtime.addBinding', { name: 'reportCanary' })
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: canary })
}

function noteRequest(url: string, incidents: string[]): void {
  const { protocol, hostname } = new URL(url)
  if (!['data:', 'blob:', 'about:'].includes(protocol) && hostname !== '127.0.0.1') incidents.push(`request: ${url}`)
}
