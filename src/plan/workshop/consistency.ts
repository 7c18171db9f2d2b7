import { diagnostic, type Diagnostic, type Place } from '../../model/diagnostic.ts'
import type { Section, Slide } from '../../model/slide.ts'
import type { Worksheet } from '../../model/worksheet.ts'

type OfKind<K extends Slide['kind']> = Extract<Slide, { kind: K }>

/**
 * Compares what the room sees with what it writes on: every exercise on a slide has its sheet in the workbook, of the
 * same name, and steps of the same name and minutes; every sheet is used. A section that a trainer changed by hand may
 * have left its sheet behind.
 */
export function checkConsistency(sections: readonly Section[], worksheets: readonly Worksheet[], placeOf: (slug: string) => Place): Diagnostic[] {
  const found: Diagnostic[] = []
  const report = (slug: string, message: string): void => void found.push(diagnostic('not-consistent', placeOf(slug), message, 'slides and sheet come from the same exercise: build again, or take your own changes into the exercise'))
  for (const section of sections.filter(({ custom }) => custom !== undefined)) {
    for (const message of missingByHand(section, worksheets.find(({ id }) => id === section.slug))) report(section.slug, message)
  }
  for (const section of sections.filter(({ custom }) => custom === undefined)) {
    const opening = section.slides.find((slide): slide is OfKind<'exercise'> => slide.kind === 'exercise')
    const sheet = worksheets.find(({ id }) => id === section.slug)
    if (opening && !sheet) report(section.slug, `the slides of "${section.title}" lead through ${opening.title}, but the workbook has no sheet for it`)
    if (sheet && !opening) report(section.slug, `the workbook has the sheet ${sheet.title}, but no slide of "${section.title}" leads to it`)
    if (!opening || !sheet) continue
    if (bare(opening.title) !== bare(sheet.title)) report(section.slug, `the slides call the exercise ${opening.title}, but its sheet is called ${sheet.title}`)
    for (const message of differences(stepsOnSlides(section), stepsOnSheet(sheet))) report(section.slug, message)
  }
  for (const sheet of worksheets) {
    if (!sections.some(({ slug }) => slug === sheet.id)) report(sheet.id, `the workbook has the sheet ${sheet.title}, but no section uses it`)
  }
  return found
}

interface StepShown {
  readonly title: string
  /** As the room reads it, or as a number. */
  readonly minutes: string
}

function stepsOnSlides(section: Section): StepShown[] {
  return section.slides
    .filter((slide): slide is OfKind<'steps'> => slide.kind === 'steps')
    .flatMap(({ steps }) => steps.map(({ title, minutesLabel }) => ({ title: bare(title), minutes: figures(minutesLabel) })))
}

/** Only the steps with minutes are the exercise's own; others are the sheet's, such as three goals to write. */
function stepsOnSheet({ blocks }: Worksheet): StepShown[] {
  return blocks.flatMap((block) => (block.kind === 'steps' ? (block.items ?? []) : [])).flatMap(({ title, minutes }) =>
    (minutes === undefined ? [] : [{ title: bare(title), minutes: figures(String(minutes)) }]))
}

function differences(slides: readonly StepShown[], sheet: readonly StepShown[]): string[] {
  return sheet.flatMap(({ title, minutes }) => {
    const same = slides.filter((step) => step.title === title)
    if (same.length === 0) return [`the sheet has the step "${title}", which is on no slide`]
    if (same.some((step) => step.minutes === minutes)) return []
    return [`"${title}" takes ${minutes} minutes on the sheet, but ${same.map((step) => step.minutes).join(' or ')} on the slide`]
  })
}

/** Slides taken over by hand are known by their words alone: the sheet's name and steps must be among them. */
function missingByHand({ title, slides }: Section, sheet: Worksheet | undefined): string[] {
  if (!sheet) return []
  const words = slides.map((slide) => bare(slide.kind === 'custom' ? `${slide.title} ${slide.text}` : slide.title)).join(' ').toLowerCase()
  const names = [bare(sheet.title), ...stepsOnSheet(sheet).map((step) => step.title)]
  return names.filter((name) => !words.includes(name.toLowerCase())).map((name) => `the sheet has "${name}", which is on no slide of "${title}" as it was taken over by hand`)
}

const bare = (text: string): string => text.replace(/[\u00ad\u200b]/gu, '')
const figures = (text: string): string => /\d+(?:[.,]\d+)?/.exec(text)?.[0] ?? ''
