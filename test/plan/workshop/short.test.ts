import { expect, it } from 'vitest'
import { planShort, type Cuttable } from '../../../src/plan/workshop/short.ts'
import { planAgenda } from '../../../src/plan/workshop/agenda.ts'
import { wordsFor } from '../../../src/words/index.ts'
import { exerciseOf, workshopOf } from './kit.ts'

/** What to do with 20 minutes less, for each part of the day: `time wins: cuts`. */
function plan(yaml: string, exercises: Readonly<Record<string, { full: number; short?: number }>>): string[] {
  const workshop = workshopOf(yaml)
  const sections = workshop.sections.map(({ post }): Cuttable => {
    const { full, short } = exercises[post] ?? { full: 20 }
    const exercise = exerciseOf({
      title: post.toUpperCase(), steps: [{ title: 'Allt', minutes: full, mode: 'alone' }], debrief: [],
      variants: short === undefined ? [] : [{ title: 'Kort', minutes: short, text: '…' }, { title: 'Annan', text: '…' }],
    })
    return { slug: post, title: post, minutes: full + 10, exercise }
  })
  const { agenda } = planAgenda(workshop, sections, wordsFor('sv'))
  if (!agenda) throw new Error('no agenda')
  return planShort(agenda, sections, 20).parts.map(({ from, to, reserve, cuts, wins }) =>
    `${from}–${to} reserve ${reserve}, wins ${wins}: ${cuts.map((cut) => `${cut.action} ${cut.slug} ${cut.wins}`).join(', ')}`)
}

const day = (end: string, rest = 'breaks: none'): string => `start: 9:00\nend: "${end}"\nopening: 0\nclosing: 0\nsections: [a, b, c]\n${rest}`

it('takes the reserve first', () => {
  expect(plan(day('11:00'), {})).toEqual(['09:00–11:00 reserve 30, wins 30: '])
})

it('uses the variant that wins just enough, rather than several or too long a one', () => {
  expect(plan(day('11:15'), { a: { full: 45, short: 10 }, b: { full: 30, short: 9 }, c: { full: 30, short: 15 } })).toEqual(['09:00–11:15 reserve 0, wins 21: shorten b 21'])
})

it('leaves a section out only when no variants win enough', () => {
  expect(plan(day('10:30'), { a: { full: 20, short: 15 } })).toEqual(['09:00–10:30 reserve 0, wins 30: drop a 30'])
})

it('plans each part of the day between fixed times for itself, and never drops its only section', () => {
  const lunch = 'breaks: [{title: Lunch, at: "10:00", minutes: 60}]'
  expect(plan(day('12:00', lunch), { a: { full: 50 }, b: { full: 20, short: 5 } })).toEqual(['09:00–10:00 reserve 0, wins 0: ', '10:00–12:00 reserve 0, wins 30: drop b 30'])
})
