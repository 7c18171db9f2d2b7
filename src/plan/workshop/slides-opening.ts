import { boxes } from '../boxes.ts'
import { breakable, divide, textHeight } from '../fit.ts'
import { labelled, paragraph } from '../notes.ts'
import { fitStack, oneLineSize, type Line } from '../section-plan.ts'
import { clock, dateLine } from './dates.ts'
import { placeIn, type DayDraft, type SlideContext } from './day.ts'
import { mosaicOf } from './mosaic.ts'
import { shortTexts } from './texts.ts'

/** The first slide: what, for whom, when, with whom. */
export function titleSlide({ plan, ruler, report }: SlideContext): DayDraft {
  const { workshop, words, logo } = plan
  const box = boxes['workshop-title']
  const facts = [
    dateLine(workshop.date, words),
    words.workshop.timeAndPlace(clock(workshop.start, words), clock(workshop.end, words), workshop.place),
    ...(workshop.trainer ? [words.workshop.ledBy(workshop.trainer)] : []),
  ]
  const lines: Line[] = [
    { text: workshop.client, box: box.kicker, place: placeIn(workshop, 'client') },
    { text: workshop.title, box: box.heading, sized: true },
    ...facts.map((text, index): Line => ({ text, box: index === 0 ? box.firstFact : box.fact, place: placeIn(workshop, 'place') })),
  ]
  const { size, text } = fitStack(lines, box.height - (logo ? box.logo : 0), { ruler }, placeIn(workshop, 'title'), report)
  return {
    kind: 'workshop-title', title: workshop.title, accent: 'ink', heading: text, size,
    ...(workshop.client ? { kicker: breakable(workshop.client, box.kicker, box.kicker.sizes[0], ruler) } : {}),
    facts: facts.map((fact) => breakable(fact, box.fact, box.fact.sizes[0], ruler)),
    ...(logo ? { logo: { src: logo.src, alt: logo.alt, width: logo.width, height: logo.height } } : {}),
    mosaic: mosaicOf(plan.parts), notes: [paragraph(words.workshop.notes.atTheDoor)], place: placeIn(workshop, 'title'),
  }
}

/** What happens when, on as few slides as hold it; time in reserve is the trainer's own affair. */
export function agendaSlides({ plan, ruler }: SlideContext): DayDraft[] {
  const { workshop, words, agenda, parts } = plan
  const { heading, title, height, rowHeight } = boxes.agenda
  const rows = agenda.entries.filter(({ kind }) => kind !== 'reserve').map((entry) => {
    const scene = parts.find(({ slug }) => slug === entry.slug)?.scene
    return {
      time: clock(entry.from, words), title: breakable(entry.title, title, title.sizes[0], ruler),
      minutesLabel: words.minutes(entry.minutes), ...(scene ? { scene } : {}),
    }
  })
  const room = height - heading.before - heading.sizes[0] * heading.lineHeight - 24 * 1.25
  const rowAt = (row: (typeof rows)[number]): number => Math.max(rowHeight, title.before + textHeight(row.title, title, title.sizes[0], ruler))
  const name = words.workshop.agenda
  return divide(rows, room, rowAt, 0).map((part, index) => {
    const shown = index === 0 ? name : words.storyContinued(name)
    return {
      kind: 'agenda' as const, title: shown, heading: shown, size: oneLineSize(shown, heading, { ruler }), accent: 'ink' as const,
      kicker: words.workshop.agendaKicker(clock(agenda.start, words), clock(agenda.end, words)), rows: part,
      notes: index === 0 ? [paragraph(words.workshop.notes.agenda), ...labelled(words.workshop.notes.short(plan.short.minutes), shortTexts(plan))] : [],
      place: placeIn(workshop, 'sections'),
    }
  })
}
