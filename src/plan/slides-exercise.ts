import { minutesOf } from '../model/exercise.ts'
import { boxes } from './boxes.ts'
import { divide, textHeight } from './fit.ts'
import { listParts } from './list-parts.ts'
import { debriefNotes, exerciseNotes, paragraph, stepNotes } from './notes.ts'
import { countdowns, signOf } from './slides-countdown.ts'
import { closing } from './slides-closing.ts'
import { broken, fitStack, oneLineSize, placeInExercise, sizeOf, stackHeight, tooLong, type Draft, type Line, type Report, type SectionPlan, type SlidePart } from './section-plan.ts'

/** What leads through the exercise and out of the section. */
export const exerciseParts: readonly SlidePart[] = [opening, steps, countdowns, debrief, closing]

const kickerOf = (plan: SectionPlan): string => {
  const minutes = minutesOf(plan.exercise)
  return minutes > 0 ? `${plan.words.exercise} · ${plan.words.minutesLong(minutes)}` : plan.words.exercise
}

/** What the steps take by themselves, and the talk after them: their sum stands on the slide before. */
function stepsTime(plan: SectionPlan): string {
  const { steps, debrief } = plan.exercise
  const sum = (parts: readonly { readonly minutes: number }[]): number => parts.reduce((total, { minutes }) => total + minutes, 0)
  return sum(steps) > 0 ? plan.words.stepsTime(sum(steps), sum(debrief)) : kickerOf(plan)
}

/** Minutes stated for an exercise that says nothing of its parts. */
const undivided = ({ exercise }: SectionPlan): number =>
  [...exercise.steps, ...exercise.debrief].some(({ minutes }) => minutes > 0) ? 0 : (exercise.timing ?? 0)

function opening(plan: SectionPlan, report: Report): Draft[] {
  const { exercise, scene, words } = plan
  const { kicker, heading, invitation, purpose, height } = boxes.exercise
  const place = placeInExercise(plan, 'title')
  const around: Line[] = [{ text: kickerOf(plan), box: kicker }, { text: exercise.title, box: heading, sized: true, place }]
  const said = (size: number): Line => ({ text: exercise.invitation, box: { ...invitation, sizes: [size] }, place: placeInExercise(plan, 'invitation') })
  const why: Line = { text: exercise.purpose, box: purpose, place: placeInExercise(plan, 'purpose') }
  // The purpose stands in the notes as well: a long invitation may need its room.
  const tries = [true, false].flatMap((shows) => invitation.sizes.map((size) => ({ shows, size, lines: [...around, said(size), ...(shows ? [why] : [])] })))
  const last = { shows: true, size: invitation.sizes.at(-1) ?? 24, lines: [...around, said(invitation.sizes.at(-1) ?? 24), why] }
  const { shows, size: invitationSize, lines } = tries.find((one) => sizeOf(one.lines, height, plan).fits) ?? last
  const { size, text } = fitStack(lines, height, plan, place, report)
  const minutes = exercise.steps.length === 0 ? undivided(plan) : 0
  return [{
    kind: 'exercise', title: exercise.title, kicker: kickerOf(plan), heading: text, size, scene,
    ...(exercise.invitation ? { invitation: broken(exercise.invitation, invitation, plan, invitationSize), invitationSize } : {}),
    ...(exercise.purpose && shows ? { purpose: broken(exercise.purpose, purpose, plan) } : {}),
    notes: exerciseNotes(exercise, words), place, ...(minutes > 0 ? { minutes } : { weight: 1 }),
  }]
}

function steps(plan: SectionPlan, report: Report): Draft[] {
  const { exercise, words } = plan
  if (exercise.steps.length === 0) return []
  const { heading, title, text, height } = boxes.steps
  const rows = exercise.steps.map((step, index) => ({
    letter: signOf(step, index),
    title: broken(step.title, title, plan),
    ...(step.do ? { text: broken(step.do, text, plan) } : {}),
    mode: step.mode,
    modeLabel: words.mode[step.mode],
    minutesLabel: words.minutes(step.minutes),
  }))
  const rowHeight = (row: (typeof rows)[number]): number =>
    stackHeight([{ text: row.title, box: title }, { text: row.text, box: text }], 0, plan.ruler)
  const later = words.storyContinued(exercise.title)
  const size = oneLineSize(exercise.title, heading, plan)
  const head = textHeight(later, heading, oneLineSize(later, heading, plan), plan.ruler)
  const room = height - Math.max(head, textHeight(exercise.title, heading, size, plan.ruler)) - title.before
  rows.forEach((row, index) => {
    if (rowHeight(row) > room) report(tooLong(placeInExercise(plan, `steps.${index}.${(row.text ?? '').length > row.title.length ? 'do' : 'title'}`)))
  })
  return divide(rows, room, rowHeight, 0).map((part, index) => ({
    kind: 'steps',
    title: `${exercise.title}: ${words.steps}`,
    kicker: stepsTime(plan),
    heading: index === 0 ? broken(exercise.title, heading, plan, size) : broken(later, heading, plan, oneLineSize(later, heading, plan)),
    size: index === 0 ? size : oneLineSize(later, heading, plan),
    steps: part,
    notes: index === 0 ? stepNotes(exercise, words) : [paragraph(words.say.steps)],
    // The minutes of a step pass on its countdown.
    ...(index === 0 && undivided(plan) > 0 ? { minutes: undivided(plan) } : { weight: index === 0 ? 1 : 0 }),
    place: placeInExercise(plan, `steps.${rows.indexOf(part[0] as (typeof rows)[number])}.title`),
  }))
}

function debrief(plan: SectionPlan, report: Report): Draft[] {
  const { exercise, words } = plan
  if (exercise.debrief.length === 0) return []
  const { kicker, heading, question, height } = boxes.debrief
  const room = height - kicker.sizes[0] * kicker.lineHeight - heading.before - heading.sizes[0] * heading.lineHeight - question.before
  const list = { box: question, room, goesOn: false, placeOf: (index: number) => placeInExercise(plan, `debrief.${index}.question`) }
  return listParts(exercise.debrief.map((one) => one.question), list, plan, report).map(({ size, texts, start }, index) => {
    const asked = exercise.debrief.slice(start - 1, start - 1 + texts.length)
    return {
      kind: 'debrief',
      title: words.debriefHeading,
      kicker: words.debrief,
      heading: index === 0 ? words.debriefHeading : words.storyContinued(words.debriefHeading),
      size,
      questions: texts,
      notes: debriefNotes(asked, words),
      minutes: asked.reduce((sum, one) => sum + one.minutes, 0),
      place: placeInExercise(plan, `debrief.${start - 1}.question`),
    }
  })
}
