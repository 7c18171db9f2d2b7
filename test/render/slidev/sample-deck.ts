import type { Deck, Section, Slide } from '../../../src/model/slide.ts'
import type { Scene } from '../../../src/model/scene.ts'
import type { Block } from '../../../src/model/text.ts'

export const scene: Scene = {
  name: 'prov',
  ground: '#8e1f16',
  crop: { x: 560, y: 60, width: 380, height: 380 },
  shapes: [
    { d: 'M 0 430 C 300 380 600 470 980 410 L 980 552 L 0 552 Z', fill: '#671109' },
    { d: 'M 640 400 L 700 160 L 760 400 Z', fill: '#0e4f4b' },
    { d: 'M 780 200 C 780 150 870 150 870 200 C 870 250 780 250 780 200 Z', fill: '#f2b233' },
  ],
}

export const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ type: 'text', text }] })

const base = (title: string, page?: number) => ({
  title,
  lang: 'sv' as const,
  accent: 'lingon' as const,
  foot: 'Provavsnitt',
  notes: [paragraph(`Anteckning till ${title}.`)],
  minutes: 2,
  place: { path: 'content/posts/prov.md', line: 1, column: 1 },
  ...(page === undefined ? {} : { page }),
})

/** A section with every kind of slide but the image, each text marked with `mark`. */
export function sampleSection(slug: string, mark = ''): Section {
  const slides: Slide[] = [
    { ...base(`Stanna upp${mark}`), kind: 'cover', kicker: 'En serie · dag 12', heading: `Stanna upp${mark}`, size: 84, idea: 'Den som alltid är på väg missar det som passerar.', scene },
    { ...base('Jägaren', 2), kind: 'beats', heading: 'Jägaren och säljaren', size: 46, start: 1, beats: ['Jägaren väljer sitt pass.', 'Sedan sitter han still.', 'Vem ser viltet?'] },
    { ...base('Tanken', 3), kind: 'idea', text: 'Bråttom är ibland det långsammaste sättet att komma fram.', size: 64, scene },
    { ...base('Citat', 4), kind: 'quote', text: 'Ibland är det klokaste draget att stå alldeles still.', size: 54, by: 'En vän, på en promenad' },
    { ...base('Frågor', 5), kind: 'questions', heading: 'Att fundera på', size: 46, questions: ['När satt du senast still en hel timme?', 'Vilken affär såg du för sent?'] },
    { ...base('Övning', 6), kind: 'exercise', kicker: 'Övning · 15 minuter', heading: 'STOPP', size: 58, invitation: 'Ta en affär som rusar just nu.', purpose: 'Att välja i stället för att rusa.', scene },
    {
      ...base('Steg', 7), kind: 'steps', kicker: 'Övning · 15 minuter', heading: 'STOPP',
      steps: ['Stanna', 'Tänk', 'Orientera', 'Planera', 'Prioritera'].map((title) => ({
        letter: title.slice(0, 1), title, text: 'vad vet du, vad tror du?', mode: 'alone', modeLabel: 'ensam', minutesLabel: '3 min',
      })),
    },
    { ...base('Samtal', 8), kind: 'debrief', kicker: 'Samtal', heading: 'Vad såg du?', size: 50, questions: ['Vad stannade kvar?', 'Vad stryker du?'] },
    {
      ...base('Tabell', 9), kind: 'table', heading: 'Dimensioner', size: 46,
      header: [[{ type: 'text', text: 'Land' }], [{ type: 'text', text: 'Värde' }]],
      rows: [[[{ type: 'text', text: 'Sverige' }], [{ type: 'text', text: '31' }]]],
    },
    { ...base('Slut', 10), kind: 'closing', heading: 'Ta med dig', size: 50, takeaways: ['Stanna först.', 'Välj sedan.'], signoff: 'God jakt!', credit: 'Efter en text', scene },
  ]
  return { slug, title: `Stanna upp${mark}`, lang: 'sv', minutes: 45, slides }
}

/** A deck of sections named by their slugs. */
export function sampleDeck(id: string, ...slugs: readonly string[]): Deck {
  const names = slugs.length === 0 ? [id] : slugs
  return { id, title: 'Stanna upp', lang: 'sv', sections: names.map((slug) => sampleSection(slug)) }
}
