import { renderCalendar } from '../../export/ics/index.ts'
import { longDate } from '../../plan/workshop/dates.ts'
import { slugFor } from '../../render/new-post.ts'
import { madeOf, type WorkshopOutput } from '../workshop-output.ts'

/** What the exercises promise for later, to be sent to everybody afterwards. */
export const workshopCalendar: WorkshopOutput = ({ id, plan }) => {
  const { workshop, words, followUps } = plan
  const source = words.workshop.calendarFrom(workshop.title, longDate(workshop.date, words))
  // The same workshop for two clients, or on two days, is not the same entry.
  const scope = [id, slugFor(workshop.client ?? ''), workshop.date].filter((part) => part !== '').join('-')
  const calendar = {
    title: words.workshop.calendar(workshop.title),
    date: workshop.date,
    zone: workshop.zone,
    entries: followUps.map((one) => ({ id: `${scope}-${one.id}`, date: one.date, title: one.title, text: `${one.text}\n\n${source}` })),
  }
  return [{ name: 'follow-up.ics', from: [calendar], make: () => Promise.resolve(madeOf(renderCalendar(calendar))) }]
}
