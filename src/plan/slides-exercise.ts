import { minutesOf } from '../model/exercise.ts'
import { boxes } from './boxes.ts'
import { breakable, divide, largestFit, lineCount, textHeight } from './fit.ts'
import { debriefNotes, exerciseNotes, paragraph, stepNotes } from './notes.ts'
import { fitStack, placeIn, placeInExercise, stackHeight, tooLong, type Draft, type Report, type SectionPlan } from './section-plan.ts'
import { listParts } from './slides-story.ts'

/** The slides that lead through the exercise and out of the section. */
export const exerciseSlides = (plan: SectionPlan, report: Report): Draft[] =>
  [opening, steps, debrief, closing].flatMap((part) => part(plan, report))

const kickerOf = (plan: SectionPlan): string => {
  const minutes = minutesOf(plan.exercise)
  return minutes > 0 ? `${plan.words.exercise} · ${plan.words.minutesLong(minutes)}` : plan.words.exercise
}

function opening(plan: SectionPlan, report: Report): Draft[] {
  const { exercise, scene, words } = plan
  const place = placeInExercise(plan, 'title')
  const kicker = kickerOf(plan)
  const { invitation, purpose } = exercise
  const lines = [
    { text: kicker, box: boxes.exercise.kicker },
    { text: exercise.title, box: boxes.exercise.heading, sized: true as const },
    { text: invitation, box: boxes.exercise.invitation },
    { text: purpose, box: boxes.exercise.purpose },
  ]
  const { size, text: heading } = fitStack(lines, boxes.exercise.height, plan, place, report)
  return [{
    kind: 'exercise', title: exercise.title, kicker, heading, size, scene,
    ...(invitation ? { invitation } : {}), ...(purpose ? { purpose } : {}),
    notes: exerciseNotes(exercise, words), place,
  }]
}

function steps(plan: SectionPlan): Draft[] {
  const { exercise, words } = plan
  if (exercise.steps.length === 0) return []
  const { kicker, heading, title, text, height } = boxes.steps
  const rows = exercise.steps.map((step, index) => ({
    letter: step.letter ?? String(index + 1),
    title: breakable(step.title, title, title.sizes[0], plan.ruler),
    ...(step.do ? { text: breakable(step.do, text, text.sizes[0], plan.ruler) } : {}),
    mode: step.mode,
    modeLabel: words.mode[step.mode],
    minutesLabel: words.minutes(step.minutes),
  }))
  const rowHeight = (row: (typeof rows)[number]): number =>
    stackHeight([{ text: row.title, box: title }, { text: row.text, box: text }], 0, plan.ruler)
  const room = height - (kicker.sizes[0] + heading.sizes[0]) * heading.lineHeight - heading.before
  const parts = divide(rows, room, rowHeight, 0)
  return parts.map((part, index) => ({
    kind: 'steps',
    title: `${exercise.title}: ${words.steps}`,
    kicker: kickerOf(plan),
    heading: index === 0 ? exercise.title : words.storyContinued(exercise.title),
    steps: part,
    notes: index === 0 ? stepNotes(exercise, words) : [],
    minutes: part.reduce((sum, row) => sum + (exercise.steps[rows.indexOf(row)]?.minutes ?? 0), 0),
    place: placeInExercise(plan, 'steps'),
  }))
}

function debrief(plan: SectionPlan, report: Report): Draft[] {
  const { exercise, words } = plan
  if (exercise.debrief.length === 0) return []
  const { kicker, heading, question, height } = boxes.debrief
  const room = height - kicker.sizes[0] * kicker.lineHeight - heading.before - heading.sizes[0] * heading.lineHeight - question.before
  const parts = listParts(exercise.debrief.map((one) => one.question), question, room, plan, (index) => placeInExercise(plan, `debrief.${index}.question`), report)
  return parts.map(({ size, texts, start }, index) => ({
    kind: 'debrief',
    title: words.debriefHeading,
    kicker: words.debrief,
    heading: index === 0 ? words.debriefHeading : words.storyContinued(words.debriefHeading),
    size,
    questions: texts,
    notes: index === 0 ? debriefNotes(exercise, words) : [],
    minutes: exercise.debrief.slice(start - 1, start - 1 + texts.length).reduce((sum, one) => sum + one.minutes, 0),
    place: placeInExercise(plan, 'debrief'),
  }))
}

function closing(plan: SectionPlan, report: Report): Draft[] {
  const { post, words, scene } = plan
  const { heading, takeaway, postscript, signoff, height } = boxes.closing
  const place = placeIn(plan, 'takeaways')
  // The last words stand on one line, as large as that allows.
  const signoffSize = signoff.sizes.find((size) => post.signoff && lineCount(post.signoff, signoff, size, plan.ruler) === 1) ?? signoff.sizes.at(-1) ?? 48
  const around = [
    { text: words.takeaways, box: heading },
    { text: post.postscript, box: postscript },
    { text: post.signoff, box: { ...signoff, sizes: [signoffSize] } },
  ]
  const room = height - stackHeight(around, 0, plan.ruler) - takeaway.before
  const heightAt = (size: number): number =>
    post.takeaways.reduce((sum, one) => sum + textHeight(one, takeaway, size, plan.ruler) + takeaway.gap, -takeaway.gap)
  const { size, fits } = largestFit(takeaway.sizes, room, heightAt)
  if (!fits) report(tooLong(place))
  return [{
    kind: 'closing',
    title: words.closing,
    heading: words.takeaways,
    size,
    takeaways: post.takeaways.map((one) => breakable(one, takeaway, size, plan.ruler)),
    ...(post.postscript ? { postscript: post.postscript } : {}),
    ...(post.signoff ? { signoff: post.signoff, signoffSize } : {}),
    ...(post.source?.credit ? { credit: post.source.credit } : {}),
    scene,
    notes: post.takeaways.map((one) => paragraph(one)),
    weight: 1,
    place,
  }]
}
