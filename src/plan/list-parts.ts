import type { Place } from '../model/diagnostic.ts'
import { breakable, divide, largestFit, textHeight, type Setting } from './fit.ts'
import { pieces } from './pieces.ts'
import { inLines, tooLong, type Report, type SectionPlan } from './section-plan.ts'

/** What of a list is on one slide. */
export interface ListPart {
  readonly size: number
  readonly texts: string[]
  /** Number of the first text in the whole list, from 1; a text that goes on has the number it began with. */
  readonly start: number
}

interface ListBox extends Setting {
  readonly sizes: readonly [number, ...number[]]
  readonly gap: number
}

interface ListPlan {
  readonly box: ListBox
  /** Height for the texts alone, in pixels. */
  readonly room: number
  readonly placeOf: (index: number) => Place
  /** Whether a text that no slide holds goes on on the next one; otherwise it is reported. */
  readonly goesOn: boolean
}

interface Entry {
  readonly text: string
  readonly number: number
}

/** A list at the largest size that holds it on one slide; if none does, over several at the middle size. */
export function listParts(texts: readonly string[], list: ListPlan, plan: SectionPlan, report: Report): ListPart[] {
  return runs(texts, list, plan).flatMap((run) => partsOfRun(run, list, plan, report))
}

/** The list as it is; cut where a text goes on, as that must begin a slide. */
function runs(texts: readonly string[], { box, room, goesOn }: ListPlan, { ruler, post }: SectionPlan): Entry[][] {
  const made: Entry[][] = [[]]
  const smallest = box.sizes.at(-1) ?? box.sizes[0]
  const holds = (text: string): boolean => textHeight(text, box, smallest, ruler) <= room
  for (const [index, text] of texts.entries()) {
    const [first = text, ...rest] = goesOn ? pieces(text, post.lang, holds) : [text]
    made.at(-1)?.push({ text: first, number: index + 1 })
    made.push(...rest.map((piece) => [{ text: piece, number: index + 1 }]))
  }
  return made
}

function partsOfRun(entries: readonly Entry[], { box, room, placeOf }: ListPlan, plan: SectionPlan, report: Report): ListPart[] {
  const heightAt = ({ text }: Entry, size: number): number => textHeight(text, box, size, plan.ruler)
  const sum = (part: readonly Entry[], size: number): number => part.reduce((total, entry) => total + heightAt(entry, size) + box.gap, -box.gap)
  const whole = largestFit(box.sizes, room, (size) => sum(entries, size))
  const size = whole.fits ? whole.size : (box.sizes[Math.min(1, box.sizes.length - 1)] ?? box.sizes[0])
  return divide(entries, room, (entry) => heightAt(entry, size), box.gap).map((part) => {
    const start = part[0]?.number ?? 1
    const fitted = largestFit(box.sizes.filter((candidate) => candidate <= size), room, (candidate) => sum(part, candidate))
    if (!fitted.fits) report(tooLong(placeOf(start - 1)))
    return { size: fitted.size, texts: part.map(({ text }) => inLines(breakable(text, box, fitted.size, plan.ruler), box, fitted.size, plan.ruler)), start }
  })
}
