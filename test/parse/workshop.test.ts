import { expect, it } from 'vitest'
import { parseWorkshop } from '../../src/parse/workshop.ts'

const parse = (text: string, path = 'content/workshops/dag.yaml') => parseWorkshop({ path, text })
const problems = (text: string): string[] => parse(text).diagnostics.map(({ line, column, severity, code, message }) => `${line}:${column} ${severity} ${code}: ${message}`)

const good = `title: Dag
date: 2026-12-04
start: 9.00
end: "12:00"
sections: [a, {post: b, at: 10:30, with: {year: 2027}}]
`

it('reads a workshop, with what it leaves out filled in', () => {
  expect(parse(good).workshop).toMatchObject({
    id: 'dag', start: '09:00', end: '12:00', zone: 'Europe/Stockholm', lang: 'sv', paper: 'A4', breaks: 'auto', opening: 10, pastDates: 'keep',
    sections: [{ post: 'a', with: {} }, { post: 'b', at: '10:30', with: { year: '2027' } }],
  })
  expect(parse(`${good}breaks: none\nparticipants: deltagare.csv`).workshop).toMatchObject({ breaks: [], participants: { file: 'deltagare.csv' } })
})

it('reports every problem at its place, each once', () => {
  const text = `title: Dag
date: 2026-02-30
start: 25:00
end: "12:00"
participants: 10000
zone: Mars/Olympus
sections:
  - a
  - {pots: b}
  - {post: c, at: 1030, minutes: 0}
breaks: maybe
`
  const byLine = (a: string, b: string): number => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1)
  expect(problems(text).sort(byLine)).toEqual([
    '2:7 error bad-date: "date" is not a date that exists; write it YYYY-MM-DD, as 2011-12-24',
    '3:8 error bad-time: "start" is not a time of day; write it HH:MM, as 09:30',
    '5:15 error bad-value: "participants" should be a number from 1 to 500, or the name of a list such as deltagare.csv',
    '6:7 error bad-value: "zone" is not a time zone; write it as Europe/Stockholm',
    '9:5 error missing-key: "sections", item 2, post is missing',
    '9:6 warning unknown-key: "pots" is not a key here, so it is ignored',
    '10:19 error bad-time: "sections", item 3, at is not a time of day; write it HH:MM, as 09:30',
    '10:34 error bad-value: "sections", item 3, minutes should be at least 1',
    '11:9 error bad-value: "breaks" should be auto, none or a list, each break after "- "',
  ])
})

it.each([
  ['nobody', 'participants: 0', 'bad-value'],
  ['half a person', 'participants: 2.5', 'bad-value'],
  ['a break of one minute', 'breaks: [{minutes: 1}]', 'bad-value'],
])('does not take %s', (_what, line, code) => {
  const { workshop, diagnostics } = parse(good + line)
  expect(workshop).toBeUndefined()
  expect(diagnostics).toMatchObject([{ code, line: 6 }])
})

it('takes a post once only, and no name that is none', () => {
  expect(problems(good.replace('[a,', '[a, a,'))).toEqual(['5:15 error duplicate-key: the post "a" is section 1 already'])
  expect(parse(good, 'content/workshops/en dag.yaml').diagnostics).toMatchObject([{ code: 'bad-file-name' }])
})
