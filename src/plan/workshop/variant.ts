import type { Exercise } from '../../model/exercise.ts'
import { spread } from '../minutes.ts'

export type Variant = Exercise['variants'][number]

/** A variant by its title, in any case. */
export const variantCalled = (exercise: Exercise, title: string): Variant | undefined =>
  exercise.variants.find((one) => one.title.toLowerCase() === title.trim().toLowerCase())

/**
 * An exercise as one of its variants: with the minutes the variant gives each step and question, or else with its own
 * in proportion; what gets no minute is left out. How the variant is led stands first among the tips.
 */
export function asVariant(exercise: Exercise, variant: Variant): Exercise {
  const { steps, debrief } = exercise
  const minutes = minutesOfParts(exercise, variant)
  const timed = <T extends { readonly minutes: number }>(parts: readonly T[], from: number): T[] =>
    parts.map((part, index) => ({ ...part, minutes: minutes[from + index] ?? 0 })).filter((part) => part.minutes > 0)
  // A step keeps its letter, so that slides and sheet still call it the same.
  const lettered = steps.map((step, index) => ({ ...step, letter: step.letter ?? String(index + 1) }))
  return {
    ...exercise,
    ...(variant.minutes === undefined ? {} : { timing: variant.minutes }),
    steps: renumbered(timed(lettered, 0), steps),
    debrief: timed(debrief, steps.length),
    tips: [`${variant.title}: ${variant.text}`, ...exercise.tips],
    variants: exercise.variants.filter((one) => one !== variant),
  }
}

/** Steps without a letter of their own are counted anew. */
function renumbered(kept: readonly Exercise['steps'][number][], all: Exercise['steps']): Exercise['steps'] {
  if (all.some(({ letter }) => letter !== undefined)) return kept
  return kept.map((step, index) => ({ ...step, letter: String(index + 1) }))
}

function minutesOfParts({ steps, debrief }: Exercise, { minutes, steps: own, debrief: ownDebrief }: Variant): number[] {
  const full = [...steps, ...debrief].map((part) => part.minutes)
  if (own) return [...steps.map((_, index) => own[index] ?? 0), ...debrief.map((_, index) => ownDebrief?.[index] ?? 0)]
  if (minutes === undefined) return full
  return spread(minutes, full)
}
