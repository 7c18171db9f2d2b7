import { minutesOf } from '../model/exercise.ts'
import { plainText, type Block } from '../model/text.ts'
import { boxes } from './boxes.ts'
import { listParts } from './list-parts.ts'
import { paragraph } from './notes.ts'
import { broken, fitStack, placeIn, type Draft, type Line, type Report, type SectionPlan, type SlidePart } from './section-plan.ts'
import { tableSlides } from './slides-table.ts'

/** What presents a post, from the cover to its questions; one after the other, each makes its slides. */
export const storyParts: readonly SlidePart[] = [cover, story, figures, quote, idea, questions]

function cover(plan: SectionPlan, report: Report): Draft[] {
  const { post, words, scene } = plan
  const place = placeIn(plan, 'title')
  const { kicker, heading, height } = boxes.cover
  const lines: Line[] = [
    { text: kickerOf(plan), box: kicker, place: placeIn(plan, 'series.name') },
    { text: post.title, box: heading, sized: true },
  ]
  // The idea waits for its own slide: whoever has read it on the cover does not hear the story.
  const { size, text } = fitStack(lines, height, plan, place, report)
  const exercise = minutesOf(plan.exercise)
  const notes = [
    paragraph(words.say.cover),
    paragraph(words.sectionTime(post.minutes ?? exercise + 10, exercise)),
    // Where no story is told, the post has no better place.
    ...(post.story.length === 0 ? wholePost(plan) : []),
  ]
  return [{
    kind: 'cover', title: post.title, kicker: broken(kickerOf(plan), kicker, plan), heading: text, size,
    scene, notes, weight: 1, place,
  }]
}

/** The small line above a title: the series and its part, or the collection. */
export function kickerOf({ post, words, collection }: Pick<SectionPlan, 'post' | 'words' | 'collection'>): string {
  if (!post.series) return collection
  return post.series.part === undefined ? post.series.name : words.seriesPart(post.series.name, post.series.part)
}

const wholePost = ({ post, words }: SectionPlan): Block[] => (post.body.length === 0 ? [] : [paragraph('', words.fullPost), ...post.body])

function story(plan: SectionPlan, report: Report): Draft[] {
  const { post, words } = plan
  if (post.story.length === 0) return []
  const { heading, item, height } = boxes.beats
  const room = height - heading.sizes[0] * heading.lineHeight - item.before
  const parts = listParts(post.story, { box: item, room, goesOn: true, placeOf: (index) => placeIn(plan, `story.${index}`) }, plan, report)
  return parts.map(({ size, texts, start }, index) => ({
    kind: 'beats',
    title: index === 0 ? words.story : words.storyContinued(words.story),
    heading: index === 0 ? words.story : words.storyContinued(words.story),
    size,
    start,
    beats: texts,
    // The whole post, in order, where its story is told.
    notes: index === 0 ? [paragraph(words.say.story), ...wholePost(plan)] : [paragraph(words.say.storyContinued)],
    weight: 4 / parts.length,
    place: placeIn(plan, `story.${start - 1}`),
  }))
}

/** A picture or table of the body gets a slide of its own; a table is named by the heading it stands under. */
function figures(plan: SectionPlan, report: Report): Draft[] {
  let heading = plan.post.title
  let tables = 0
  let images = 0
  const visit = (blocks: readonly Block[]): Draft[] =>
    blocks.flatMap((block): Draft[] => {
      if (block.type === 'heading') heading = plainText(block.children)
      if (block.type === 'list') return block.items.flatMap(visit)
      if (block.type === 'quote') return visit(block.children)
      if (block.type === 'table') return tableSlides(block, heading, placeIn(plan, `body.tables.${tables++}`), plan, report)
      if (block.type !== 'image') return []
      const place = placeIn(plan, `body.images.${images++}`)
      const src = plan.images[block.src]
      if (!src) return []
      const notes = [...(block.alt ? [paragraph(block.alt)] : []), paragraph(plan.words.say.image)]
      return [{ kind: 'image', title: block.alt || plan.words.imageSlide, src, alt: block.alt, notes, weight: 1, place }]
    })
  return visit(plan.post.body)
}

function quote(plan: SectionPlan, report: Report): Draft[] {
  const { quote: said } = plan.post
  if (!said) return []
  const { say } = plan.words
  const place = placeIn(plan, 'quote.text')
  const { text, by, height } = boxes.quote
  const marked = /^[”"“„]/u.test(said.text) ? said.text : plan.words.quoted(said.text)
  const lines: Line[] = [{ text: marked, box: text, sized: true }, { text: said.by, box: by, place: placeIn(plan, 'quote.by') }]
  const fitted = fitStack(lines, height, plan, place, report)
  const notes = [paragraph(say.quote), ...(said.by ? [paragraph(say.quoteBy(said.by))] : [])]
  return [{ kind: 'quote', title: marked, text: fitted.text, size: fitted.size, ...(said.by ? { by: broken(said.by, by, plan) } : {}), notes, weight: 1, place }]
}

function idea(plan: SectionPlan, report: Report): Draft[] {
  const place = placeIn(plan, 'idea')
  const lines = [{ text: plan.post.idea, box: boxes.idea.text, sized: true as const }]
  const { size, text } = fitStack(lines, boxes.idea.height, plan, place, report)
  return [{ kind: 'idea', title: plan.post.idea, text, size, scene: plan.scene, notes: [paragraph(plan.words.say.idea)], weight: 1, place }]
}

function questions(plan: SectionPlan, report: Report): Draft[] {
  const { post, words } = plan
  if (post.questions.length === 0) return []
  const { heading, item, height } = boxes.questions
  const room = height - heading.sizes[0] * heading.lineHeight - item.before
  const parts = listParts(post.questions, { box: item, room, goesOn: false, placeOf: (index) => placeIn(plan, `questions.${index}`) }, plan, report)
  return parts.map(({ size, texts, start }, index) => ({
    kind: 'questions', title: words.questions, heading: words.questions, size, questions: texts,
    notes: [paragraph(index === 0 ? words.pause : words.say.questionsContinued)], weight: 3 / parts.length, place: placeIn(plan, `questions.${start - 1}`),
  }))
}
