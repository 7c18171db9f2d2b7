import { renderFile } from '../../render/slidev/index.ts'
import { deckProblems } from '../deck-problems.ts'
import { unlessBroken } from '../unless-broken.ts'
import { madeOf, type WorkshopOutput } from '../workshop-output.ts'

/** The slides as a PDF, to show full-screen where nothing may be installed. */
export const workshopDeck: WorkshopOutput = (workshop, job) => [
  {
    name: 'deck.pdf',
    from: [workshop.deck],
    async make() {
      const printed = await job.prints.print(workshop)
      return madeOf(printed.pdf, deckProblems(workshop.deck, printed))
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
