/** What the printer can ask of a page of slides; see `deck/slide-page.ts`. */
import { measureOverflow, type SlideOverflow } from './overflow.ts'
import { settle } from './ready.ts'
import { showOnly } from './show.ts'

/** Something on a slide, counted from 0 in the page, that could not be drawn. */
export interface SlideFailure {
  readonly slide: number
  readonly message: string
}

export type { SlideOverflow }

export interface SlidePage {
  /** Fulfilled when everything is drawn with its own fonts and pictures, with what could not be. */
  readonly ready: Promise<readonly SlideFailure[]>
  /** Shows only some of the slides, counted from 0, and names the page after them. */
  show(first: number, last: number, title: string, lang: string): void
  measure(): SlideOverflow[]
}

declare global {
  interface Window {
    saljverkstad?: SlidePage
  }
}

/** Makes the page, which is ready after `count` calls of `mounted`. */
export function openPage(count: number): { mounted: () => void; failed: (failure: SlideFailure) => void } {
  let left = count
  let allMounted = (): void => undefined
  const mounted = new Promise<void>((resolve) => {
    allMounted = resolve
  })
  const failures: SlideFailure[] = []
  const ready = mounted.then(settle).then((undrawn) => [...failures, ...undrawn])
  window.saljverkstad = { ready, show: showOnly, measure: measureOverflow }
  return {
    mounted() {
      left -= 1
      if (left === 0) allMounted()
    },
    failed: (failure) => failures.push(failure),
  }
}
