import type { Deck } from '../../model/slide.ts'
import type { Browser, Page } from '../browser/index.ts'
import type { SlideFailure, SlideOverflow } from '../shell/client/page.ts'
import { slideSize } from './slide-size.ts'

/** A browser's page that draws one deck after the other. Its methods throw `ScriptError` when the slides are to blame. */
export interface SlidePage {
  /** Draws a deck in the place of the one before; returns what could not be drawn. */
  draw(deck: Deck): Promise<readonly SlideFailure[]>
  /** What overflows on any of the slides. */
  measure(): Promise<readonly SlideOverflow[]>
  /** Prints the deck: a page of the PDF for each slide. */
  print(): Promise<Uint8Array>
  /** Slides that it has drawn so far. */
  readonly drawn: number
  close(): Promise<void>
}

/** Opens a page on the shell at an address, ready to draw. */
export async function openSlidePage(browser: Browser, address: string): Promise<SlidePage> {
  const page = await browser.newPage()
  try {
    await page.send('Emulation.setDeviceMetricsOverride', { ...slideSize, deviceScaleFactor: 1, mobile: false })
    await page.goto(address)
    await page.evaluate('saljverkstad.open')
    return new OpenSlidePage(page)
  } catch (error) {
    await page.close()
    throw error
  }
}

class OpenSlidePage implements SlidePage {
  readonly #page: Page
  #slides = 0
  #drawn = 0

  constructor(page: Page) {
    this.#page = page
  }

  get drawn(): number {
    return this.#drawn
  }

  draw(deck: Deck): Promise<readonly SlideFailure[]> {
    this.#slides = deck.sections.reduce((sum, { slides }) => sum + slides.length, 0)
    this.#drawn += this.#slides
    return this.#page.evaluate(`saljverkstad.draw(JSON.parse(${JSON.stringify(JSON.stringify(deck))}))`)
  }

  measure(): Promise<readonly SlideOverflow[]> {
    return this.#page.evaluate('saljverkstad.measure()')
  }

  print(): Promise<Uint8Array> {
    return this.#page.pdf(slideSize, this.#slides)
  }

  close(): Promise<void> {
    return this.#page.close()
  }
}
