import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { planPost, type PlannedPost } from '../../src/build/planned.ts'
import { prepareFonts } from '../../src/export/fonts/index.ts'
import type { Fonts } from '../../src/model/font.ts'
import { plainText, type Block } from '../../src/model/text.ts'
import { parseExercise } from '../../src/parse/exercise.ts'
import { parsePost } from '../../src/parse/post.ts'

let fonts: Fonts
beforeAll(async () => void (fonts = (await prepareFonts(join(tmpdir(), 'saljverkstad-test-fonts'))).metrics))

function plan(text: string, exercise?: string): PlannedPost {
  const { post } = parsePost({ path: 'posts/2011-12-12-tag.md', text })
  const parsed = exercise === undefined ? undefined : parseExercise({ path: 'exercises/ovning.yaml', text: exercise }).exercise
  if (!post) throw new Error('the fixture does not parse')
  return planPost({ post, images: { 'karta.png': 'data:image/png;base64,AA==' }, ...(parsed ? { exercise: parsed } : {}) }, fonts)
}

const kinds = ({ section }: PlannedPost): string[] => section.slides.map(({ kind }) => kind)
const notesOf = (blocks: readonly Block[]): string => blocks.map((block) => ('children' in block && block.type === 'paragraph' ? plainText(block.children) : `(${block.type})`)).join('\n')

/** A text without the ends of its lines. */
const onOneLine = (text: string): string => text.replaceAll('\n', ' ')

const full = `---
title: Stanna upp
date: 2011-12-12
series: {name: En säljares juldagbok, part: 12}
idea: Den som sitter still ser mest.
story: [Ett, Två, Tre]
quote: {text: Stanna, by: en kapten}
questions: [Vad såg du?]
takeaways: [Sitt kvar.]
signoff: Nu åker vi.
minutes: 30
---
Första stycket.

![Karta över Arvidsjaur](karta.png)

| Steg | Minuter |
|------|---------|
| S    | 1       |

Sista stycket.
`
const exercise = `
title: STOPP
invitation: Ta fram en penna.
purpose: Att stanna.
steps:
  - {title: Stanna, minutes: 5, do: Sitt tyst., say: Nu är det tyst.}
  - {title: Tänk, minutes: 10, mode: pairs, letter: T}
debrief: [{question: Vad hände?, minutes: 5}]
`

