import { webFonts } from '../../export/fonts/index.ts'
import { zipFiles } from '../../export/zip/index.ts'
import { clock, dateLine } from '../../plan/workshop/dates.ts'
import { renderKit, type Kit, type KitFile } from '../../render/kit.ts'
import type { PlannedWorkshop } from '../planned-workshop.ts'
import { madeOf, type WorkshopOutput } from '../workshop-output.ts'

/** The page in front of a workshop's files. */
export const workshopIndex: WorkshopOutput = (workshop, _job, before) => {
  const kit = { ...kitOf(workshop), files: filesOf(before.map(({ name }) => name), workshop) }
  return [{
    name: 'index.html',
    from: [kit],
    async make() {
      const fonts = await webFonts(renderKit({ ...kit, fonts: [] }))
      return madeOf(renderKit({ ...kit, fonts }))
    },
  }]
}

/** Everything for the USB stick, its front page first. */
export const workshopKit: WorkshopOutput = ({ plan }, _job, before) => [{
  name: 'kit.zip',
  from: before.flatMap(({ name, from }) => [name, from]),
  async make() {
    const made = await Promise.all(before.map(({ make }) => make()))
    // A kit that lacks something is no kit; whoever makes that file says why.
    if (made.some(({ content }) => content === undefined)) return { diagnostics: [] }
    const files = before.map(({ name }, index) => [name, made[index]?.content ?? ''] as const)
    const inFront = [...files.filter(([name]) => name === 'index.html'), ...files.filter(([name]) => name !== 'index.html')]
    return madeOf(zipFiles(Object.fromEntries(inFront), plan.workshop.date))
  },
}]

function kitOf({ plan }: PlannedWorkshop): Omit<Kit, 'files' | 'fonts'> {
  const { workshop, words, agenda, parts, logo } = plan
  return {
    lang: workshop.lang,
    title: workshop.title,
    ...(workshop.client ? { client: workshop.client } : {}),
    facts: [
      dateLine(workshop.date, words),
      words.workshop.timeAndPlace(clock(agenda.start, words), clock(agenda.end, words), workshop.place),
      ...(workshop.trainer ? [words.workshop.ledBy(workshop.trainer)] : []),
    ],
    ...(logo ? { logo } : {}),
    agenda: agenda.entries.filter(({ kind }) => kind !== 'reserve').map(({ from, title, kind }) => ({ time: clock(from, words), title, isSection: kind === 'section' })),
    scenes: parts.map(({ scene }) => scene),
    words,
  }
}

/** The files as links with what they are for. */
function filesOf(names: readonly string[], { plan, worksheets }: PlannedWorkshop): KitFile[] {
  const { kit } = plan.words.workshop
  const about: Readonly<Record<string, string>> = {
    'deck.html': kit.html, 'deck.pdf': kit.deck, 'workbook.pdf': kit.workbook, 'facilitator-guide.pdf': kit.guide, 'follow-up.ics': kit.calendar,
  }
  return names.flatMap((name): KitFile[] => {
    const text = about[name]
    if (text !== undefined) return [{ name, text, kind: 'main' }]
    const sheet = worksheets.find(({ id }) => name === `worksheets/${id}.pdf`)
    return sheet ? [{ name, text: sheet.title, kind: 'sheet' }] : []
  })
}
