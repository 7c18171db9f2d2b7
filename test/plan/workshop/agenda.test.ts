import { describe, expect, it } from 'vitest'
import { planAgenda } from '../../../src/plan/workshop/agenda.ts'
import { wordsFor } from '../../../src/words/index.ts'
import { workshopOf } from './kit.ts'

/** Plans with sections `a`, `b` … of so many minutes; the agenda as lines, and the problems with their lines. */
function plan(yaml: string, minutes: Readonly<Record<string, number>>): { lines: string[]; problems: string[] } {
  const workshop = workshopOf(yaml)
  const parts = workshop.sections.map(({ post }) => ({ slug: post, title: post.toUpperCase(), minutes: minutes[post] ?? 30 }))
  const { agenda, diagnostics } = planAgenda(workshop, parts, wordsFor('sv'))
  return {
    lines: (agenda?.entries ?? []).map(({ from, to, title, locked }) => `${from}–${to} ${title}${locked ? ' (låst)' : ''}`),
    problems: diagnostics.map(({ line, column, severity, code, message }) => `${line}:${column} ${severity} ${code}: ${message}`),
  }
}

describe('an agenda', () => {
  it('gives every section the time that follows from those before it, and the closing the last minutes', () => {
    const { lines, problems } = plan('start: 9:00\nend: "11:00"\nopening: 15\nclosing: 10\nsections: [a, b]\nbreaks: [{minutes: 10, after: a}]', { a: 35, b: 40 })
    expect(lines).toEqual(['09:00–09:15 Välkommen', '09:15–09:50 A', '09:50–10:00 Paus', '10:00–10:40 B', '10:40–10:50 Reserv', '10:50–11:00 Avslutning'])
    expect(problems).toEqual([])
  })

  it('holds a reserve before a locked time, and says so when it is long', () => {
    const { lines, problems } = plan('start: 9:00\nend: 13:30\nsections: [a, b]\nbreaks:\n  - {title: Lunch, at: 11:30, minutes: 60, after: a}', { a: 90, b: 40 })
    expect(lines).toContain('10:40–11:30 Reserv')
    expect(lines).toContain('11:30–12:30 Lunch (låst)')
    expect(problems).toEqual(['7:5 warning idle-time: nothing is planned from 10:40 to 11:30, 50 minutes before "Lunch"'])
  })

  it('names the section and the minutes too many when a locked time cannot be held', () => {
    const { lines, problems } = plan('start: 9:00\nend: 13:00\nsections:\n  - a\n  - {post: b, at: "09:40"}', { a: 45, b: 40 })
    expect(lines).toEqual([])
    expect(problems).toEqual(['6:5 error section-too-long: "A" is 15 minutes too long: it ends at 09:55, but "B" is locked at 09:40'])
  })

  it('names the last section when the day is too short', () => {
    const { problems } = plan('start: 9:00\nend: "10:00"\nsections: [a, b]\nbreaks: none', { a: 30, b: 25 })
    expect(problems).toEqual(['5:15 error section-too-long: "B" is 15 minutes too long: it ends at 10:05 and the closing at 10:15, but the workshop ends at 10:00'])
  })

  it.each([
    ['two breaks at once', 'breaks:\n  - {title: Kaffe, at: "10:00", minutes: 30}\n  - {title: Lunch, at: "10:20", minutes: 60}', '8:5 error overlapping-locks: "Lunch" is locked at 10:20, when "Kaffe" lasts from 10:00 to 10:30'],
    ['a break during a section', 'breaks:\n  - {title: Lunch, at: "11:10", minutes: 60}', '5:22 error overlapping-locks: "B" is locked at 11:30, when "Lunch" lasts from 11:10 to 12:10'],
    ['a break after the end', 'breaks:\n  - {title: Lunch, at: "18:10", minutes: 60}', '7:5 error bad-time: "Lunch" is locked at 18:10, but the workshop lasts from 09:00 to 16:00'],
    ['a break after a post that is none', 'breaks:\n  - {after: c}', '7:5 error missing-post: the break should follow "c", which is no section of this workshop'],
  ])('does not make an agenda with %s', (_what, breaks, problem) => {
    const { lines, problems } = plan(`start: 9:00\nend: "16:00"\nsections: [a, {post: b, at: "11:30"}]\n${breaks}`, {})
    expect(lines).toEqual([])
    expect(problems).toEqual([problem])
  })

  it('does not begin before it ends', () => {
    expect(plan('start: 12:00\nend: 9:00\nsections: [a]', {}).problems).toEqual(['4:6 error bad-time: the workshop ends at 09:00, but it begins at 12:00'])
  })

  it('wants sections with locked times in their order', () => {
    const { problems } = plan('start: 9:00\nend: 16:00\nsections: [{post: a, at: "14:00"}, {post: b, at: "10:00"}]', {})
    expect(problems[0]).toMatch(/overlapping-locks: "B" is locked at 10:00, but stands after "A"/)
  })

  it('counts the minutes that pass when the clocks change on the way', () => {
    const { lines } = plan('date: 2026-03-29\nstart: 1:00\nend: 5:00\nopening: 0\nclosing: 0\nsections: [a, b]\nbreaks: none', { a: 90, b: 90 })
    expect(lines).toEqual(['01:00–03:30 A', '03:30–05:00 B'])
    expect(plan('date: 2026-03-29\nstart: 2:30\nend: 5:00\nsections: [a]', {}).problems).toEqual(['3:8 error bad-time: there is no 02:30 that day: the clocks go forward over it'])
  })
})

describe('breaks of the toolkit’s own choice', () => {
  it('divide a half day once, and end at a time one remembers', () => {
    const { lines } = plan('start: 8:30\nend: 12:00\nopening: 15\nsections: [a, b, c]', { a: 43, b: 45, c: 50 })
    expect(lines.filter((line) => line.includes('Paus'))).toEqual(['10:13–10:30 Paus'])
  })

  it('give a long day lunch near noon and coffee in both halves', () => {
    const minutes = Object.fromEntries([...'abcdefgh'].map((slug) => [slug, 38]))
    const { lines } = plan('start: 9:00\nend: 16:30\nsections: [a, b, c, d, e, f, g, h]', minutes)
    expect(lines.filter((line) => /Paus|Lunch/.test(line))).toEqual(['10:26–10:45 Paus', '12:01–13:05 Lunch', '14:21–14:40 Paus'])
  })

  it('leave a short meeting alone', () => {
    expect(plan('start: 9:00\nend: 10:30\nsections: [a, b]', { a: 30, b: 30 }).lines.filter((line) => line.includes('Paus'))).toEqual([])
  })

  it('are found for the longest day there can be', () => {
    const slugs = Array.from({ length: 20 }, (_, index) => `p${index}`)
    const { lines } = plan(`start: 8:00\nend: 23:00\nsections: [${slugs.join(', ')}]`, Object.fromEntries(slugs.map((slug) => [slug, 35])))
    expect(lines.length).toBeGreaterThan(24)
  })
})
