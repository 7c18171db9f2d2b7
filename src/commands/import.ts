import { extname, resolve } from 'node:path'
import { shown } from '../build/places.ts'
import type { Given } from '../import/run.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Exercise } from '../model/exercise.ts'
import { UsageError } from '../model/usage-error.ts'
import type { Call, Command } from './command.ts'
import { tally } from './tally.ts'

/** Files of a saved site that hold no posts, whatever is in them. */
const assets = new Set(
  '.css .js .mjs .json .map .svg .png .jpg .jpeg .gif .webp .avif .ico .woff .woff2 .ttf .otf .eot .pdf .zip .gz .mp3 .mp4 .mov .webm .swf .php .less .scss'.split(
    ' ',
  ),
)

export const importPosts: Command = {
  name: 'import',
  usage: '-- SOURCE [--to DIR]',
  summary: 'turn a blog written elsewhere into posts',
  details: [
    'SOURCE is a WordPress export, an RSS or Atom feed, a page or a folder of pages, or a text copied from a page.',
    'Each post is written once, with a first draft of its section in comments. A post you have edited is never changed.',
  ],
  flags: {
    to: { type: 'string', value: 'DIR', about: 'folder to write posts to (default: content/posts)' },
    'dry-run': { type: 'boolean', value: '', about: 'say what would be written, write nothing' },
    year: { type: 'string', value: 'YYYY', about: 'the year of dates that have none' },
    'include-drafts': { type: 'boolean', value: '', about: 'also drafts, private and password-protected posts' },
    zone: { type: 'string', value: 'ZONE', about: 'where the author lives (default: Europe/Stockholm)' },
    again: { type: 'boolean', value: '', about: 'bring back posts that were imported and then removed' },
  },
  async run(call) {
    const { names, options, flags, report } = call
    if (names.length === 0) throw new UsageError('Say what to import.', 'write: npm run import -- export.xml')
    const { Gathering } = await import('../import/run.ts')
    const wishes = await wishesOf(flags)
    const found: Diagnostic[] = []
    const note = (diagnostics: readonly Diagnostic[]): void => {
      found.push(...diagnostics)
      report.diagnostics(diagnostics)
    }
    const to = typeof flags['to'] === 'string' ? resolve(flags['to']) : resolve(options.content, 'posts')
    const [{ writePosts }, { ImportTarget }] = await Promise.all([import('../build/imports.ts'), import('../build/import-target.ts')])
    const target = await ImportTarget.open(to)
    const gathering = new Gathering(wishes, (one) => note([one]))
    await gather(names, gathering, note)
    const { posts, skipped, found: count, sources } = gathering.finish(target.signoffs)
    const dryRun = flags['dry-run'] === true
    const { exercises, coverage } = await libraryOf(options.exercises)
    const outcome = await writePosts(
      posts,
      target,
      { exercises, coverage, dryRun, again: flags['again'] === true },
      { diagnostics: note, result: (one) => tell(one, report, dryRun), progress: report.progress },
    )
    const { errors } = tally(found)
    const of = (code: Diagnostic['code']): number => found.filter((one) => one.code === code).length
    const figures = {
      found: count,
      ...outcome,
      skipped: Object.values(skipped).reduce((sum, one) => sum + one, 0),
      repaired: of('repaired'),
      dropped: of('dropped') + of('picture-left-out'),
      errors,
    }
    report.summary(figures, summaryOf(figures, skipped, sources, shown(to), dryRun))
    return errors > 0 ? 1 : 0
  },
}

/** A file that was updated, or would be written, is told about; the others are only counted. */
function tell({ path, state, note = '' }: Parameters<Call['report']['result']>[0], report: Call['report'], dryRun: boolean): void {
  report.result({ path, state, note })
  if (state === 'updated' || (dryRun && state === 'written')) report.say(`${dryRun ? 'would be ' : ''}${state} ${path} ${note}`.trimEnd())
}

