import type { Exercise } from '../model/exercise.ts'
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

/** The steps with the words that lead into each. */
export const stepNotes = (exercise: Exercise, words: Words): Block[] =>
  exercise.steps.map((step) => paragraph(step.say ?? step.do ?? '', words.stepNote(step.title, step.minutes, words.mode[step.mode])))

/** The debrief's questions with their minutes. */
export const debriefNotes = (exercise: Exercise, words: Words): Block[] =>
  exercise.debrief.map(({ question, minutes }) => paragraph(words.questionNote(question, minutes)))