describe('a section', () => {
  it('goes from cover to closing, with a slide for each picture and table', () => {
    expect(kinds(plan(full, exercise))).toEqual(['cover', 'beats', 'image', 'table', 'quote', 'idea', 'questions', 'exercise', 'steps', 'countdown', 'countdown', 'debrief', 'closing'])
  })

  it('is exactly this', async () => {
    const { section, worksheet } = plan(full, exercise)
    await expect(`${JSON.stringify({ section, worksheet }, null, 1)}\n`).toMatchFileSnapshot('../fixtures/section/stanna-upp.json')
  })

  it('carries the whole post in the notes of its story, in order', () => {
    const story = plan(full, exercise).section.slides.find(({ kind }) => kind === 'beats')
    expect(notesOf(story?.notes ?? []).split('\n').slice(2)).toEqual(['Hela inlägget', 'Första stycket.', '(image)', '(table)', 'Sista stycket.'])
  })

  it('carries it on the cover when no story is told', () => {
    const { section } = plan('---\ntitle: A\nstory: []\n---\nText.')
    expect(kinds(plan('---\ntitle: A\nstory: []\n---\nText.'))).not.toContain('beats')
    expect(notesOf(section.slides[0]?.notes ?? [])).toMatch(/Hela inlägget\nText\.$/)
  })

  it('tells on every slide what it takes and where one should be by the clock', () => {
    const { section } = plan(full, exercise)
    const clock = section.slides.map(({ notes }) => notesOf(notes.slice(0, 1)))
    expect(clock).toMatchInlineSnapshot(`
      [
        "1 min. Efter den här bilden: 1 av 30 min.",
        "2 min. Efter den här bilden: 3 av 30 min.",
        "1 min. Efter den här bilden: 4 av 30 min.",
        "1 min. Efter den här bilden: 5 av 30 min.",
        "1 min. Efter den här bilden: 6 av 30 min.",
        "1 min. Efter den här bilden: 7 av 30 min.",
        "2 min. Efter den här bilden: 9 av 30 min.",
        "1 min. Efter den här bilden: 10 av 30 min.",
        "Mindre än 1 min. Efter den här bilden: 10 av 30 min.",
        "5 min. Efter den här bilden: 15 av 30 min.",
        "10 min. Efter den här bilden: 25 av 30 min.",
        "5 min. Efter den här bilden: 30 av 30 min.",
        "Mindre än 1 min. Efter den här bilden: 30 av 30 min.",
      ]
    `)
    expect(section.slides.filter(({ notes }) => notes.length < 2)).toEqual([])
  })

  it('spends exactly the minutes it has', () => {
    const { section } = plan(full, exercise)
    expect(section.slides.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)).toBe(30)
    expect(section.slides.filter(({ kind }) => kind === 'countdown').map(({ minutes }) => minutes)).toEqual([5, 10])
  })

  it('spends what an undivided exercise takes, half minutes, and no less than the exercise needs', () => {
    const sum = (post: string, method: string): number => plan(post, method).section.slides.reduce((total, { minutes = 0 }) => total + minutes, 0)
    const post = (minutes: number): string => `---\ntitle: A\nminutes: ${minutes}\n---\nText.`
    expect(sum(post(30), 'title: B\ntiming: 20')).toBe(30)
    expect(sum(post(30), 'title: B\nsteps: [{title: C, minutes: 2.5}]')).toBe(30)
    expect(sum(post(10), 'title: B\nsteps: [{title: C, minutes: 15}]')).toBe(15)
    expect(plan(post(10), 'title: B\nsteps: [{title: C, minutes: 15}]').diagnostics).toMatchObject([{ code: 'minutes-do-not-add-up', line: 3, column: 10 }])
  })

  it('is usable for a post with nothing but a title and a text', () => {
    const bare = plan('---\ntitle: Tåget\n---\nJag satt på tåget till Kiruna. Vad gör du på ett tåg?\n\nDet visste jag inte förrän jag klev av.')
    expect(kinds(bare)).toEqual(['cover', 'beats', 'idea', 'questions', 'exercise', 'steps', 'countdown', 'countdown', 'debrief', 'closing'])
    expect(bare.worksheet).toMatchObject({ title: 'Eftertanke', blocks: [{ kind: 'lines', prompt: 'Vad gör du på ett tåg?' }, { kind: 'promise' }] })
  })
})

describe('a countdown', () => {
  const steps = '[{title: Stanna, minutes: 5, do: Sitt tyst., say: Nu är det tyst.}, {title: Läs}, {title: Tänk, minutes: 1.5, mode: fours, letter: T}]'
  const countdowns = (method: string) => plan('---\ntitle: A\n---\nText.', method).section.slides.filter((slide) => slide.kind === 'countdown')

  it('stands for each step, in order, with its time, its way of working and its place among the steps', () => {
    const [first, second] = countdowns(`title: B\nsteps: ${steps.replace('{title: Läs}', '{title: Läs, minutes: 2}')}`)
    expect(first).toMatchObject({ kicker: 'Steg 1 av 3', heading: 'Stanna', text: 'Sitt tyst.', mode: 'alone', modeLabel: 'var för sig', seconds: 300, signs: ['1', '2', 'T'], current: 0 })
    expect(second).toMatchObject({ kicker: 'Steg 2 av 3', heading: 'Läs', current: 1 })
  })

  it('tells what to say and what comes next', () => {
    const [first, last] = countdowns('title: B\nsteps: [{title: Stanna, minutes: 5, say: Nu är det tyst.}, {title: Tänk, minutes: 4, mode: pairs}]\ndebrief: [{question: Nå?}]')
    expect(notesOf(first?.notes ?? [])).toContain('Säg: Nu är det tyst.')
    expect(notesOf(first?.notes ?? [])).toContain('Sedan: Tänk (4 min, två och två)')
    expect(notesOf(last?.notes ?? [])).toContain('Sedan: Vad tar vi med oss?')
  })

  it('shows the first sentences of a text that is too long for it, which stands whole beside the steps', () => {
    const long = `Skriv först. ${'Läs sedan det du har skrivit för den som sitter bredvid dig. '.repeat(16)}`.trim()
    const method = `title: B\nsteps: [{title: Stanna, minutes: 5, do: ${JSON.stringify(long)}}]`
    const text = countdowns(method)[0]?.text ?? ''
    expect(long.startsWith(text)).toBe(true)
    expect(text).toMatch(/^Skriv först\..*\.$/)
    expect(text.length).toBeLessThan(long.length)
    const steps = plan('---\ntitle: A\n---\nText.', method).section.slides.find((slide) => slide.kind === 'steps')
    expect(steps?.steps[0]?.text).toBe(long)
  })
})

