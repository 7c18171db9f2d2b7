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

/** Every layout in these accents, a section each. */
export const everyLayout = (...accents: readonly Accent[]): Deck => ({ id: 'prov', title: 'Prov', lang: 'sv', sections: accents.map(everyKind) })
