import type { Exercise } from '../../../src/model/exercise.ts'
import type { Workshop } from '../../../src/model/workshop.ts'
import { parseWorkshop } from '../../../src/parse/workshop.ts'

/** A workshop from YAML, on an ordinary winter day unless it says otherwise. */
export function workshopOf(yaml: string): Workshop {
  const text = /^date:/m.test(yaml) ? yaml : `date: 2026-12-04\n${yaml}`
  const { workshop, diagnostics } = parseWorkshop({ path: 'content/workshops/dag.yaml', text: /^title:/m.test(text) ? text : `title: Dag\n${text}` })
  if (!workshop) throw new Error(JSON.stringify(diagnostics))
  return workshop
}

/** An exercise of two steps and a question, 15 minutes in all, and a variant of 6. */
export const exerciseOf = (changes: Partial<Exercise> = {}): Exercise => ({
  id: 'rutor', path: 'exercises/rutor.yaml', title: 'Rutor',
  materials: [],
  steps: [
    { title: 'Skriv', minutes: 6, mode: 'alone' },
    { title: 'Berätta', minutes: 6, mode: 'pairs' },
  ],
  worksheet: [],
  debrief: [{ question: 'Vad hände?', minutes: 3 }],
  tips: [], pitfalls: [],
  variants: [{ title: 'Kort variant', minutes: 6, text: 'Bara skriva.' }],
  followUp: [], parameters: {}, places: {},
  ...changes,
})