describe('long texts', () => {
  const story = (beats: readonly string[]): string => `---\ntitle: A\nstory: ${JSON.stringify(beats)}\n---\nText.`

  it('are set smaller before they are split, and never lost', () => {
    const six = Array.from({ length: 6 }, (_, index) => `Beat ${index + 1} berättar något som tar lite drygt en rad av bildens bredd i anspråk.`)
    const beats = plan(story(six)).section.slides.filter((slide) => slide.kind === 'beats')
    expect(beats.length).toBeGreaterThan(1)
    expect(beats.flatMap((slide) => slide.beats.map(onOneLine))).toEqual(six)
    expect(beats.map(({ start }) => start)).toEqual([1, 1 + (beats[0]?.beats.length ?? 0)])
    expect(beats.map(({ heading }) => heading)).toEqual(['Så var det', 'Så var det, forts.'])
  })

  it('step down in size, and hyphenate only a word that would overflow', () => {
    const [short, long] = ['Mod', 'Kundnöjdhetsundersökningsuppföljningsansvarig'].map((title) => {
      const cover = plan(`---\ntitle: ${title}\n---\nText.`).section.slides[0]
      if (cover?.kind !== 'cover') throw new Error('no cover')
      return cover
    })
    expect(short?.heading).toBe('Mod')
    expect(long?.heading).toContain('\u00ad')
    expect(long?.heading.replaceAll('\u00ad', '')).toBe('Kundnöjdhetsundersökningsuppföljningsansvarig')
    expect(long?.size).toBeLessThan(short?.size ?? 0)
  })

  it('go on on the next slide at the end of a sentence, under the same number', () => {
    const long = 'Vi åkte hela vägen till Kiruna för att fråga om de var nöjda, och det var de nästan. '.repeat(12).trim()
    const beats = plan(story(['Först.', long, 'Sist.'])).section.slides.filter((slide) => slide.kind === 'beats')
    const shown = beats.flatMap((slide) => slide.beats.map((beat, index) => ({ number: slide.start + index, beat })))
    expect(shown.map(({ number }) => number)).toEqual([1, ...shown.slice(1, -1).map(() => 2), 3])
    expect(shown.slice(1, -1).map(({ beat }) => beat).join(' ')).toBe(long)
    expect(shown.every(({ beat }) => beat.endsWith('.'))).toBe(true)
  })

  it('that the post lets overflow are not reported', () => {
    const idea = 'Detta är en alldeles för lång tanke. '.repeat(30)
    expect(plan(`---\ntitle: A\nidea: ${idea}\noverflow: [idea]\n---\nText.`).diagnostics).toEqual([])
    expect(plan(`---\ntitle: A\nidea: ${idea}\noverflow: [quote]\n---\nText.`).diagnostics).toMatchObject([{ code: 'too-long' }])
  })

  it('of a wide table stand on several slides, each with the column that names the rows', () => {
    const cells = Array.from({ length: 12 }, (_, column) => `c${column}`)
    const row = `| ${cells.join(' | ')} |`
    const body = [row, row.replaceAll(/c\d+/g, '---'), row].join('\n')
    const tables = plan(`---\ntitle: A\n---\n${body}\n`).section.slides.filter((slide) => slide.kind === 'table')
    const headers = tables.map(({ header }) => header.map(plainText))
    expect(headers.every(([first]) => first === 'c0')).toBe(true)
    expect(headers.flatMap((header) => header.slice(1))).toEqual(cells.slice(1))
    expect(tables[0]?.place).toMatchObject({ line: 4, column: 1 })
  })

  it('that no size holds are reported where they stand', () => {
    const { diagnostics } = plan(`---\ntitle: A\nidea: ${'Detta är en alldeles för lång tanke. '.repeat(30)}\n---\nText.`)
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'too-long', severity: 'warning', line: 3, column: 7 }))
  })
})
