import { clock, dateLine } from '../plan/workshop/dates.ts'
import type { Workbook } from '../render/sheet/workbook.ts'
import type { PlannedWorkshop } from './planned-workshop.ts'

/** What the workbook of a workshop holds; the packets of its participants are the same book. */
export function workshopBook({ plan, worksheets }: PlannedWorkshop): Workbook {
  const { workshop, words, agenda, logo } = plan
  const times = words.workshop.timeAndPlace(clock(agenda.start, words), clock(agenda.end, words), workshop.place)
  return {
    title: workshop.title,
    lang: workshop.lang,
    worksheets,
    facts: [...(workshop.client ? [words.workshop.book.for(workshop.client)] : []), `${dateLine(workshop.date, words)}, ${times}`],
    duplex: true,
    ...(logo ? { logo } : {}),
  }
}
