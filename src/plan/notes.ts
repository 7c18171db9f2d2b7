import type { Exercise, Step } from '../model/exercise.ts'
import type { Block } from '../model/text.ts'
import type { Words } from '../words/index.ts'

/** A paragraph of plain text, with words in bold before it where given. */
export function paragraph(text: string, label?: string): Block {
  const bold = label ? [{ type: 'strong' as const, children: [{ type: 'text' as const, text: label }] }] : []
  const words = text ? [{ type: 'text' as const, text: label ? ` ${text}` : text }] : []
  return { type: 'paragraph', children: [...bold, ...words] }
}

/** A list of plain texts under a label; nothing when there are none. */
export function labelled(label: string, texts: readonly string[]): Block[] {
  if (texts.length === 0) return []
  const items = texts.map((text) => [paragraph(text)])
  return [paragraph('', label), { type: 'list', ordered: false, start: 1, items }]
}

/** What the trainer needs on the exercise's first slide: the opening words, the material, what to watch out for. */
export function exerciseNotes(exercise: Exercise, words: Words): Block[] {
  const per = { person: words.perPerson, group: words.perGroup, room: words.perRoom }
  return [
    ...(exercise.invitation ? [paragraph(exercise.invitation, `${words.sayAloud}:`)] : []),
    ...(exercise.purpose ? [paragraph(exercise.purpose)] : []),
    ...(exercise.outcome ? [paragraph(exercise.outcome)] : []),
    ...labelled(words.materials, exercise.materials.map(({ item, per: each, quantity }) => per[each](quantity, item))),
    ...labelled(words.tips, exercise.tips),
    ...labelled(words.pitfalls, exercise.pitfalls),
    ...exercise.variants.map((variant) => paragraph(variant.text, `${variant.title}${variant.minutes ? ` (${words.minutes(variant.minutes)})` : ''}:`)),
  ]
}

/** A step with its time and way of working, in a few words. */
const inShort = ({ title, minutes, mode }: Step, words: Words): string => `${title} (${words.minutes(minutes)}, ${words.mode[mode]})`

/** The steps in short; what to say at each stands with its clock. */
export const stepNotes = (exercise: Exercise, words: Words): Block[] => [
  paragraph(words.say.steps),
  { type: 'list', ordered: true, start: 1, items: exercise.steps.map((step) => [paragraph(inShort(step, words))]) },
]

/** What to say and do at a timed step, and what comes after it. */
export function countdownNotes(step: Step, next: Step | undefined, exercise: Exercise, words: Words): Block[] {
  const debrief = exercise.debrief.length > 0 ? words.debriefHeading : words.closing
  const then = next ? inShort(next, words) : debrief
  const said = step.say ?? step.do
  return [
    ...(said ? [paragraph(said, `${words.sayAloud}:`)] : []),
    paragraph(words.say.countdown),
    paragraph(then, words.say.next),
  ]
}

/** Questions of the debrief with their minutes. */
export const debriefNotes = (debrief: Exercise['debrief'], words: Words): Block[] =>
  debrief.map(({ question, minutes }) => paragraph(words.questionNote(question, minutes)))
