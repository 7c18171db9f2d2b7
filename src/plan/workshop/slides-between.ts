import { minutesOf } from '../../model/exercise.ts'
import type { DaySpan } from '../../model/slide.ts'
import type { AgendaEntry } from '../../model/workshop.ts'
import { boxes } from '../boxes.ts'
import { breakable } from '../fit.ts'
import { labelled, paragraph } from '../notes.ts'
import { fitStack, type Line } from '../section-plan.ts'
import { clock } from './dates.ts'
import { placeIn, type DayDraft, type DayPart, type DayPlan, type SlideContext } from './day.ts'
import { mealScene, pauseScene } from './scenes.ts'
import { bringTexts } from './texts.ts'

/** Which section comes now, and where in the day it stands. */
export function dividerSlide(part: DayPart, { plan, ruler, report }: SlideContext): DayDraft {
  const { workshop, words, parts } = plan
  const { kicker, heading, text, height } = boxes.divider
  const { entry, number, exercise } = part
  const place = placeIn(workshop, `sections.${number - 1}.post`)
  const times = `${clock(entry.from, words)}–${clock(entry.to, words)}`
  const above = `${words.workshop.sectionOf(number, parts.length)} · ${times}`
  const below = words.workshop.exerciseFor(exercise.title, minutesOf(exercise))
  const lines: Line[] = [{ text: above, box: kicker }, { text: part.title, box: heading, sized: true }, { text: below, box: text }]
  const fitted = fitStack(lines, height, { ruler }, place, report)
  const bring = bringTexts(exercise, plan)
  return {
    kind: 'divider', title: part.title, accent: part.accent, number, kicker: above, heading: fitted.text, size: fitted.size,
    text: breakable(below, text, text.sizes[0], ruler), day: daySpans(part, plan),
    notes: [paragraph(words.workshop.notes.budget(clock(entry.from, words), clock(entry.to, words), entry.minutes)), ...labelled(words.workshop.notes.bring, bring)],
    place,
  }
}

/** The day as a line: what is behind, what is now, what is ahead. */
function daySpans(now: DayPart, { agenda }: DayPlan): DaySpan[] {
  const current = agenda.entries.findIndex(({ slug }) => slug === now.slug)
  return agenda.entries.flatMap((entry, index): DaySpan[] => {
    if (entry.kind === 'reserve') return []
    return [{ minutes: entry.minutes, state: index < current ? 'past' : index === current ? 'now' : 'ahead', isBreak: entry.kind === 'break' }]
  })
}

/** A break, with the time to be back. */
export function breakSlide(entry: AgendaEntry, next: DayPart | undefined, { plan, ruler, report }: SlideContext): DayDraft {
  const { workshop, words } = plan
  const { kicker, heading, height } = boxes.break
  const above = words.workshop.breakFor(entry.title, entry.minutes)
  const lines: Line[] = [{ text: above, box: kicker }, { text: words.workshop.back, box: heading, sized: true }]
  const place = placeIn(workshop, 'breaks')
  const { size, text } = fitStack(lines, height, { ruler }, place, report)
  const bring = next ? bringTexts(next.exercise, plan) : []
  return {
    kind: 'break', title: entry.title, accent: entry.isMeal ? 'pine' : 'sun', kicker: breakable(above, kicker, kicker.sizes[0], ruler), heading: text, size,
    back: clock(entry.to, words), scene: entry.isMeal ? mealScene : pauseScene,
    notes: [paragraph(words.workshop.notes.beforeBreak), ...labelled(words.workshop.notes.bring, bring)], place,
  }
}
