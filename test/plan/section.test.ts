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
    expect(kinds(plan(full, exercise))).toEqual(['cover', 'beats', 'image', 'table', 'quote', 'idea', 'questions', 'exercise', 'steps', 'debrief', 'closing'])
  })

  it('is exactly this', async () => {
    const { section, worksheet } = plan(full, exercise)
    await expect(`${JSON.stringify({ section, worksheet }, null, 1)}\n`).toMatchFileSnapshot('../fixtures/section/stanna-upp.json')
  })

  it('carries the whole post in the notes of its story, in order', () => {
    const story = plan(full, exercise).section.slides.find(({ kind }) => kind === 'beats')
    expect(notesOf(story?.notes ?? [])).toBe('Hela inlägget\nFörsta stycket.\n(image)\n(table)\nSista stycket.')
  })

  it('spends exactly the minutes it has', () => {
    const { section } = plan(full, exercise)
    expect(section.slides.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)).toBe(30)
    expect(section.slides.find(({ kind }) => kind === 'steps')?.minutes).toBe(15)
  })

  it('is usable for a post with nothing but a title and a text', () => {
    const bare = plan('---\ntitle: Tåget\n---\nJag satt på tåget till Kiruna. Vad gjorde jag där?\n\nDet visste jag inte förrän jag klev av.')
    expect(kinds(bare)).toEqual(['cover', 'beats', 'idea', 'questions', 'exercise', 'steps', 'debrief', 'closing'])
    expect(bare.worksheet).toMatchObject({ title: 'Eftertanke', blocks: [{ kind: 'lines', prompt: 'Vad gjorde jag där?' }, { kind: 'promise' }] })
  })
})

describe('long texts', () => {
  const story = (beats: readonly string[]): string => `---\ntitle: A\nstory: ${JSON.stringify(beats)}\n---\nText.`

  it('are set smaller before they are split, and never lost', () => {
    const six = Array.from({ length: 6 }, (_, index) => `Beat ${index + 1} berättar något som tar lite drygt en rad av bildens bredd i anspråk.`)
    const beats = plan(story(six)).section.slides.filter((slide) => slide.kind === 'beats')
    expect(beats.length).toBeGreaterThan(1)
    expect(beats.flatMap((slide) => slide.beats)).toEqual(six)
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

  it('that no size holds are reported where they stand', () => {
    const { diagnostics } = plan(`---\ntitle: A\nidea: ${'Detta är en alldeles för lång tanke. '.repeat(30)}\n---\nText.`)
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'too-long', severity: 'warning', line: 3, column: 7 }))
  })
})