async function wishesOf(flags: Call['flags']): Promise<{ year?: number; zone: string; includeDrafts: boolean }> {
  const { isZone } = await import('../import/dates.ts')
  const { year, zone = 'Europe/Stockholm' } = flags
  if (year !== undefined && !/^(19|20)\d\d$/.test(String(year))) throw new UsageError(`${String(year)} is no year.`, 'write it with four digits: --year 2011')
  if (!isZone(String(zone))) throw new UsageError(`There is no time zone ${String(zone)}.`, 'write a zone as Europe/Stockholm')
  return { zone: String(zone), includeDrafts: flags['include-drafts'] === true, ...(year === undefined ? {} : { year: Number(year) }) }
}

/** Reads every source there is. */
async function gather(
  names: readonly string[],
  gathering: { add: (given: Given) => boolean },
  note: (diagnostics: readonly Diagnostic[]) => void,
): Promise<void> {
  const { findRaw, limits, readRaw } = await import('../load/bytes.ts')
  for (const name of names) {
    const raw = await findRaw(resolve(name))
    if (!raw) throw new UsageError(`There is nothing at ${name}.`, 'give the path of a file or a folder; nothing is fetched from the network')
    const wanted = raw.isFolder ? raw.names.filter((one) => !assets.has(extname(one).toLowerCase()) && !/(^|\/)(robots|humans)\.txt$/i.test(one)) : raw.names
    if (raw.names.length >= limits.files) throw new UsageError(`There are more than ${limits.files} files in ${name}.`, 'import its parts one by one')
    if (wanted.length === 0) throw new UsageError(`There are no pages or exports in ${name}.`, 'give the folder that your saved pages lie in')
    for (const file of wanted) {
      const read = await readRaw(raw, file, shown)
      if ('code' in read) note([read])
      else gathering.add({ ...read, folder: raw.folder })
    }
  }
}

async function libraryOf(folder: string): Promise<{ exercises: Exercise[]; coverage: ReadonlySet<number> }> {
  const [{ readSources }, { parseExercise }, { prepareFonts }, { folders }] = await Promise.all([
    import('../load/sources.ts'),
    import('../parse/exercise.ts'),
    import('../export/fonts/index.ts'),
    import('../build/places.ts'),
  ])
  const { sources } = await readSources(folder, ['.yaml', '.yml'], shown)
  const { coverage } = await prepareFonts(folders.cache)
  return { exercises: sources.flatMap((source) => parseExercise(source).exercise ?? []), coverage }
}

function summaryOf(
  figures: Readonly<Record<string, number>>,
  skipped: Readonly<Record<string, number>>,
  sources: Readonly<Record<string, number>>,
  to: string,
  dryRun: boolean,
): string {
  const { found = 0, written = 0, updated = 0, unchanged = 0, kept = 0, absent = 0, repaired = 0, dropped = 0 } = figures
  const would = dryRun ? 'would be ' : ''
  const parts = [
    `${written} ${would}written to ${to}`,
    ...(updated > 0 ? [`${updated} ${would}updated`] : []),
    ...(unchanged > 0 ? [`${unchanged} as before`] : []),
    ...(kept > 0 ? [`${kept} kept as you edited them`] : []),
    ...(absent > 0 ? [`${absent} that you had removed`] : []),
  ]
  const left = Object.entries(skipped).map(([why, count]) => `${count} ${count === 1 ? why.replace(/^drafts$/, 'draft') : why}`)
  const kinds = Object.entries(sources).map(([kind, count]) => (count === 1 ? kind : `${count} × ${kind}`))
  return [
    `${found} ${found === 1 ? 'post' : 'posts'} found${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}: ${parts.join(', ')}.`,
    ...(left.length > 0 ? [`Left out: ${left.join(', ')}.`] : []),
    ...(repaired + dropped > 0 ? [`Repaired: ${repaired}. Pieces left out: ${dropped}. Each stands above with its place.`] : []),
    ...(written > 0 && !dryRun ? ['Read the proposals in their front matter, then: npm run build'] : []),
  ].join('\n')
}
