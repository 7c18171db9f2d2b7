import { beforeAll, describe, expect, it } from 'vitest'
import type { SharedAnswer } from '../../src/model/shared-answer.ts'
import type { Fonts } from '../../src/model/font.ts'
import { boxes } from '../../src/plan/boxes.ts'
import { derivedScene } from '../../src/plan/derived-scene.ts'
import { textHeight } from '../../src/plan/fit.ts'
import { planSummary } from '../../src/plan/summary.ts'
import { hyphenator } from '../../src/typography/hyphenate.ts'
import { wordsFor } from '../../src/words/index.ts'
import { fonts as prepared } from '../export/pdf/kit.ts'

let fonts: Fonts
beforeAll(async () => void (fonts = (await prepared()).metrics))

const plan = (...shared: readonly SharedAnswer[]) =>
  planSummary({
    slug: 'prov-svar', title: 'Lyssnarprovet', lang: 'sv', accent: 'pine', scene: derivedScene('prov'), shared,
    words: wordsFor('sv'), ruler: { fonts, hyphenate: hyphenator('sv') }, place: { path: 'a.pdf', line: 1, column: 1 },
  })

const bars = (count: number): SharedAnswer => ({
  type: 'bars', question: 'Hur lyssnar du? Jag låter kunden tala till punkt även när jag vet svaret', people: 12,
  bars: Array.from({ length: count }, (_, index) => ({ label: `Svar ${index + 1}`, share: index / count, figure: index + 0.5, isAverage: true })),
})

describe('slides with what a room answered', () => {
  it('begin with a cover and have a slide for each question', () => {
    const { section, diagnostics } = plan(bars(5), { type: 'texts', question: 'En sak', people: 5, texts: ['Lyssnar.', 'Frågar.'] })
    expect(diagnostics).toEqual([])
    expect(section.slides.map(({ kind, page }) => [kind, page])).toEqual([['cover', undefined], ['bars', 2], ['answers', 3]])
    expect(section.slides[1]).toMatchObject({ kicker: '12 svar, i medeltal', bars: [{ figure: '0,5' }, {}, {}, {}, {}] })
    expect(section.slides[2]).toMatchObject({ kicker: '5 svar', texts: ['Lyssnar.', 'Frågar.'] })
  })

  it('go on on further slides when there are many, and none is over-full', () => {
    const texts = Array.from({ length: 40 }, (_, index) => `${index + 1}: ${'Jag frågar en gång till innan jag visar något. '.repeat(1 + (index % 4))}`.trim())
    const { section } = plan(bars(24), { type: 'texts', question: 'Vad gör du annorlunda på nästa möte?', people: 40, texts })
    const shown = section.slides.flatMap((slide) => (slide.kind === 'answers' ? slide.texts : []))
    expect(shown.map((text) => text.replaceAll('\u00ad', ''))).toEqual(texts)
    for (const slide of section.slides) {
      if (slide.kind !== 'answers') continue
      const { item, heading, kicker, height } = boxes.answers
      const ruler = { fonts, hyphenate: hyphenator('sv') }
      const used = kicker.sizes[0] * kicker.lineHeight + heading.before + textHeight(slide.heading, heading, slide.headingSize, ruler) + item.before
      const list = slide.texts.reduce((sum, text) => sum + textHeight(text, item, slide.size, ruler) + item.gap, -item.gap)
      expect(used + list).toBeLessThanOrEqual(height)
      expect(slide.size).toBeGreaterThanOrEqual(24)
    }
    expect(section.slides.filter(({ kind }) => kind === 'bars').length).toBeGreaterThan(1)
  })

  it('keep the steps between two opposites on one slide, under a smaller question where they need the room', () => {
    const steps = ['Nytt grepp för varje kund', '2', '3', '4', '5', '6', 'Samma grepp varje gång']
    const { section } = plan({ type: 'bars', question: 'Planen: Jag: Nytt grepp för varje kund – Samma grepp varje gång', people: 5, bars: steps.map((label) => ({ label, share: 1, figure: 1, isAverage: false })) })
    expect(section.slides.map(({ kind }) => kind)).toEqual(['cover', 'bars'])
  })

  it('leave out an answer that no slide holds, and say so', () => {
    const { section, diagnostics } = plan({ type: 'texts', question: 'En sak', people: 5, texts: ['Kort.', 'Lång. '.repeat(400)] })
    expect(diagnostics).toMatchObject([{ code: 'too-long' }])
    expect(section.slides.at(-1)).toMatchObject({ kind: 'answers', texts: ['Kort.'] })
  })
})
