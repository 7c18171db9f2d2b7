import { expect, it } from 'vitest'
import { slideText } from '../../src/render/slide-text.ts'
import { sampleDeck } from './slidev/sample-deck.ts'

it('says each line of a slide as a sentence, in reading order', () => {
  const slides = sampleDeck('X').sections.flatMap((section) => section.slides)
  expect(slides.map((slide) => [slide.kind, slideText(slide)])).toMatchInlineSnapshot(`
    [
      [
        "cover",
        "En serie · dag 12. Stanna upp. Den som alltid är på väg missar det som passerar.",
      ],
      [
        "beats",
        "Jägaren och säljaren. 1 Jägaren väljer sitt pass. 2 Sedan sitter han still. 3 Vem ser viltet?",
      ],
      [
        "idea",
        "Bråttom är ibland det långsammaste sättet att komma fram.",
      ],
      [
        "quote",
        "Ibland är det klokaste draget att stå alldeles still. En vän, på en promenad.",
      ],
      [
        "questions",
        "Att fundera på. När satt du senast still en hel timme? Vilken affär såg du för sent?",
      ],
      [
        "exercise",
        "Övning · 15 minuter. STOPP. Ta en affär som rusar just nu. Att välja i stället för att rusa.",
      ],
      [
        "steps",
        "STOPP. Övning · 15 minuter. S Stanna. vad vet du, vad tror du? 3 min, ensam. T Tänk. vad vet du, vad tror du? 3 min, ensam. O Orientera. vad vet du, vad tror du? 3 min, ensam. P Planera. vad vet du, vad tror du? 3 min, ensam. P Prioritera. vad vet du, vad tror du? 3 min, ensam.",
      ],
      [
        "debrief",
        "Samtal. Vad såg du? Vad stannade kvar? Vad stryker du?",
      ],
      [
        "table",
        "Dimensioner. Land, Värde. Sverige, 31.",
      ],
      [
        "closing",
        "Ta med dig. Stanna först. Välj sedan. God jakt! Efter en text.",
      ],
    ]
  `)
})
