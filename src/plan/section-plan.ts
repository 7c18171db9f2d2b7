import type { Diagnostic, Place } from '../model/diagnostic.ts'
import { diagnostic, fileStart } from '../model/diagnostic.ts'
import type { Exercise } from '../model/exercise.ts'
import type { Accent, Scene } from '../model/scene.ts'
import type { Slide } from '../model/slide.ts'
import type { Words } from '../words/index.ts'
import type { CompletePost } from './derive.ts'
import { breakable, breaksWords, largestFit, textHeight, type Ruler, type Setting } from './fit.ts'

/** Everything a section is planned from; all of it plain data. */
export interface SectionPlan {
  readonly post: CompletePost
  /** With its parameters filled in. */
  readonly exercise: Exercise
  readonly scene: Scene
  readonly accent: Accent
  readonly words: Words
  readonly ruler: Ruler
  /** Pictures of the body as data URIs, by the path written in the post. */
  readonly images: Readonly<Record<string, string>>
}

export type Report = (diagnostic: Diagnostic) => void

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
}

/** The height of the lines under one another at a size of the sized one, in pixels. */
export function stackHeight(lines: readonly Line[], size: number, ruler: Ruler): number {
  return lines.reduce((height, { text, box, sized }) => {
    if (text === undefined || text === '') return height
    return height + box.before + textHeight(text, box, sized ? size : (box.sizes[0] ?? size), ruler)
  }, 0)
}

/** The size at which the lines hold, and the sized text with soft hyphens where it needs them; too long a text is reported. */
export function fitStack(lines: readonly Line[], height: number, plan: SectionPlan, place: Place, report: Report): { size: number; text: string } {
  const sized = lines.find((line) => line.sized)
  if (!sized?.text) return { size: lines[0]?.box.sizes[0] ?? 24, text: '' }
  const { box, text } = sized
  const heightAt = (candidate: number): number => stackHeight(lines, candidate, plan.ruler)
  // A smaller headline reads better than one with a broken word.
  const whole = box.sizes.filter((candidate) => !breaksWords(text, box, candidate, plan.ruler))
  const unbroken = whole.length > 0 ? largestFit(whole, height, heightAt) : undefined
  const { size, fits } = unbroken?.fits ? unbroken : largestFit(box.sizes, height, heightAt)
  if (!fits) report(tooLong(place))
  return { size, text: breakable(sized.text, sized.box, size, plan.ruler) }
}

/** A text that no size holds. */
export const tooLong = (place: Place): Diagnostic =>
  diagnostic('too-long', place, 'the text is too long for its slide, even in the smallest size', 'shorten it; the full text can stand in the post, which becomes the notes')
