import type { Browser, BrowserContext } from 'playwright-chromium'
import { launchBrowser } from '../browser/launch.ts'
import { slideSize } from './slide-size.ts'

/** A browser to print with, whose pages share what they have loaded. */
export interface BrowserKeeper {
  /** Starts the browser when it is needed for the first time, or anew after `replace`. */
  get(): Promise<BrowserContext>
  /** Gives a browser up that is lost. */
  replace(): Promise<void>
  close(): Promise<void>
}

/** Keeps the browser that is given, and leaves it running in the end; or starts and ends its own. */
export function keepBrowser(given: Browser | undefined): BrowserKeeper {
  let browser = given
  let context: Promise<BrowserContext> | undefined
  let isClosed = false
  const open = async (): Promise<BrowserContext> => {
    if (isClosed) throw new Error('The printer is closed')
    browser ??= await launchBrowser()
    return browser.newContext({ viewport: slideSize, serviceWorkers: 'block' })
  }
  const end = async (leave: (ending: Browser | undefined) => boolean): Promise<void> => {
    const closing = context
    context = undefined
    // One that is still starting is ended as well.
    await closing?.then((each) => each.close()).catch(() => undefined)
    const ending = browser
    if (leave(ending)) return
    browser = undefined
    await ending?.close().catch(() => undefined)
  }
  return {
    get: () => (context ??= open()),
    replace: () => end(() => false),
    close() {
      isClosed = true
      return end((ending) => ending === given)
    },
  }
}
