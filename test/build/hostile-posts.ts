import { planPost, type PlannedPost } from '../../src/build/planned.ts'
import type { Fonts } from '../../src/model/font.ts'
import type { Slide, SlideKind } from '../../src/model/slide.ts'
import { plainText, type Block } from '../../src/model/text.ts'
import { parseExercise } from '../../src/parse/exercise.ts'
import { parsePost } from '../../src/parse/post.ts'

/** What a slide should show: the text that was written in a field of a post or its exercise. */
export interface Written {
  readonly field: string
  readonly kind: SlideKind | 'foot' | 'notes'
  readonly text: string
}

export interface HostilePost {
  readonly planned: PlannedPost
  readonly written: readonly Written[]
}

/** A post and its exercise with a text of somebody's choice in every field that slides or notes show. */
export function hostilePost(slug: string, textOf: (field: string) => string, fonts: Fonts): HostilePost {
  const written: Written[] = []
  const put = (field: string, ...kinds: Written['kind'][]): string => {
    const text = textOf(field)
    written.push(...kinds.map((kind) => ({ field, kind, text: text.trim() })))
    return text
  }
  const post = yaml({
    title: put('title', 'cover', 'foot'),
    series: { name: put('series.name', 'cover') },
    source: { credit: put('source.credit', 'closing') },
    idea: put('idea', 'cover', 'idea'),
    story: [put('story.0', 'beats'), put('story.1', 'beats')],
    quote: { text: put('quote.text', 'quote'), by: put('quote.by', 'quote', 'notes') },
    questions: [put('questions.0', 'questions'), put('questions.1', 'questions')],
    takeaways: [put('takeaways.0', 'closing', 'notes'), put('takeaways.1', 'closing')],
    signoff: put('signoff', 'closing'),
    postscript: put('postscript', 'closing'),
  })
  const exercise = yaml({
    title: put('exercise.title', 'exercise', 'steps'),
    purpose: put('purpose', 'exercise', 'notes'),
    outcome: put('outcome', 'notes'),
    invitation: put('invitation', 'exercise', 'notes'),
    materials: [{ item: put('materials', 'notes'), per: 'person', quantity: 1 }],
    steps: [
      { title: put('steps.0.title', 'steps', 'countdown', 'notes'), minutes: 5, do: put('steps.0.do', 'steps', 'countdown'), say: put('steps.0.say', 'notes') },
      { title: put('steps.1.title', 'steps', 'countdown'), minutes: 5, mode: 'pairs', letter: '<' },
    ],
    debrief: [{ question: put('debrief.0', 'debrief', 'notes'), minutes: 2 }, { question: put('debrief.1', 'debrief'), minutes: 2 }],
    tips: [put('tips', 'notes')],
    pitfalls: [put('pitfalls', 'notes')],
    variants: [{ title: put('variants.title', 'notes'), minutes: 5, text: put('variants.text', 'notes') }],
  })
  const parsed = parsePost({ path: `posts/${slug}.md`, text: `---\n${post}---\nText.\n` })
  const method = parseExercise({ path: `exercises/${slug}.yaml`, text: exercise })
  if (!parsed.post || !method.exercise) throw new Error(`${slug} does not parse`)
  return { planned: planPost({ post: parsed.post, exercise: method.exercise, images: {} }, fonts), written }
}

/** JSON is YAML, whatever the texts hold. */
const yaml = (value: object): string =>
  Object.entries(value)
    .map(([key, inner]) => `${key}: ${JSON.stringify(inner).replace(/[\u007f-\u009f\u2028\u2029]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`)
    .join('')

/** Every text of a slide, without the places where its lines may break. */
export const textsOf = (slide: Slide): string[] => strings({ ...slide, notes: [], place: null }).map((text) => text.replaceAll(/[\u00ad\u200b]/gu, ''))

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

/** The words of notes, as they are read. */
export const notesOf = (blocks: readonly Block[]): string =>
  blocks.map((block) => (block.type === 'paragraph' ? plainText(block.children) : block.type === 'list' ? block.items.map(notesOf).join('\n') : '')).join('\n')
