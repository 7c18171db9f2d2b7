import type { Exercise } from '../model/exercise.ts'
import type { Words } from '../words/index.ts'
import type { CompletePost } from './derive.ts'

/** The exercise of a post that names none: its own questions, answered alone, then told to a neighbour. */
export function reflection(post: CompletePost, words: Words): Exercise {
  const { reflection: said } = words
  return {
    id: 'reflection',
    path: post.path,
    title: said.title,
    purpose: said.purpose,
    invitation: said.invitation,
    lead: said.lead,
    materials: [],
    steps: [
      { title: said.write, minutes: 6, mode: 'alone', do: said.writeDo },
      { title: said.tell, minutes: 6, mode: 'pairs', do: said.tellDo },
    ],
    worksheet: [
      ...post.questions.map((question) => ({ kind: 'lines' as const, prompt: question, rows: 4 })),
      { kind: 'promise' as const, title: said.promise, rows: 1 },
    ],
    debrief: [{ question: said.debrief, minutes: 3 }],
    tips: [],
    pitfalls: [],
    variants: [],
    followUp: [],
    parameters: {},
    places: post.places,
  }
}
