import { writePdf } from '../../export/pdf/index.ts'
import { papers } from '../../model/worksheet.ts'
import { planGuide } from '../../plan/workshop/guide.ts'
import { deckFile, layoutGuide } from '../../render/guide/index.ts'
import { slideText } from '../../render/slide-text.ts'
import { deckProblems } from '../deck-problems.ts'
import { logoPages } from '../workshop-logo.ts'
import { madeOf, type WorkshopOutput } from '../workshop-output.ts'

/** What the trainer leads the workshop from, with the slides of its deck as pictures. */
export const workshopGuide: WorkshopOutput = (workshop, job) => {
  const { plan, deck } = workshop
  const { lang, paper } = plan.workshop
  const guide = planGuide(plan, deck, slideText)
  return [{
    name: 'facilitator-guide.pdf',
    from: [guide, deck, paper],
    async make() {
      const printed = await job.prints.print(workshop)
      // Whoever makes the deck itself reports its problems.
      if (deckProblems(deck, printed).some(({ severity }) => severity === 'error')) return { diagnostics: [] }
      const { title, pages, outline } = layoutGuide(guide, papers[paper], job.fonts.metrics, job.hyphenate(lang))
      const embedded = { [deckFile]: printed.pdf, ...(await logoPages(plan.logo)) }
      return madeOf(await writePdf({ title, lang, pages, outline, embedded, sides: 'long-edge' }, job.fonts))
    },
  }]
}
