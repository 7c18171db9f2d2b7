import { papers } from '../../model/worksheet.ts'
import { printOf } from '../options.ts'
import { workbookPackets } from '../packet-sources.ts'
import { everybodyPdf, packetName, personPdf } from '../packets.ts'
import { workshopBook } from '../workshop-book.ts'
import { logoPages } from '../workshop-logo.ts'
import { madeOf, type WorkshopOutput } from '../workshop-output.ts'

/** A workbook for everybody on the workshop's list, with their name on it, and one file to print them all. */
export const workshopPackets: WorkshopOutput = (workshop, job) => {
  const { people } = workshop
  if (people.length === 0) return []
  const { date, paper } = workshop.plan.workshop
  const book = workshopBook(workshop)
  const print = { paper: papers[paper], mono: printOf(job.options).mono }
  const source = async () => workbookPackets(book, { print, date }, job.fonts, await logoPages(book.logo))
  return [
    ...people.map((person, index) => ({
      name: `packets/${packetName(person, index, people.length)}`,
      from: [book, print, person],
      make: async () => madeOf(await personPdf(await source(), person, print, job.fonts)),
    })),
    { name: 'packets/alla.pdf', from: [book, print, people], make: async () => madeOf(await everybodyPdf(await source(), people, print, false, job.fonts)) },
  ]
}
