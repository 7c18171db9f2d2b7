import { minutesOf } from '../../model/exercise.ts'
import type { Guide, GuideExercise, GuideSection, GuideSlide, RunRow } from '../../model/guide.ts'
import type { Deck, Slide } from '../../model/slide.ts'
import type { AgendaEntry, Material } from '../../model/workshop.ts'
import { timesAfter } from './clock.ts'
import { clock, longDate, shortDate } from './dates.ts'
import type { DayPart, DayPlan } from './day.ts'
import { adviceFor, bringTexts } from './texts.ts'

/** A slide in words, for who hears it instead of seeing it. */
export type SlideText = (slide: Slide) => string

/** The facilitator guide of a workshop; its pictures are pages of the deck's PDF. */
export function planGuide(plan: DayPlan, deck: Deck, slideText: SlideText): Guide {
  const { workshop, words, agenda, parts, headcount, followUps, short, logo } = plan
  const own = words.workshop.guide
  return {
    title: workshop.title,
    lang: workshop.lang,
    facts: [
      ...(workshop.client ? [workshop.client] : []),
      longDate(workshop.date, words),
      words.workshop.timeAndPlace(clock(workshop.start, words), clock(workshop.end, words), workshop.place),
      ...(headcount === undefined ? [] : [own.participants(headcount)]),
      ...(workshop.trainer ? [words.workshop.ledBy(workshop.trainer)] : []),
    ],
    ...(logo ? { logo } : {}),
    runSheet: agenda.entries.map((entry) => runRow(entry, plan)),
    short: {
      heading: words.workshop.notes.short(short.minutes),
      parts: short.parts.map((part) => ({ times: words.workshop.short.between(clock(part.from, words), clock(part.to, words)), advice: adviceFor(part, short.minutes, words) })),
    },
    materials: plan.materials.map((material) => materialRow(material, plan)),
    before: checklist(plan),
    after: [own.checklist.calendar, own.checklist.parked, own.checklist.own],
    promised: followUps.map(({ date, about, text }) => ({ date: shortDate(date, words, workshop.date.slice(0, 4)), about, text })),
    sections: parts.map((part) => guideSection(part, plan, deck, slideText)),
  }
}

function runRow(entry: AgendaEntry, { words, parts }: DayPlan): RunRow {
  const part = parts.find(({ slug }) => slug === entry.slug)
  return {
    kind: entry.kind,
    times: `${clock(entry.from, words)}–${clock(entry.to, words)}`,
    minutes: String(entry.minutes),
    title: entry.title,
    ...(part ? { exercise: `${part.exercise.title}, ${words.minutes(minutesOf(part.exercise))}`, section: part.number - 1 } : {}),
  }
}

function materialRow({ item, total, quantity, per, uses }: Material, { words, parts }: DayPlan): Guide['materials'][number] {
  const own = words.workshop.guide
  const count = total !== undefined ? String(total) : per === 'person' ? own.perPerson(quantity) : own.perGroup(quantity)
  return { count, item, use: uses.length === 0 || uses.length === parts.length ? own.everyone : uses.join(', ') }
}

/** What to see to before the doors open. */
function checklist({ words, headcount, parts }: DayPlan): string[] {
  const { checklist: own, seating } = words.workshop.guide
  const modes = [...new Set(parts.map(({ exercise }) => exercise.group?.mode ?? 'pairs'))]
  return [
    own.print(headcount === undefined ? own.printUnknown : own.copies(headcount)),
    own.stick,
    own.seats(new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(modes.map((mode) => seating[mode]))),
    own.parking,
    own.clock,
  ]
}

