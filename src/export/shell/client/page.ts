/** What the printer can ask of a page of slides; see `deck/slide-page.ts`. */
import { nextTick, type Ref } from 'vue'
import { deck } from 'virtual:saljverkstad-data'
import type { Deck } from '../../../model/slide.ts'
import { printAlike } from './alike.ts'
import { leadLinks } from './links.ts'
import { measureOverflow, type SlideOverflow } from './overflow.ts'
import { settle } from './ready.ts'

/** Something on a slide, counted from 0, that could not be drawn. */
export interface SlideFailure {
  readonly slide: number
  readonly message: string
}

export type { SlideOverflow }

export interface SlidePage {
  /** Fulfilled when decks can be drawn. */
  readonly open: Promise<void>
  /**
   * Draws a deck in the place of the one before. Fulfilled when everything stands still in its own fonts and pictures,
   * with what could not be drawn.
   */
  draw(deck: Deck): Promise<readonly SlideFailure[]>
  measure(): SlideOverflow[]
}

declare global {
  interface Window {
    saljverkstad?: SlidePage
  }
}

/** Numbers of the slides that Slidev prints. */
let range: Ref<number[]> = { value: [] } as unknown as Ref<number[]>
let isOpen = (): void => undefined
const open = new Promise<void>((resolve) => (isOpen = resolve))

let [left, allMounted]: [number, () => void] = [0, () => undefined]
let failures: SlideFailure[] = []

window.saljverkstad = { open, draw, measure: measureOverflow }
printAlike()

/** To be called once Slidev's page is there, with its list of what to print. */
export function openPage(printRange: Ref<number[]>): void {
  range = printRange
  isOpen()
}

export function mounted(): void {
  left -= 1
  if (left === 0) allMounted()
}

export const failed = (failure: SlideFailure): void => void failures.push(failure)

async function draw(next: Deck): Promise<readonly SlideFailure[]> {
  const count = next.sections.reduce((sum, { slides }) => sum + slides.length, 0)
  // All of the old slides go first: Slidev would only give them other texts, and keep what it knows of each.
  range.value = []
  await nextTick()
  failures = []
  const drawn = new Promise<void>((resolve) => ([left, allMounted] = [count, resolve]))
  deck.value = next
  range.value = Array.from({ length: count }, (_, index) => index + 1)
  document.title = next.title
  document.documentElement.lang = next.lang
  if (count > 0) await drawn
  leadLinks()
  return [...failures, ...(await settle())]
}
