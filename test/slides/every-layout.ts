import type { Accent } from '../../src/model/scene.ts'
import type { Deck, Section, Slide } from '../../src/model/slide.ts'
import { sampleSection } from '../render/slidev/sample-deck.ts'

const picture =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="400" height="300"%3E%3Crect width="400" height="300" fill="%230e4f4b"/%3E%3Ccircle cx="200" cy="150" r="90" fill="%23f2b233"/%3E%3C/svg%3E'

/** A section with a slide for each layout that a post's section has. */
function everyKind(accent: Accent): Section {
  const section = sampleSection(accent)
  const model = section.slides[1]!
  const base = { lang: model.lang, accent, foot: model.foot, notes: [], place: model.place }
  const more: Slide[] = [
    { ...base, kind: 'image', title: 'Bild', page: 11, src: picture, alt: 'En gul rund skiva på grönt' },
    {
      ...base, kind: 'countdown', title: 'Steg 3 av 5: Orientera', page: 12, kicker: 'Steg 3 av 5', heading: 'Orientera', size: 72, text: 'Berätta för grannen, som bara får ställa frågor.', textSize: 34,
      mode: 'pairs', modeLabel: 'två och två', seconds: 750, signs: ['S', 'T', 'O', 'P', 'P'], current: 2, overLabel: 'över tiden', minutes: 12.5,
    },
  ]
  return { ...section, slides: [...section.slides.map((slide) => ({ ...slide, accent })), ...more] }
}

/** A section with the slides of a workshop's day, in the accents they always have, and of what came back from the room. */
function dayKinds(accent: Accent): Section {
  const { slides: [cover, model] } = sampleSection(accent)
  if (cover?.kind !== 'cover' || !model) throw new Error('The sample begins otherwise')
  const { scene } = cover
  const base = { lang: model.lang, accent, foot: model.foot, page: 2, notes: [], place: model.place, size: 54 }
  const mosaic = [[scene, scene], [scene, scene]]
  const slides: Slide[] = [
    { ...base, accent: 'ink', kind: 'workshop-title', title: 'En dag', kicker: 'Norrlands Trä', heading: 'Sälja som folk', facts: ['12 december 2027', '9.00–16.00', 'Arvidsjaur'], mosaic },
    {
      ...base, accent: 'ink', kind: 'agenda', title: 'Dagen', heading: 'Dagen', kicker: '9.00–12.00',
      rows: [{ time: '9.00', title: 'Stanna upp', minutesLabel: '35 min', scene }, { time: '9.35', title: 'Fika', minutesLabel: '20 min' }, { time: '9.55', title: 'Ett skratt i timmen', minutesLabel: '33 min', scene }],
    },
    {
      ...base, kind: 'divider', title: 'Stanna upp', number: 2, kicker: '9.35–10.10', heading: 'Stanna upp', text: 'Sitt still en stund, så vågar sig viltet fram.',
      day: [{ minutes: 35, state: 'past', isBreak: false }, { minutes: 35, state: 'now', isBreak: false }, { minutes: 20, state: 'ahead', isBreak: true }],
    },
    { ...base, accent: 'sun', kind: 'break', title: 'Fika', kicker: 'Fika, 20 minuter', heading: 'Tillbaka', back: '10.30', scene: { ...scene, ground: '#f2b233', shapes: scene.shapes.slice(1, 2) } },
    { ...base, accent: 'fjord', kind: 'parking-lot', title: 'Till senare', heading: 'Till senare', text: 'Frågor som inte hinns med nu får stå här.' },
    { ...base, accent: 'ink', kind: 'workshop-closing', title: 'Slut', heading: 'Tack för i dag', text: 'Det här hände inte bara här.', rows: [{ date: '26 december', title: 'STOPP' }], mosaic },
    { ...base, kind: 'answers', title: 'Svar', kicker: 'STOPP', heading: 'Vad stryker du?', headingSize: 44, size: 30, texts: ['Måndagsmötet.', 'Rapporten som ingen läser.'] },
    {
      ...base, kind: 'bars', title: 'Svar', kicker: 'Betyg i närvaro', heading: 'Vilket betyg gav du dig?', size: 44, labelSize: 30,
      bars: [{ label: 'Godkänt', share: 0.8, figure: '8' }, { label: 'Inte än', share: 0.3, figure: '3' }],
    },
  ]
  return { slug: `${accent}-dag`, title: 'En dag', lang: 'sv', minutes: 60, slides }
}

/** Every layout: those of a post's section in this accent, and those of a workshop's day. */
export const everyLayout = (accent: Accent): Deck => ({ id: 'prov', title: 'Prov', lang: 'sv', sections: [everyKind(accent), dayKinds(accent)] })
