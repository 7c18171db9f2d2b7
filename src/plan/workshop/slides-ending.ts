import { boxes } from '../boxes.ts'
import { breakable, divide, textHeight } from '../fit.ts'
import { paragraph } from '../notes.ts'
import { fitStack, type Line } from '../section-plan.ts'
import { clock, shortDate } from './dates.ts'
import { placeIn, type DayDraft, type SlideContext } from './day.ts'
import { mosaicOf } from './mosaic.ts'

/** A place for questions that have no time now. */
export function parkingSlide({ plan, ruler, report }: SlideContext): DayDraft {
  const { workshop, words, agenda } = plan
  const { heading, text, height } = boxes['parking-lot']
  const closing = agenda.entries.findLast(({ kind }) => kind === 'closing')?.from ?? agenda.end
  const below = words.workshop.parkingText(clock(closing, words))
  const lines: Line[] = [{ text: words.workshop.parking, box: heading, sized: true }, { text: below, box: text }]
  const fitted = fitStack(lines, height, { ruler }, placeIn(workshop, 'closing'), report)
  return {
    kind: 'parking-lot', title: words.workshop.parking, accent: 'fjord', heading: fitted.text, size: fitted.size, text: below,
    notes: [paragraph(words.workshop.notes.parking)], place: placeIn(workshop, 'closing'),
  }
}

/** Thanks, and the days for which something was promised; on as many slides as those need. */
export function closingSlides({ plan, ruler, report }: SlideContext): DayDraft[] {
  const { workshop, words, followUps } = plan
  const { heading, text, title, height } = boxes['workshop-closing']
  const place = placeIn(workshop, 'closing')
  const lines: Line[] = [{ text: words.workshop.thanks, box: heading, sized: true }, { text: words.workshop.reminders, box: text }]
  const { size, text: shown } = fitStack(lines, height, { ruler }, place, report)
  const days = [...new Set(followUps.map(({ date }) => date))]
  const rows = days.map((date) => {
    const about = new Set(followUps.filter((one) => one.date === date).map((one) => one.about))
    return { date: shortDate(date, words, workshop.date.slice(0, 4)), title: breakable([...about].join(', '), title, title.sizes[0], ruler) }
  })
  const used = lines.reduce((sum, { text: line = '', box, sized }) => sum + box.before + textHeight(line, box, sized ? size : (box.sizes[0] ?? 24), ruler), 0)
  const rowAt = (row: (typeof rows)[number]): number => title.before + textHeight(row.title, title, title.sizes[0], ruler)
  return divide(rows, height - used - 20, rowAt, 0).map((part, index) => ({
    kind: 'workshop-closing' as const, title: index === 0 ? words.workshop.closing : words.storyContinued(words.workshop.closing), accent: 'ink' as const,
    heading: shown, size, text: words.workshop.reminders, rows: part, mosaic: mosaicOf(plan.parts),
    notes: index === 0 ? [paragraph(words.workshop.notes.closing), paragraph(words.workshop.notes.sendCalendar)] : [],
    place,
  }))
}
