import type { CustomFile } from '../load/custom.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Exercise } from '../model/exercise.ts'
import type { Fonts } from '../model/font.ts'
import { accentOf } from '../model/palette.ts'
import type { Section } from '../model/slide.ts'
import type { Worksheet } from '../model/worksheet.ts'
import { reflection } from '../plan/default-exercise.ts'
import { completePost, type CompletePost } from '../plan/derive.ts'
import { derivedScene } from '../plan/derived-scene.ts'
import { fillParameters } from '../plan/parameters.ts'
import { planSection } from '../plan/section.ts'
import type { SectionPlan } from '../plan/section-plan.ts'
import { bindBlocks, planWorksheet } from '../plan/worksheet.ts'
import { hyphenator } from '../typography/hyphenate.ts'
import { wordsFor } from '../words/index.ts'
import type { ReadyPost } from './project.ts'

/** One post, planned: its slides and its sheet as plain data. */
export interface PlannedPost {
  readonly slug: string
  readonly section: Section
  readonly worksheet: Worksheet
  /** What they were made from, with everything derived and filled in. */
  readonly post: CompletePost
  readonly exercise: Exercise
  /** Set when the section is a trainer's own file; what it would be otherwise. */
  readonly takenOver?: { readonly file: CustomFile; readonly generated: Section }
  readonly diagnostics: readonly Diagnostic[]
}

/** Plans the section and the sheet of a post. Pure: the same post always gives the same plan. */
export function planPost({ post, exercise, scene, images, collection }: ReadyPost, fonts: Fonts): PlannedPost {
  const words = wordsFor(post.lang)
  const complete = completePost(post, words)
  const filled = fillParameters(bindBlocks(exercise ?? reflection(complete, words)), post)
  const picture = scene ?? derivedScene(post.slug)
  const plan: SectionPlan = {
    post: complete,
    exercise: filled.exercise,
    scene: picture,
    accent: accentOf(picture),
    words,
    collection: collection ?? words.collection,
    ruler: { fonts, hyphenate: hyphenator(post.lang) },
    images,
  }
  const { section, diagnostics } = planSection(plan)
  return { slug: post.slug, section, worksheet: planWorksheet(plan), post: complete, exercise: filled.exercise, diagnostics: [...filled.diagnostics, ...diagnostics] }
}
