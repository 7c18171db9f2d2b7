import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Deck, Section, Slide } from '../../model/slide.ts'
import { boxes } from '../boxes.ts'
import type { Ruler } from '../fit.ts'
import { paragraph } from '../notes.ts'
import { shortened } from '../section-plan.ts'
import { timesAfter } from './clock.ts'
import { clock } from './dates.ts'
import type { DayDraft, DayPart, DayPlan, SlideContext } from './day.ts'
import { breakSlide, dividerSlide } from './slides-between.ts'
import { closingSlides, parkingSlide } from './slides-ending.ts'
import { agendaSlides, titleSlide } from './slides-opening.ts'

/** The deck of a workshop: an opening, the sections with a divider before each, breaks between them, an ending. */
export function planDeck(plan: DayPlan, ruler: Ruler): { deck: Deck; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const context: SlideContext = { plan, ruler, report: (one) => void diagnostics.push(one) }
  const { workshop, agenda, words } = plan
  const { entries } = agenda
  const minutesAt = (kind: 'opening' | 'closing'): number => entries.find((entry) => entry.kind === kind)?.minutes ?? 0
  const opening = own('opening', words.workshop.opening, minutesAt('opening'), [titleSlide(context), ...agendaSlides(context)], context)
  const between = entries.flatMap((entry, index): Section[] => {
    const part = plan.parts.find(({ slug }) => slug === entry.slug)
    if (part) return [withDivider(part, context)]
    if (entry.kind !== 'break') return []
    const next = entries.slice(index).map(({ slug }) => plan.parts.find((one) => one.slug === slug)).find((one) => one !== undefined)
    return [own(`break-${index}`, entry.title, entry.minutes, [breakSlide(entry, next, context)], context)]
  })
  const ending = own('closing', words.workshop.closing, minutesAt('closing'), [parkingSlide(context), ...closingSlides(context)], context)
  return { deck: { id: workshop.id, title: workshop.title, lang: workshop.lang, sections: numbered([opening, ...between, ending]) }, diagnostics }
}

/** Slides of the workshop's own, as a section. */
function own(slug: string, title: string, minutes: number, drafts: readonly DayDraft[], { plan, ruler }: SlideContext): Section {
  const { workshop, words } = plan
  const foot = shortened(workshop.client ? `${workshop.title} · ${workshop.client}` : workshop.title, boxes.foot, { ruler })
  const slides = drafts.map((draft) => ({ ...draft, lang: workshop.lang, foot }))
  // Its minutes are the presenter's, all of them at the slide that stays up longest: the last.
  const last = slides.length - 1
  return { slug, title, lang: workshop.lang, minutes, clock: words.clock, slides: slides.map((slide, index) => (index === last && minutes > 0 ? { ...slide, minutes } : slide)) }
}

/** A section with its divider in front; its notes say what the clock should show. */
function withDivider(part: DayPart, context: SlideContext): Section {
  const { plan } = context
  const foot = shortened(part.title, boxes.foot, context)
  const divider = { ...dividerSlide(part, context), lang: plan.workshop.lang, foot } as Slide
  return { ...part.section, title: part.title, minutes: part.entry.minutes, slides: [divider, ...withClock(part, plan)] }
}

/** Adds to each slide's notes the time at which it begins, when all before it took what they may. */
function withClock({ section, entry }: DayPart, { words, workshop }: DayPlan): Slide[] {
  const later = timesAfter(entry.from, workshop)
  let passed = 0
  return section.slides.map((slide) => {
    const time = clock(later(passed), words)
    passed += slide.minutes ?? 0
    return { ...slide, notes: [paragraph('', words.workshop.notes.clock(time)), ...slide.notes] }
  })
}

/** Slides are numbered through the whole deck; posters and breaks go without. */
function numbered(sections: readonly Section[]): Section[] {
  const bare: ReadonlySet<Slide['kind']> = new Set(['cover', 'workshop-title', 'divider', 'break'])
  let page = 0
  return sections.map((section) => ({
    ...section,
    slides: section.slides.map((slide) => {
      page += 1
      const { page: _own, ...rest } = slide
      return bare.has(slide.kind) ? rest : { ...rest, page }
    }),
  }))
}
