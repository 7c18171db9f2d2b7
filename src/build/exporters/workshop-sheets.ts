import { writePdf } from '../../export/pdf/index.ts'
import { papers } from '../../model/worksheet.ts'
import { inkSaving } from '../../render/sheet/mono.ts'
import { layoutWorkbook } from '../../render/sheet/workbook.ts'
import { layoutWorksheet } from '../../render/sheet/worksheet.ts'
import { formOf } from '../form.ts'
import { printOf } from '../options.ts'
import { workshopBook } from '../workshop-book.ts'
import { logoPages } from '../workshop-logo.ts'
import { madeOf, type WorkshopOutput } from '../workshop-output.ts'

/** All sheets in one book with the client on its cover, for printing on both sides and for filling in on screen. */
export const workshopWorkbook: WorkshopOutput = (workshop, job) => {
  const { mono } = printOf(job.options)
  const { lang, paper, title } = workshop.plan.workshop
  const book = workshopBook(workshop)
  return [{
    name: 'workbook.pdf',
    from: [book, paper, mono],
    async make() {
      const laid = layoutWorkbook(book, papers[paper], job.fonts.metrics, job.hyphenate(lang))
      const pages = mono ? laid.pages.map(inkSaving) : laid.pages
      const forms = workshop.worksheets.map((worksheet) => formOf(worksheet, true))
      const embedded = await logoPages(workshop.plan.logo)
      const document = { title: `${title} – ${workshop.plan.words.workbook}`, lang, pages, outline: laid.outline, forms, embedded, sides: 'long-edge' as const }
      return madeOf(await writePdf(document, job.fonts), laid.diagnostics)
    },
  }]
}

/** The sheets one by one, for whoever needs another copy. */
export const workshopSheets: WorkshopOutput = ({ plan, worksheets }, job) => {
  const { mono } = printOf(job.options)
  const { paper } = plan.workshop
  return worksheets.map((worksheet) => ({
    name: `worksheets/${worksheet.id}.pdf`,
    from: [worksheet, paper, mono],
    async make() {
      const { pages, diagnostics } = layoutWorksheet(worksheet, papers[paper], job.fonts.metrics, job.hyphenate(worksheet.lang))
      const document = { title: `${worksheet.title} – ${plan.workshop.title}`, lang: worksheet.lang, pages: mono ? pages.map(inkSaving) : pages, forms: [formOf(worksheet)] }
      return madeOf(await writePdf(document, job.fonts), diagnostics)
    },
  }))
}
