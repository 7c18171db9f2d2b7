import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Exporter, Job, Product } from '../exporter.ts'
import { keyOf } from '../fingerprint.ts'
import type { PlannedWorkshop } from '../planned-workshop.ts'
import { once, type WorkshopOutput, type WorkshopProduct } from '../workshop-output.ts'
import { workshopCalendar } from './workshop-calendar.ts'
import { workshopDeck, workshopFile } from './workshop-deck.ts'
import { workshopGuide } from './workshop-guide.ts'
import { workshopIndex, workshopKit } from './workshop-kit.ts'
import { workshopPackets } from './workshop-packets.ts'
import { workshopSheets, workshopWorkbook } from './workshop-sheets.ts'

/** Every kind of file that a workshop has; index and kit hold those before them, packets are for the participants alone. */
const outputs: readonly WorkshopOutput[] = [workshopFile, workshopDeck, workshopWorkbook, workshopGuide, workshopCalendar, workshopSheets, workshopIndex, workshopKit, workshopPackets]

const known = new WeakMap<PlannedWorkshop, readonly WorkshopProduct[]>()

/** A workshop's files, none of which is made twice. */
function filesOf(workshop: PlannedWorkshop, job: Job): readonly WorkshopProduct[] {
  const made = known.get(workshop) ?? outputs.reduce<readonly WorkshopProduct[]>((before, output) => [...before, ...output(workshop, job, before).map((file) => ({ ...file, make: once(file.make) }))], [])
  known.set(workshop, made)
  return made
}

const pathOf = (workshop: PlannedWorkshop, { name }: WorkshopProduct): string => `workshops/${workshop.id}/${name}`

/** All files of each workshop, in a folder of its own. */
export const workshops: Exporter = {
  name: 'workshops',
  folder: 'out',
  ofMany: true,
  products: (job) =>
    job.workshops.flatMap((workshop) =>
      filesOf(workshop, job).map((file): Product => ({ path: pathOf(workshop, file), key: keyOf(job.fingerprint, job.fonts.key, file.name, ...file.from) })),
    ),
  async make(wanted, job, deliver) {
    const products = new Map(wanted.map((product) => [product.path, product]))
    const found: Diagnostic[] = []
    for (const workshop of job.workshops) {
      const files = filesOf(workshop, job).flatMap((file) => {
        const product = products.get(pathOf(workshop, file))
        return product ? [{ file, product }] : []
      })
      const made = await Promise.all(files.map(async ({ file, product }) => ({ product, ...(await file.make()) })))
      const problems = made.flatMap(({ diagnostics }) => diagnostics)
      found.push(...problems)
      // A workshop is handed out whole or not at all.
      if (problems.some(({ severity }) => severity === 'error')) continue
      for (const { product, content } of made) if (content !== undefined) await deliver(product, content)
    }
    return found
  },
}
