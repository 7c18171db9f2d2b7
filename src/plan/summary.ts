import { diagnostic, type Diagnostic, type Place } from '../model/diagnostic.ts'
import type { Lang } from '../model/post.ts'
import type { Accent, Scene } from '../model/scene.ts'
import type { SharedAnswer, SharedBars, SharedTexts } from '../model/shared-answer.ts'
import type { Section, Slide } from '../model/slide.ts'
import type { Words } from '../words/index.ts'
import { boxes } from './boxes.ts'
import { breakable, divide, largestFit, lineCount, textHeight, type Ruler } from './fit.ts'
import { shortened, sizeOf } from './section-plan.ts'

/** What the slides with a room's answers are made from. */
export interface SummarySource {
  readonly slug: string
  /** The sheet's title. */
  readonly title: string
  readonly lang: Lang
  readonly accent: Accent
  readonly scene: Scene
  readonly shared: readonly SharedAnswer[]
  readonly words: Words
  readonly ruler: Ruler
  readonly place: Place
}

type Draft = Slide extends infer S ? (S extends Slide ? Omit<S, 'lang' | 'accent' | 'foot' | 'page' | 'notes' | 'place'> : never) : never

/** The slides with what a room answered: a cover, then each question with its bars or its texts. */
export function planSummary(source: SummarySource): { section: Section; diagnostics: Diagnostic[] } {
  const { slug, title, lang, accent, words, shared, place } = source
  const diagnostics: Diagnostic[] = []
  const report = (question: string): void => void diagnostics.push(diagnostic('too-long', place, `an answer to "${question}" is too long for a slide and is left out of the summary`, 'read it in the table'))
  const drafts = [cover(source), ...shared.flatMap((answer) => (answer.type === 'bars' ? bars(answer, source) : texts(answer, source, report)))]
  const foot = shortened(`${title} – ${words.collect.summary}`, boxes.foot, source)
  const slides = drafts.map((draft, index) => ({ ...draft, lang, accent, foot, notes: [], place, ...(draft.kind === 'cover' ? {} : { page: index + 1 }) }))
  return { section: { slug, title: `${title} – ${words.collect.summary}`, lang, minutes: shared.length, slides }, diagnostics }
}

function cover({ title, scene, words, ruler }: SummarySource): Draft {
  const { heading, kicker, height } = boxes.cover
  const { size } = sizeOf([{ text: words.collect.summary, box: kicker }, { text: title, box: heading, sized: true }], height, { ruler })
  return { kind: 'cover', title: words.collect.summary, kicker: words.collect.summary, heading: breakable(title, heading, size, ruler), size, scene }
}

/**
 * A question over its answers, and how high it is with the line above it: as large as it stands on two lines and leaves
 * its answers the room they need, where any size does.
 */
function headed(question: string, kind: 'bars' | 'answers', { ruler }: SummarySource, needed = 0): { heading: string; size: number; height: number } {
  const { heading, kicker, height: whole } = boxes[kind]
  const heightAt = (one: number): number => kicker.sizes[0] * kicker.lineHeight + heading.before + textHeight(question, heading, one, ruler)
  const short = heading.sizes.filter((one) => lineCount(question, heading, one, ruler) <= 2)
  const size = short.find((one) => heightAt(one) + needed <= whole) ?? short[0] ?? heading.sizes.at(-1) ?? 26
  return { heading: breakable(question, heading, size, ruler), size, height: heightAt(size) }
}

function bars({ question, people, bars: all }: SharedBars, source: SummarySource): Draft[] {
  const { words, ruler } = source
  const { label, height } = boxes.bars
  const rowHeight = (text: string, at: number): number => textHeight(text, label, at, ruler)
  const heightAt = (at: number): number => all.reduce((sum, one) => sum + rowHeight(one.label, at) + label.gap, -label.gap)
  const { heading, size, height: used } = headed(question, 'bars', source, label.before + heightAt(Math.min(...label.sizes)))
  const room = height - used - label.before
  const { size: labelSize } = largestFit(label.sizes, room, heightAt)
  const figures = new Intl.NumberFormat(words.locale, { minimumFractionDigits: 0, maximumFractionDigits: 1 })
  const kicker = all.some(({ isAverage }) => isAverage) ? `${words.collect.answers(people)}, ${words.collect.averages}` : words.collect.answers(people)
  return divide(all, room, (one) => rowHeight(one.label, labelSize), label.gap).map((part): Draft => ({
    kind: 'bars',
    title: question,
    kicker,
    heading, size, labelSize,
    bars: part.map(({ label: name, share, figure }) => ({ label: breakable(name, label, labelSize, ruler), share, figure: figures.format(figure) })),
  }))
}

function texts({ question, people, texts: all }: SharedTexts, source: SummarySource, report: (question: string) => void): Draft[] {
  const { words, ruler } = source
  const { item, height } = boxes.answers
  const { heading, size: headingSize, height: used } = headed(question, 'answers', source)
  const room = height - used - item.before
  const smallest = item.sizes[item.sizes.length - 1] as number
  const fitting = all.filter((text) => textHeight(text, item, smallest, ruler) <= room)
  if (fitting.length < all.length) report(question)
  const heightAt = (part: readonly string[], size: number): number => part.reduce((sum, text) => sum + textHeight(text, item, size, ruler) + item.gap, -item.gap)
  const usual = largestFit(item.sizes, room, (size) => heightAt(fitting, size))
  const size = usual.fits ? usual.size : 28
  return divide(fitting, room, (text) => textHeight(text, item, size, ruler), item.gap).map((part): Draft => {
    const own = largestFit(item.sizes.filter((one) => one <= size), room, (one) => heightAt(part, one)).size
    return {
      kind: 'answers',
      title: question,
      kicker: words.collect.answers(people),
      heading, headingSize, size: own,
      texts: part.map((text) => breakable(text, item, own, ruler)),
    }
  })
}
