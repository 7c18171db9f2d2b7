import type { Place } from '../model/diagnostic.ts'
import { minutesOf } from '../model/exercise.ts'
import { plainText, type Block } from '../model/text.ts'
import { boxes } from './boxes.ts'
import { breakable, divide, largestFit, textHeight } from './fit.ts'
import { paragraph } from './notes.ts'
import { fitStack, placeIn, tooLong, type Draft, type Report, type SectionPlan } from './section-plan.ts'
import { tableSlides } from './slides-table.ts'

/** The slides that present a post, from the cover to its questions. */
export const storySlides = (plan: SectionPlan, report: Report): Draft[] =>
  [cover, story, figures, quote, idea, questions].flatMap((part) => part(plan, report))

function cover(plan: SectionPlan, report: Report): Draft[] {
  const { post, words, scene } = plan
  const place = placeIn(plan, 'title')
  const kicker = kickerOf(plan)
  const lines = [
    { text: kicker, box: boxes.cover.kicker },
    { text: post.title, box: boxes.cover.heading, sized: true as const },
    { text: post.idea, box: boxes.cover.idea },
  ]
  const { size, text: heading } = fitStack(lines, boxes.cover.height, plan, place, report)
  const exercise = minutesOf(plan.exercise)
  const notes = [paragraph(words.sectionTime(post.minutes ?? exercise + 10, exercise))]
  return [{ kind: 'cover', title: post.title, kicker, heading, size, ...(post.idea === post.title ? {} : { idea: post.idea }), scene, notes, weight: 1, place }]
}

/** The small line above a title: the series and its part, or the collection. */
export function kickerOf({ post, words }: Pick<SectionPlan, 'post' | 'words'>): string {
  if (!post.series) return words.collection
  return post.series.part === undefined ? post.series.name : words.seriesPart(post.series.name, post.series.part)
}

function story(plan: SectionPlan, report: Report): Draft[] {
  const { post, words } = plan
  if (post.story.length === 0) return []
  const { heading, item, height } = boxes.beats
  const place = placeIn(plan, 'story')
  const parts = listParts(post.story, item, height - heading.sizes[0] * heading.lineHeight - item.before, plan, (index) => placeIn(plan, `story.${index}`), report)
  return parts.map(({ size, texts, start }, index) => ({
    kind: 'beats',
    title: index === 0 ? words.story : words.storyContinued(words.story),
    heading: index === 0 ? words.story : words.storyContinued(words.story),
    size,
    start,
    beats: texts,
    // The whole post, in order, where its story is told.
    notes: index === 0 ? [paragraph('', words.fullPost), ...post.body] : [],
    weight: 4 / parts.length,
    place,
  }))
}

/** A list at the largest size that holds it on one slide; if none does, over several at the middle size. */
export function listParts(
  texts: readonly string[],
  box: (typeof boxes)['beats']['item'] | (typeof boxes)['questions']['item'] | (typeof boxes)['debrief']['question'],
  room: number,
  plan: SectionPlan,
  placeOf: (index: number) => Place,
  report: Report,
): { size: number; texts: string[]; start: number }[] {
  const heightAt = (text: string, size: number): number => textHeight(text, box, size, plan.ruler)
  const sum = (size: number): number => texts.reduce((total, text) => total + heightAt(text, size) + box.gap, -box.gap)
  const whole = largestFit(box.sizes, room, sum)
  const size = whole.fits ? whole.size : (box.sizes[Math.min(1, box.sizes.length - 1)] ?? box.sizes[0])
  let start = 1
  return divide(texts, room, (text) => heightAt(text, size), box.gap).map((part) => {
    const fitted = largestFit(box.sizes.filter((candidate) => candidate <= size), room, (candidate) =>
      part.reduce((total, text) => total + heightAt(text, candidate) + box.gap, -box.gap),
    )
    if (!fitted.fits) report(tooLong(placeOf(start - 1)))
    const made = { size: fitted.size, texts: part.map((text) => breakable(text, box, fitted.size, plan.ruler)), start }
    start += part.length
    return made
  })
}

/** A picture or table of the body gets a slide of its own; a table is named by the heading it stands under. */
function figures(plan: SectionPlan): Draft[] {
  let heading = plan.post.title
  const visit = (blocks: readonly Block[]): Draft[] =>
    blocks.flatMap((block): Draft[] => {
      if (block.type === 'heading') heading = plainText(block.children)
      if (block.type === 'list') return block.items.flatMap(visit)
      if (block.type === 'quote') return visit(block.children)
      if (block.type === 'table') return tableSlides(block, heading, plan)
      if (block.type !== 'image') return []
      const src = plan.images[block.src]
      if (!src) return []
      return [{ kind: 'image', title: block.alt || plan.words.imageSlide, src, alt: block.alt, notes: [paragraph(block.alt)], weight: 1, place: placeIn(plan, '') }]
    })
  return visit(plan.post.body)
}

function quote(plan: SectionPlan, report: Report): Draft[] {
  const { quote: said } = plan.post
  if (!said) return []
  const place = placeIn(plan, 'quote.text')
  const marked = /^[”"“„]/u.test(said.text) ? said.text : `”${said.text}”`
  const lines = [{ text: marked, box: boxes.quote.text, sized: true as const }, { text: said.by, box: boxes.quote.by }]
  const { size, text } = fitStack(lines, boxes.quote.height, plan, place, report)
  return [{ kind: 'quote', title: marked, text, size, ...(said.by ? { by: said.by } : {}), notes: [], weight: 1, place }]
}

function idea(plan: SectionPlan, report: Report): Draft[] {
  const place = placeIn(plan, 'idea')
  const lines = [{ text: plan.post.idea, box: boxes.idea.text, sized: true as const }]
  const { size, text } = fitStack(lines, boxes.idea.height, plan, place, report)
  return [{ kind: 'idea', title: plan.post.idea, text, size, notes: [], weight: 1, place }]
}

function questions(plan: SectionPlan, report: Report): Draft[] {
  const { post, words } = plan
  if (post.questions.length === 0) return []
  const { heading, item, height } = boxes.questions
  const room = height - heading.sizes[0] * heading.lineHeight - item.before
  const parts = listParts(post.questions, item, room, plan, (index) => placeIn(plan, `questions.${index}`), report)
  return parts.map(({ size, texts }) => ({
    kind: 'questions', title: words.questions, heading: words.questions, size, questions: texts,
    notes: [paragraph(words.pause)], weight: 3 / parts.length, place: placeIn(plan, 'questions'),
  }))
}
