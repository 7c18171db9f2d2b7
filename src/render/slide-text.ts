import type { Slide } from '../model/slide.ts'
import { plainText } from '../model/text.ts'

/** All that the room reads on a slide, in reading order, without the running foot. */
export function slideLines(slide: Slide): string[] {
  return linesOf(slide).flatMap((line) => (line === undefined || line.trim() === '' ? [] : [line.replaceAll('\n', ' ')]))
}

/** A slide in words, for whoever hears it instead of seeing it: every line a sentence. */
export const slideText = (slide: Slide): string => slideLines(slide).map(asSentence).join(' ')

const asSentence = (line: string): string => {
  const text = line.replaceAll('\u00ad', '').trim()
  return /[.!?:;…,][”’»)"']*$/u.test(text) ? text : `${text}.`
}

function linesOf(slide: Slide): (string | undefined)[] {
  switch (slide.kind) {
    case 'cover':
      return [slide.kicker, slide.heading, slide.idea]
    case 'beats':
      return [slide.heading, ...slide.beats.map((beat, index) => `${slide.start + index} ${beat}`)]
    case 'quote':
      return [slide.text, slide.by]
    case 'idea':
      return [slide.text]
    case 'questions':
      return [slide.heading, ...slide.questions]
    case 'exercise':
      return [slide.kicker, slide.heading, slide.invitation, slide.purpose]
    case 'steps':
      return [
        slide.heading,
        slide.kicker,
        ...slide.steps.flatMap(({ letter, title, text, minutesLabel, modeLabel }) => [`${letter} ${title}`, text, `${minutesLabel}, ${modeLabel}`]),
      ]
    case 'countdown':
      return [slide.kicker, slide.heading, slide.text, slide.modeLabel, clockFigures(slide.seconds)]
    case 'debrief':
      return [slide.kicker, slide.heading, ...slide.questions]
    case 'closing':
      return [slide.heading, ...slide.takeaways, slide.postscript, slide.signoff, slide.credit]
    case 'image':
      return [slide.alt]
    case 'table':
      return [slide.heading, ...[slide.header, ...slide.rows].map((row) => row.map(plainText).join(', '))]
    case 'custom':
      return [slide.text]
    case 'workshop-title':
      return [slide.kicker, slide.heading, ...slide.facts, slide.logo?.alt]
    case 'agenda':
      return [slide.heading, slide.kicker, ...slide.rows.map(({ time, title, minutesLabel }) => `${time} ${title}, ${minutesLabel}`)]
    case 'divider':
      return [String(slide.number), slide.kicker, slide.heading, slide.text]
    case 'break':
      return [slide.kicker, slide.heading, slide.back]
    case 'bars':
      return [slide.kicker, slide.heading, ...slide.bars.map(({ label, figure }) => `${label}: ${figure}`)]
    case 'answers':
      return [slide.kicker, slide.heading, ...slide.texts]
    case 'parking-lot':
      return [slide.heading, slide.text]
    case 'workshop-closing':
      return [slide.heading, slide.text, ...slide.rows.map(({ date, title }) => `${date} ${title}`)]
  }
}

/** Seconds as a clock shows them: `6:00`. */
export const clockFigures = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
