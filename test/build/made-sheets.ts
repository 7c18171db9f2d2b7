import type { Exporter, Job } from '../../src/build/exporter.ts'
import { twoUp } from '../../src/build/exporters/two-up.ts'
import { workbook } from '../../src/build/exporters/workbook.ts'
import { worksheets } from '../../src/build/exporters/worksheets.ts'
import type { Options, Print } from '../../src/build/options.ts'
import { folders } from '../../src/build/places.ts'
import { planAll } from '../../src/build/plan-all.ts'
import { Prints } from '../../src/build/prints.ts'
import { openTools } from '../../src/build/tools.ts'
import { hyphenator } from '../../src/typography/hyphenate.ts'

/** The shipped posts' sheets and the workbook. */
export const forms: readonly Exporter[] = [worksheets, workbook]
/** All that is printed of them, two on a paper too. */
export const prints: readonly Exporter[] = [...forms, twoUp]

/** Sheets as a build makes them, by their paths, without the decks and without a folder to put them in. */
export async function madeSheets(exporters: readonly Exporter[], print: Print): Promise<Map<string, Uint8Array>> {
  const options: Options = { content: folders.content, exercises: folders.exercises, out: '', only: [], force: true, quiet: true, json: false, print, extras: { twoUp: true } }
  const tools = openTools()
  const { posts, fonts } = await planAll(options, tools)
  const job: Job = { options, posts, workshops: [], collection: 'Samlingen', complete: true, fonts, fingerprint: '', entries: '', hyphenate: hyphenator, tools, prints: new Prints(() => tools.printer(() => undefined)), made: new Set(), say: () => undefined }
  const made = new Map<string, Uint8Array>()
  for (const exporter of exporters) {
    await exporter.make(exporter.products(job), job, async ({ path }, bytes) => void made.set(path, Buffer.from(bytes)))
  }
  return made
}
