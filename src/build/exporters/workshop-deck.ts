import type { PrintedDeck } from '../../export/deck/index.ts'
import { renderFile } from '../../render/slidev/index.ts'
import { deckProblems } from '../deck-problems.ts'
import type { Job } from '../exporter.ts'
import type { PlannedWorkshop } from '../planned-workshop.ts'
import { unlessBroken } from '../unless-broken.ts'
import { madeOf, type WorkshopOutput } from '../workshop-output.ts'

/** The slides as a PDF, to show full-screen where nothing may be installed. */
export const workshopDeck: WorkshopOutput = (workshop, job) => [
  {
    name: 'deck.pdf',
    from: [workshop.deck],
    async make() {
      const printed = await printWorkshop(workshop, job)
      return madeOf(printed.pdf, deckProblems(printed))
    },
  },
]

/** The slides as one page with the presenter's view, which opens by double-click. */
export const workshopFile: WorkshopOutput = (workshop, job) => {
  const { deck } = workshop
  return [{
    name: 'deck.html',
    from: [deck],
    async make() {
      const page = await unlessBroken(workshop, () => job.tools.filePage(job.say, deck))
      return page === undefined ? { diagnostics: [] } : madeOf(renderFile(page, deck))
    },
  }]
}

/** A workshop's deck, printed once however many files show it. */
export async function printWorkshop(workshop: PlannedWorkshop, job: Job): Promise<PrintedDeck> {
  for await (const { printed } of job.prints.of([workshop])) return printed
  throw new Error(`The deck of ${workshop.id} was not printed`)
}
