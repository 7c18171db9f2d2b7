import type { Browser } from 'playwright-chromium'
import type { Chunk } from './chunks.ts'
import { keepBrowser } from './keep-browser.ts'
import type { DeckServer } from './server.ts'
import { openBlankPage, type BlankPage, type SlidePage } from './slide-page.ts'

/** The pages of a browser that is started when it is needed and replaced when it is lost. One may stand by. */
export class Pages {
  readonly #keeper: ReturnType<typeof keepBrowser>
  readonly #server: DeckServer
  #standby: Promise<BlankPage> | undefined

  constructor(server: DeckServer, browser: Browser | undefined) {
    this.#server = server
    this.#keeper = keepBrowser(browser)
  }

  /** Gets a page ready for slides to come; one that fails is reported to whoever opens it. */
  warm(): void {
    this.#standby ??= this.#blank()
    this.#standby.catch(() => undefined)
  }

  /** Opens a page with the slides of some decks. @throws {BrokenSlides} with what the page has to complain about */
  async open(chunk: Chunk): Promise<SlidePage> {
    const blank = this.#standby ?? this.#blank()
    this.#standby = undefined
    return (await blank).load(chunk)
  }

  /** Gives the browser up; the next page is opened in another one. */
  async replace(): Promise<void> {
    this.#standby = undefined
    await this.#keeper.replace()
  }

  async close(): Promise<void> {
    await this.#standby?.then((page) => page.close(), () => undefined)
    await this.#keeper.close()
  }

  async #blank(): Promise<BlankPage> {
    return openBlankPage(await this.#keeper.get(), this.#server)
  }
}
