import type { Diagnostic } from '../model/diagnostic.ts'
import { minutesOf } from '../model/exercise.ts'
import type { Section, Slide } from '../model/slide.ts'
import { spread } from './minutes.ts'
import { exerciseSlides } from './slides-exercise.ts'
import { storySlides } from './slides-story.ts'
import type { Draft, SectionPlan } from './section-plan.ts'

export interface PlannedSection {
  readonly section: Section
  readonly diagnostics: readonly Diagnostic[]
}

/** Minutes for telling the story when a post states none for its section. */
const tellingMinutes = 10

/** Makes the slides of a post: cover, story, pictures, quote, idea, questions, exercise, debrief, closing. */
export function planSection(plan: SectionPlan): PlannedSection {
  const diagnostics: Diagnostic[] = []
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
  const drafts = [...storySlides(plan, report), ...exerciseSlides(plan, report)]
  const exercise = minutesOf(plan.exercise)
  const total = plan.post.minutes ?? exercise + tellingMinutes
  const { post } = plan
  return {
    section: {
      slug: post.slug,
      title: post.title,
      lang: post.lang,
      minutes: total,
      slides: numbered(withMinutes(drafts, Math.max(0, total - exercise)), plan),
    },
    diagnostics,
  }
}

/** What the exercise does not use is for presenting, shared out by the weight of each slide. */
function withMinutes(drafts: readonly Draft[], presenting: number): Draft[] {
  const shares = spread(presenting, drafts.map((draft) => draft.weight ?? 0))
  return drafts.map((draft, index) => (draft.minutes === undefined && shares[index] ? { ...draft, minutes: shares[index] } : draft))
}

function numbered(drafts: readonly Draft[], plan: SectionPlan): Slide[] {
  return drafts.map(({ weight: _weight, ...draft }, index) => ({
    ...draft,
    lang: plan.post.lang,
    accent: plan.accent,
    foot: plan.post.title,
    ...(draft.kind === 'cover' ? {} : { page: index + 1 }),
  })) as Slide[]
}
