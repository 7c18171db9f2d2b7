import { kindOf, type WorksheetBlock } from '../blocks/index.ts'
import { fileStart } from '../model/diagnostic.ts'
import { minutesOf, type Exercise } from '../model/exercise.ts'
import type { Worksheet } from '../model/worksheet.ts'
import { kickerOf } from './slides-story.ts'
import type { SectionPlan } from './section-plan.ts'

/** An exercise whose blocks have taken from it what they need; before its parameters are filled in. */
export const bindBlocks = (exercise: Exercise): Exercise => ({
  ...exercise,
  worksheet: exercise.worksheet.map((block): WorksheetBlock => kindOf(block.kind)?.bind?.(block, exercise) ?? block),
})

/** The sheet of a post: its exercise, titled, ready to be laid out. */
export function planWorksheet(plan: SectionPlan): Worksheet {
  const { post, exercise, words, collection, scene, accent } = plan
  return {
    id: post.slug,
    lang: post.lang,
    accent,
    scene,
    kicker: kickerOf(plan),
    title: exercise.title,
    postTitle: post.title,
    minutes: minutesOf(exercise),
    ...(post.series ? { series: post.series.name } : {}),
    lead: exercise.lead ?? exercise.invitation ?? '',
    head: exercise.head ?? [words.name, words.date],
    blocks: exercise.worksheet.length > 0 ? exercise.worksheet : [kindOf('steps')?.bind?.({ kind: 'steps' }, exercise) ?? { kind: 'steps' }],
    blockPlaces: exercise.worksheet.map((_, index) => exercise.places[`worksheet.${index}`] ?? fileStart(exercise.path)),
    foot: `${collection} · ${post.title}`,
    place: exercise.places['worksheet'] ?? fileStart(exercise.path),
  }
}