function guideSection(part: DayPart, plan: DayPlan, deck: Deck, slideText: SlideText): GuideSection {
  const { words, workshop } = plan
  const own = words.workshop.guide
  const { entry, exercise } = part
  const first = deck.sections.slice(0, deck.sections.findIndex(({ slug }) => slug === part.slug)).reduce((sum, { slides }) => sum + slides.length, 0)
  const slides = deck.sections.find(({ slug }) => slug === part.slug)?.slides ?? []
  const bring = bringTexts(exercise, plan)
  const facts = [
    { label: own.purpose, text: exercise.purpose },
    { label: own.outcome, text: exercise.outcome },
    { label: own.bring, text: bring.length > 0 ? bring.join('. ') : undefined },
    { label: own.room, text: exercise.group?.mode && sentence(own.seating[exercise.group.mode]) },
  ]
  const times = slideTimes(slides, timesAfter(entry.from, workshop))
  return {
    number: part.number,
    kicker: `${words.workshop.sectionOf(part.number, plan.parts.length)} · ${own.minutesFor(clock(entry.from, words), clock(entry.to, words), entry.minutes)}`,
    title: part.title,
    accent: part.accent,
    scene: part.scene,
    facts: facts.flatMap(({ label, text }) => (text ? [{ label, text }] : [])),
    slides: slides.flatMap((slide, index) => (slide.kind === 'countdown' ? [] : [guideSlide(slide, first + index, times[index] ?? entry.from, plan, slideText)])),
    body: part.body,
    exercise: guideExercise(part, slides, first, times, plan),
  }
}

/** When each slide begins, if all before it took what they may. */
function slideTimes(slides: readonly Slide[], later: (minutes: number) => string): string[] {
  let passed = 0
  return slides.map(({ minutes = 0 }) => {
    const time = later(passed)
    passed += minutes
    return time
  })
}

function guideSlide(slide: Slide, page: number, time: string, { words }: DayPlan, slideText: SlideText): GuideSlide {
  const own = words.workshop.guide
  const said = slide.minutes ? `${clock(time, words)}, ${words.minutes(slide.minutes)}` : clock(time, words)
  return { page, caption: `${own.slide(page + 1)} · ${said}`, alt: own.slideAlt(page + 1, slideText(slide)) }
}

function guideExercise({ exercise, entry }: DayPart, slides: readonly Slide[], first: number, times: readonly string[], { words, workshop }: DayPlan): GuideExercise {
  const own = words.workshop.guide
  // The steps begin where their clocks do; without any, where the exercise is told.
  const opening = (['countdown', 'steps', 'exercise'] as const).map((kind) => slides.findIndex((slide) => slide.kind === kind)).find((index) => index >= 0) ?? 0
  const later = timesAfter(times[opening] ?? entry.from, workshop)
  const clocks = slides.flatMap((slide, index) => (slide.kind === 'countdown' ? [first + index + 1] : []))
  const total = minutesOf(exercise)
  let passed = 0
  const next = (minutes: number): string => {
    const time = clock(later(passed), words)
    passed += minutes
    return time
  }
  return {
    title: exercise.title,
    kicker: `${words.exercise} · ${own.minutesFor(clock(later(0), words), clock(later(total), words), total)}`,
    ...(exercise.invitation ? { invitation: exercise.invitation } : {}),
    steps: exercise.steps.map((step, index) => ({
      time: next(step.minutes), letter: step.letter ?? String(index + 1), title: step.title,
      how: `${words.minutes(step.minutes)}, ${words.mode[step.mode]}`,
      ...(clocks.length === exercise.steps.length ? { slide: own.slide(clocks[index] ?? 0) } : {}),
      ...(step.do ? { do: step.do } : {}), ...(step.say ? { say: words.quoted(step.say) } : {}),
    })),
    debrief: exercise.debrief.map(({ question, minutes }) => ({ time: next(minutes), question, minutes: words.minutes(minutes) })),
    lists: [
      { label: own.pitfalls, texts: exercise.pitfalls },
      { label: own.tips, texts: exercise.tips },
      { label: own.shorter, texts: exercise.variants.map(({ title, minutes, text }) => `${title}${minutes === undefined ? '' : ` (${words.minutes(minutes)})`}: ${text}`) },
    ].filter(({ texts }) => texts.length > 0),
  }
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
