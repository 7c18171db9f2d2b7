import { relative, resolve, sep } from 'node:path'
import { sharedAnswers } from '../collect/shared.ts'
import type { AnsweredSheet } from '../collect/sort-out.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { fileStart } from '../model/diagnostic.ts'
import { accentOf } from '../model/palette.ts'
import type { Deck } from '../model/slide.ts'
import { derivedScene } from '../plan/derived-scene.ts'
import { planSummary } from '../plan/summary.ts'
import { renderDeckData, renderEntry } from '../render/slidev/index.ts'
import { hyphenator } from '../typography/hyphenate.ts'
import { wordsFor } from '../words/index.ts'
import type { Events } from './build.ts'
import { langOf, writeAnswer } from './collect.ts'
import { deckProblems } from './deck-problems.ts'
import type { Options } from './options.ts'
import { folders, shown } from './places.ts'
import { planAll } from './plan-all.ts'
import type { Tools } from './tools.ts'

/**
 * Writes slides with what a room shared, for each sheet: a PDF, and the Slidev entry with its data beside it.
 * @throws {EnvironmentFailure} when there is no browser to print with
 */
export async function summarise(sheets: readonly AnsweredSheet[], options: Options, events: Events, tools: Tools): Promise<{ paths: string[]; diagnostics: Diagnostic[] }> {
  const fonts = await tools.fonts()
  // The post's own title and picture, where this project has it.
  const { posts } = await planAll({ ...options, only: [] }, tools)
  const diagnostics: Diagnostic[] = []
  const paths: string[] = []
  for (const sheet of sheets) {
    const { shared, diagnostics: found } = sharedAnswers(sheet)
    if (shared.length > 0) {
      const lang = langOf(sheet)
      const post = posts.find(({ slug }) => slug === sheet.id)
      const scene = post?.worksheet.scene ?? derivedScene(sheet.id)
      const slug = `${sheet.id}-svar`
      const { section, diagnostics: tight } = planSummary({
        slug, lang, scene, shared,
        title: post?.worksheet.title ?? sheet.id,
        accent: accentOf(scene),
        words: wordsFor(lang),
        ruler: { fonts: fonts.metrics, hyphenate: hyphenator(lang) },
        place: fileStart(sheet.answers[0]?.path ?? sheet.id),
      })
      found.push(...tight)
      const deck: Deck = { id: slug, title: section.title, lang, sections: [section] }
      found.push(...(await writeDeck(deck, resolve(options.out, 'svar'), events, tools, paths)))
    }
    events.diagnostics(found)
    diagnostics.push(...found)
  }
  return { paths, diagnostics }
}

async function writeDeck(deck: Deck, folder: string, events: Events, tools: Tools, paths: string[]): Promise<Diagnostic[]> {
  const printer = await tools.printer(events.say)
  const printed = await printer.print(deck)
  const found = deckProblems(deck, printed)
  if (found.some(({ severity }) => severity === 'error')) return found
  const path = resolve(folder, `${deck.id}.pdf`)
  found.push(...(await writeAnswer(path, printed.pdf, events)))
  paths.push(shown(path))
  const theme = relative(folder, folders.theme).split(sep).join('/')
  found.push(...(await writeAnswer(resolve(folder, `${deck.id}.md`), renderEntry(deck, { theme }), events)))
  found.push(...(await writeAnswer(resolve(folder, `${deck.id}.json`), renderDeckData(deck), events)))
  return found
}
