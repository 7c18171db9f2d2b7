import { describe, expect, it } from 'vitest'
import type { Section, Slide } from '../../../src/model/slide.ts'
import type { Worksheet } from '../../../src/model/worksheet.ts'
import { checkConsistency } from '../../../src/plan/workshop/consistency.ts'
import { planFollowUps } from '../../../src/plan/workshop/follow-ups.ts'
import { rollUp } from '../../../src/plan/workshop/materials.ts'
import { asVariant, variantCalled } from '../../../src/plan/workshop/variant.ts'
import { wordsFor } from '../../../src/words/index.ts'
import { exerciseOf, workshopOf } from './kit.ts'

const words = wordsFor('sv')

describe('materials', () => {
  const pen = { item: 'Penna', per: 'person', quantity: 1 } as const
  const total = (exercises: Parameters<typeof rollUp>[0], people?: number): string[] => rollUp(exercises, people, words).map(({ item, total: all, quantity, per }) => `${all ?? `${quantity} per ${per}`} ${item}`)

  it('are counted for everybody; one pen serves all exercises, notes are used up', () => {
    const notes = { item: 'Notislappar', per: 'person', quantity: 3 } as const
    const a = exerciseOf({ title: 'A', materials: [pen, notes, { item: 'Arbetsblad', per: 'person', quantity: 1 }] })
    const b = exerciseOf({ title: 'B', materials: [{ ...pen, item: 'penna' }, notes, { item: 'Tejp', per: 'room', quantity: 2 }] })
    expect(total([a, b], 15)).toEqual(['15 Arbetsbok', '15 Penna', '90 Notislappar', '2 Tejp'])
    expect(total([a, b])).toEqual(['1 per person Arbetsbok', '1 per person Penna', '6 per person Notislappar', '2 Tejp'])
  })

  it('count groups by how the exercise is done, and loose sheets beside the book', () => {
    const fours = exerciseOf({ group: { mode: 'fours' }, materials: [{ item: 'Blädderblock', per: 'group', quantity: 1 }, { item: 'Arbetsblad, ett till i morgon', per: 'person', quantity: 2 }] })
    expect(total([fours], 14)).toEqual(['14 Arbetsbok', '14 Löst arbetsblad, Rutor', '4 Blädderblock'])
  })
})

describe('follow-ups', () => {
  const led = (followUp: ReturnType<typeof exerciseOf>['followUp']) => [{ slug: 'a', exercise: exerciseOf({ followUp }) }]
  const yaml = 'start: 9:00\nend: 12:00\nsections: [a]'

  it('count from the workshop’s day, by the calendar', () => {
    const { followUps } = planFollowUps(workshopOf(`date: 2027-01-31\n${yaml}`), led([{ after: 'P1M', text: 'm' }, { after: 'P2W', text: 'w' }, { after: 'P10D', text: 'd' }, { on: '2027-12-31', text: 'o' }]), words)
    expect(followUps.map(({ date, text }) => `${date} ${text}`)).toEqual(['2027-02-10 d', '2027-02-14 w', '2027-02-28 m', '2027-12-31 o'])
  })

  it('stay in the past unless they are told to move, and that is reported', () => {
    const past = led([{ on: '2012-12-31', text: 'o' }, { on: '2012-01-07', text: 'j' }])
    const kept = planFollowUps(workshopOf(yaml), past, words)
    expect(kept.followUps.map(({ date }) => date)).toEqual(['2012-01-07', '2012-12-31'])
    expect(kept.diagnostics.map(({ code, line }) => `${code} ${line}`)).toEqual(['past-date 2', 'past-date 2'])
    const moved = planFollowUps(workshopOf(`${yaml}\npastDates: move`), past, words)
    expect(moved.followUps.map(({ date }) => date)).toEqual(['2026-12-31', '2027-01-07'])
    expect(moved.diagnostics).toEqual([])
  })

  it('are never none', () => {
    expect(planFollowUps(workshopOf(yaml), led([]), words).followUps).toMatchObject([{ date: '2026-12-18', about: 'Dag' }])
  })

  it('report a day that does not exist', () => {
    expect(planFollowUps(workshopOf(yaml), led([{ on: '2027-02-30', text: 'o' }]), words).diagnostics).toMatchObject([{ code: 'bad-date' }])
  })
})

describe('a variant', () => {
  it('is found whatever its capitals, and gives its minutes to the steps in proportion', () => {
    const exercise = exerciseOf()
    const variant = variantCalled(exercise, 'kort variant ')
    if (!variant) throw new Error('not found')
    const short = asVariant(exercise, variant)
    expect([...short.steps, ...short.debrief].map(({ minutes }) => minutes)).toEqual([3, 2, 1])
    expect(short.tips[0]).toBe('Kort variant: Bara skriva.')
  })

  it('leaves steps out that it gives no minutes, and counts the others anew', () => {
    const variant = { title: 'Kort', minutes: 5, text: '…', steps: [0, 3], debrief: [2] }
    const short = asVariant(exerciseOf(), variant)
    expect(short.steps).toMatchObject([{ letter: '1', title: 'Berätta', minutes: 3 }])
    expect(short.debrief).toMatchObject([{ minutes: 2 }])
  })
})

describe('the check of consistency', () => {
  const place = { path: 'w.yaml', line: 3, column: 1 }
  const section = (title: string, step: string, minutes: string, slug = 'a'): Section => ({
    slug, title: 'A', lang: 'sv', minutes: 10,
    slides: [{ kind: 'exercise', title } as Slide, { kind: 'steps', steps: [{ title: step, minutesLabel: minutes }] } as unknown as Slide],
  })
  const sheet = (title: string, id = 'a'): Worksheet => ({ id, title, blocks: [{ kind: 'steps', items: [{ title: 'Skriv', minutes: 6 }] }] }) as unknown as Worksheet
  const check = (sections: Section[], sheets: Worksheet[]): string[] => checkConsistency(sections, sheets, () => place).map(({ message }) => message)

  it('is silent when slides and sheets agree, soft hyphens or not', () => {
    expect(check([section('Ru\u00adtor', 'Skriv', '6 min')], [sheet('Rutor')])).toEqual([])
  })

  it.each([
    ['another name', [section('Rutan', 'Skriv', '6 min')], [sheet('Rutor')], 'the slides call the exercise Rutan, but its sheet is called Rutor'],
    ['another step', [section('Rutor', 'Läs', '6 min')], [sheet('Rutor')], 'the sheet has the step "Skriv", which is on no slide'],
    ['other minutes', [section('Rutor', 'Skriv', '5 min')], [sheet('Rutor')], '"Skriv" takes 6 minutes on the sheet, but 5 on the slide'],
    ['no sheet', [section('Rutor', 'Skriv', '6 min')], [], 'the slides of "A" lead through Rutor, but the workbook has no sheet for it'],
    ['a sheet that nobody uses', [], [sheet('Rutor')], 'the workbook has the sheet Rutor, but no section uses it'],
  ])('notices %s', (_what, sections, sheets, message) => {
    expect(check(sections, sheets)).toEqual([message])
  })
})
