import type { Step } from '../model/exercise.ts'
import { boxes } from './boxes.ts'
import { countdownNotes } from './notes.ts'
import { beginning } from './pieces.ts'
import { broken, fitStack, placeInExercise, sizeOf, type Draft, type Line, type Report, type SectionPlan } from './section-plan.ts'

/** A slide with a clock for each timed step, in their order. */
export function countdowns(plan: SectionPlan, report: Report): Draft[] {
  const { exercise } = plan
  return exercise.steps.flatMap((step, index) => (step.minutes > 0 ? [countdown(index, plan, report)] : []))
}

/** The big letter or numeral in front of a step. */
export const signOf = ({ letter }: Step, index: number): string => letter ?? String(index + 1)

function countdown(index: number, plan: SectionPlan, report: Report): Draft {
  const { exercise, words } = plan
  const step = exercise.steps[index]
  if (!step) throw new RangeError(`There is no step ${index}`)
  const { kicker, heading, text, height } = boxes.countdown
  const place = placeInExercise(plan, `steps.${index}.title`)
  const number = words.step(index + 1, exercise.steps.length)
  const around: Line[] = [{ text: number, box: kicker }, { text: step.title, box: heading, sized: true }]
  const withText = (shown: string, size: number): Line[] => [...around, { text: shown, box: { ...text, sizes: [size] } }]
  const smallest = text.sizes.at(-1) ?? 24
  const size = step.do ? text.sizes.find((candidate) => sizeOf(withText(step.do ?? '', candidate), height, plan).fits) : text.sizes[0]
  // All of a long text stands on the slide with the steps; here its first sentences do.
  const shown = size ? (step.do ?? '') : beginning(step.do ?? '', plan.post.lang, (piece) => sizeOf(withText(piece, smallest), height, plan).fits)
  const fitted = fitStack(withText(shown, size ?? smallest), height, plan, place, report)
  return {
    kind: 'countdown',
    title: `${number}: ${step.title}`,
    kicker: number,
    heading: fitted.text,
    size: fitted.size,
    ...(shown ? { text: broken(shown, text, plan, size ?? smallest) } : {}),
    textSize: size ?? smallest,
    mode: step.mode,
    modeLabel: words.mode[step.mode],
    seconds: Math.round(step.minutes * 60),
    signs: exercise.steps.map(signOf),
    current: index,
    overLabel: words.overTime,
    notes: countdownNotes(step, exercise.steps[index + 1], exercise, words),
    minutes: step.minutes,
    place,
  }
}
