import type { Diagnostic, Place } from '../model/diagnostic.ts'
import { diagnostic, fileStart } from '../model/diagnostic.ts'
import type { Exercise } from '../model/exercise.ts'
import type { Accent, Scene } from '../model/scene.ts'
import type { Slide } from '../model/slide.ts'
import type { Words } from '../words/index.ts'
import type { CompletePost } from './derive.ts'
import { breakable, breaksWords, largestFit, lineCount, textHeight, type Ruler, type Setting } from './fit.ts'
import { senseLines } from './sense-lines.ts'

/** Everything a section is planned from; all of it plain data. */
export interface SectionPlan {
  readonly post: CompletePost
  /** With its parameters filled in. */
  readonly exercise: Exercise
  readonly scene: Scene
  readonly accent: Accent
  readonly words: Words
  /** What the posts together are called. */
  readonly collection: string
  readonly ruler: Ruler
  /** Pictures of the body as data URIs, by the path written in the post. */
  readonly images: Readonly<Record<string, string>>
}

export type Report = (diagnostic: Diagnostic) => void

/** Plans some slides of a section. */
export type SlidePart = (plan: SectionPlan, report: Report) => Draft[]

type Common = 'lang' | 'accent' | 'foot' | 'page'
type DraftOf<S> = S extends Slide ? Omit<S, Common> & { readonly weight?: number } : never

/** A slide before it has its number; `weight` is its share of the presenting minutes. */
export type Draft = DraftOf<Slide>

/** Where a value of the post stands, or the file when it was derived. */
export const placeIn = (plan: SectionPlan, path: string): Place => plan.post.places[path] ?? fileStart(plan.post.path)

/** Where a value of the exercise stands. */
export const placeInExercise = (plan: SectionPlan, path: string): Place => plan.exercise.places[path] ?? fileStart(plan.exercise.path)

/** A text and how it is set: a box of `boxes.ts`. */
export interface Line {
  readonly text: string | undefined
  readonly box: Setting & { readonly sizes: readonly number[]; readonly before: number; readonly gap: number }
  /** Set at the slide's own size instead of the box's first. */
  readonly sized?: true
  /** Where it stands in the source, for reports; default: the slide's place. */
  readonly place?: Place
}

const lineHeight = ({ text, box, sized }: Line, size: number, ruler: Ruler): number =>
  text === undefined || text === '' ? 0 : box.before + textHeight(text, box, sized ? size : (box.sizes[0] ?? size), ruler)

/** The height of the lines under one another at a size of the sized one, in pixels. */
export const stackHeight = (lines: readonly Line[], size: number, ruler: Ruler): number =>
  lines.reduce((height, line) => height + lineHeight(line, size, ruler), 0)

/** A headline this much smaller than the largest is too small a price for whole words. */
const smallestWhole = 0.4

/** The largest size of the sized line at which the lines hold; the smallest, marked, when none does. */
export function sizeOf(lines: readonly Line[], height: number, { ruler }: Pick<SectionPlan, 'ruler'>): { size: number; fits: boolean } {
  const { box, text = '' } = lines.find((line) => line.sized) ?? lines[0] ?? {}
  if (!box) return { size: 24, fits: true }
  const heightAt = (candidate: number): number => stackHeight(lines, candidate, ruler)
  // A smaller headline reads better than one with a broken word.
  const whole = box.sizes.filter((candidate) => candidate >= (box.sizes[0] ?? 0) * smallestWhole && !breaksWords(text, box, candidate, ruler))
  const unbroken = whole.length > 0 ? largestFit(whole, height, heightAt) : undefined
  return unbroken?.fits ? unbroken : largestFit(box.sizes, height, heightAt)
}

/**
 * The size at which the lines hold, and the sized text with its lines' ends (`\n`) or, where it needs them, soft hyphens;
 * too long a text is reported.
 */
export function fitStack(lines: readonly Line[], height: number, plan: Pick<SectionPlan, 'ruler'>, place: Place, report: Report): { size: number; text: string } {
  const sized = lines.find((line) => line.sized)
  if (!sized?.text) return { size: lines[0]?.box.sizes[0] ?? 24, text: '' }
  const { size, fits } = sizeOf(lines, height, plan)
  if (!fits) report(tooLong(longest(lines, size, plan.ruler)?.place ?? place))
  const whole = breakable(sized.text, sized.box, size, plan.ruler)
  return fits && whole === sized.text ? bestLines({ ...sized, text: whole }, lines, size, height, plan.ruler) : { size, text: whole }
}

/** A headline may be this much smaller for the sake of its lines, and what being half as large would cost them. */
const smallestForLines = 0.7
const costOfSize = 14

/** The size and lines of a text that fits at a size: a little smaller where that lets it break better. */
function bestLines({ text, box }: Line & { readonly text: string }, lines: readonly Line[], largest: number, height: number, ruler: Ruler): { size: number; text: string } {
  const others = stackHeight(lines.filter((line) => line.sized !== true), largest, ruler) + box.before
  const ways = box.sizes
    .filter((size) => size <= largest && size >= largest * smallestForLines)
    .map((size) => {
      const room = Math.max(lineCount(text, box, size, ruler), Math.floor((height - others) / (size * box.lineHeight)))
      const { text: set, cost } = senseLines(text, box, size, ruler, Math.min(room, mostHeadlines))
      return { size, text: set, cost: cost + costOfSize * (1 - size / largest) }
    })
  return ways.reduce((best, way) => (way.cost < best.cost ? way : best))
}

/** A headline in more lines is reading matter. */
const mostHeadlines = 6

/** A text of a list in as many lines as it takes anyway. */
export const inLines = (text: string, box: Line['box'] | Setting, size: number, ruler: Ruler): string =>
  senseLines(text, box, size, ruler, Math.min(lineCount(text, box, size, ruler), mostHeadlines)).text

/** The line that takes the most room. */
const longest = (lines: readonly Line[], size: number, ruler: Ruler): Line | undefined =>
  [...lines].sort((a, b) => lineHeight(b, size, ruler) - lineHeight(a, size, ruler))[0]

/** A text of fixed size with soft hyphens where it needs them. */
export const broken = (text: string, box: Line['box'], { ruler }: Pick<SectionPlan, 'ruler'>, size = box.sizes[0] ?? 24): string => breakable(text, box, size, ruler)

/** A text on one line; what the line has no room for is left out at a word's end. */
export function shortened(text: string, box: Line['box'], { ruler }: Pick<SectionPlan, 'ruler'>): string {
  const holds = (part: string): boolean => lineCount(part, box, box.sizes[0] ?? 24, ruler) === 1
  if (holds(text)) return text
  const words = text.split(/(?<=\s)/u)
  while (words.length > 1 && !holds(`${words.join('').trimEnd()} …`)) words.pop()
  const short = words.join('').trimEnd()
  return holds(short) ? `${short} …` : `${[...text].slice(0, 40).join('')} …`
}

/** The largest of a box's sizes at which a heading takes one line, else the smallest. */
export const oneLineSize = (text: string, box: Line['box'], { ruler }: Pick<SectionPlan, 'ruler'>): number =>
  box.sizes.find((size) => lineCount(text, box, size, ruler) === 1) ?? box.sizes.at(-1) ?? 24

/** A text that no size holds. */
export const tooLong = (place: Place): Diagnostic =>
  diagnostic('too-long', place, 'the text is too long for its slide, even in the smallest size', 'shorten it; the full text can stand in the post, which becomes the notes')
