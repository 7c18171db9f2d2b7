import { diagnostic, type Diagnostic } from '../model/diagnostic.ts'
import { minutesOf } from '../model/exercise.ts'
import type { Section, Slide } from '../model/slide.ts'
import { boxes } from './boxes.ts'
import { exempts, exemptionsOf } from './exemptions.ts'
import { spread } from './minutes.ts'
import { paragraph } from './notes.ts'
import { exerciseParts } from './slides-exercise.ts'
import { storyParts } from './slides-story.ts'
import { placeIn, shortened, type Draft, type SectionPlan } from './section-plan.ts'

export interface PlannedSection {
  readonly section: Section
  readonly diagnostics: readonly Diagnostic[]
}

/** Minutes for telling the story when a post states none for its section. */
const tellingMinutes = 10

/** Makes the slides of a post: cover, story, pictures, quote, idea, questions, exercise, steps with their clocks, debrief, closing. */
export function planSection(plan: SectionPlan): PlannedSection {
  const { post, words } = plan
  const { drafts, diagnostics } = makeSlides(plan)
  const exercise = minutesOf(plan.exercise)
  const stated = post.minutes ?? exercise + tellingMinutes
  if (stated < exercise) diagnostics.push(tooShort(plan, stated, exercise))
  const minutes = Math.max(stated, exercise)
  const exemptions = exemptionsOf(plan)
  return {
    section: {
      slug: post.slug,
      title: post.title,
      lang: post.lang,
      minutes,
      clock: words.clock,
      ...(exemptions.length > 0 ? { exemptions } : {}),
      slides: finished(withMinutes(drafts, minutes - exercise), minutes, plan),
    },
    diagnostics,
  }
}

/** A text that is too long for a slide that may overflow is no problem. */
function makeSlides(plan: SectionPlan): { drafts: Draft[]; diagnostics: Diagnostic[] } {
  const exemptions = exemptionsOf(plan)
  const diagnostics: Diagnostic[] = []
  const drafts = [...storyParts, ...exerciseParts].flatMap((part) => {
    const found: Diagnostic[] = []
    const made = part(plan, (one) => void found.push(one))
    const exempted = made.some((draft) => exemptions.some((one) => exempts(one, draft.kind, one.number ?? 1)))
    diagnostics.push(...(exempted ? found.filter(({ code }) => code !== 'too-long') : found))
    return made
  })
  return { drafts, diagnostics }
}

const tooShort = (plan: SectionPlan, stated: number, exercise: number): Diagnostic =>
  diagnostic(
    'minutes-do-not-add-up',
    placeIn(plan, 'minutes'),
    `the section has ${stated} minutes, but its exercise alone takes ${exercise}`,
    `give it more than ${exercise} minutes, or take a shorter exercise`,
  )

/** What the exercise does not use is for presenting, shared out by the weight of each slide. */
function withMinutes(drafts: readonly Draft[], presenting: number): Draft[] {
  const shares = spread(presenting, drafts.map((draft) => draft.weight ?? 0))
  return drafts.map((draft, index) => (draft.minutes === undefined && shares[index] ? { ...draft, minutes: shares[index] } : draft))
}

/** With number, foot and, first in the notes, where one should be by the clock. */
function finished(drafts: readonly Draft[], total: number, plan: SectionPlan): Slide[] {
  const foot = shortened(plan.post.title, boxes.foot, plan)
  let until = 0
  return drafts.map(({ weight: _weight, ...draft }, index) => {
    const minutes = draft.minutes ?? 0
    until += minutes
    return {
      ...draft,
      lang: plan.post.lang,
      accent: plan.accent,
      foot,
      notes: [paragraph('', plan.words.clockNote(minutes, until, total)), ...draft.notes],
      ...(draft.kind === 'cover' ? {} : { page: index + 1 }),
    }
  })
}
