import { type Browser, BrowserLost, EnvironmentFailure, launchBrowser, ScriptError } from '../browser/index.ts'
import { openSlidePage, type SlidePage } from './slide-page.ts'

/** Pages at work at the same time. */
const pagesAtOnce = 2

/** A page is replaced when it has drawn so many slides, so that what a browser keeps of them is bounded. */
const slidesAPage = 600

/**
 * The pages of a browser that is started when it is needed and replaced when it is lost. Slides of one deck after the
 * other are drawn in the same few pages, each of which is loaded once.
 */
export class Pages {
  /** Address of the shell. */
  readonly #address: string
  readonly #given: Browser | undefined
  #browser: Promise<Browser> | undefined
  /** Pages that stand by, or are about to. */
  readonly #idle: Promise<SlidePage>[] = []
  #busy = 0
  readonly #waiting: (() => void)[] = []
  #isClosed = false

  /** A browser that is given is left running in the end, unless it is lost. */
  constructor(address: string, given: Browser | undefined) {
    this.#address = address
    this.#given = given
    this.#browser = given && Promise.resolve(given)
  }

  /** Gets pages ready for decks to come, up to a number; what fails is reported to whoever uses one. */
  warm(count: number): void {
    while (this.#idle.length + this.#busy < Math.min(count, pagesAtOnce)) {
      const page = this.#open()
      page.catch(() => undefined)
      this.#idle.push(page)
    }
  }

  /**
   * Lets a page do some work, as soon as one is free. When the page is lost on the way, or its browser, a new one does it
   * all again: once for each, as the pages of a browser that is about to end may seem to fail alone. A script that fails may
   * be that of an earlier deck, unless the page is new.
   * @throws {ScriptError} when the slides are to blame
   */
  async use<T>(work: (page: SlidePage) => Promise<T>): Promise<T> {
    while (this.#busy >= pagesAtOnce) await new Promise<void>((free) => this.#waiting.push(free))
    this.#busy += 1
    try {
      return await this.#persist(work)
    } finally {
      this.#busy -= 1
      this.#waiting.shift()?.()
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const browser = await this.#browser?.catch(() => undefined)
    const isOurs = browser !== this.#given || browser?.isLost
    if (isOurs) return browser?.close()
    await Promise.all(this.#idle.map((page) => page.then((each) => each.close(), () => undefined)))
  }

  async #persist<T>(work: (page: SlidePage) => Promise<T>): Promise<T> {
    const lost = new Set<'page' | 'browser'>()
    for (;;) {
      const standby = lost.size > 0 ? undefined : this.#idle.shift()
      try {
        return await this.#try(work, standby ?? this.#open())
      } catch (error) {
        const what = error instanceof BrowserLost ? 'browser' : 'page'
        const isOwnFault = error instanceof ScriptError && !standby
        if (isOwnFault || error instanceof EnvironmentFailure || this.#isClosed || lost.has(what)) throw error
        lost.add(what)
      }
    }
  }

  async #try<T>(work: (page: SlidePage) => Promise<T>, opened: Promise<SlidePage>): Promise<T> {
    // The one that the page is in: opening the first starts it.
    const browser = this.#browser
    let page: SlidePage | undefined
    try {
      page = await opened
      const result = await work(page)
      if (page.drawn < slidesAPage && !this.#isClosed && this.#browser === browser) this.#idle.push(Promise.resolve(page))
      else void page.close()
      return result
    } catch (error) {
      // A page that fails alone is no fault of the others, nor are scripts the browser's.
      if (page && !(await browser)?.isLost) await page.close()
      else if (page || !(error instanceof ScriptError)) await this.#replace(browser)
      throw error
    }
  }

  async #open(): Promise<SlidePage> {
    if (this.#isClosed) throw new Error('The printer is closed')
    const browser = await (this.#browser ??= launchBrowser())
    return openSlidePage(browser, this.#address)
  }

  /** Gives a browser up, with its pages; the next page is opened in another one. */
  async #replace(lost: Promise<Browser> | undefined): Promise<void> {
    // Another page of it may have been faster.
    if (this.#browser !== lost) return
    this.#browser = undefined
    this.#idle.length = 0
    await lost?.then((browser) => browser.close(), () => undefined)
  }
}
