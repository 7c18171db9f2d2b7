import { resolve } from 'node:path'
import { writeAtomic } from '../export/files/atomic.ts'
import { watchFolders } from '../export/files/watch.ts'
import type { Options } from '../build/options.ts'
import type { Project } from '../build/project.ts'
import type { Tools } from '../build/tools.ts'
import { customFolder, entriesFolder, folders, shown } from '../build/places.ts'
import { UsageError } from '../model/usage-error.ts'
import type { Call, Command } from './command.ts'
import { interrupted } from './interrupted.ts'

export const present: Command = {
  name: 'present',
  usage: '-- slug',
  summary: 'show a section or a workshop with presenter mode, in your browser',
  details: ['Starts Slidev on this machine alone and opens it. What you change in the post, its exercise or the workshop shows at once.', 'End it with Ctrl-C.'],
  flags: { dark: { type: 'boolean', value: '', about: 'light on dark, for a dark room' } },
  async run({ names, options, flags, report }) {
    const [slug, ...more] = [...names, ...options.only]
    if (!slug || more.length > 0) throw new UsageError('Say which post or workshop to present.', 'write: npm run present -- its-slug')
    const only = { ...options, only: [slug] }
    const { openTools } = await import('../build/tools.ts')
    const tools = openTools()
    if (!(await writeEntry(slug, only, report, tools))) return 1
    const { startPresenting } = await import('../export/dev-server.ts')
    const server = await startPresenting({ entry: resolve(entriesFolder(options), `${slug}.md`), open: true, dark: flags['dark'] === true })
    report.say(`Slides:    ${server.url}\nPresenter: ${server.presenterUrl}\nEnd with Ctrl-C.`)
    // What is wrong for a moment, such as a post that is being renamed, does not end a presentation.
    const explain = (error: unknown): void => report.say(error instanceof Error ? error.message : String(error))
    const stop = await watchFolders([options.content, options.exercises, customFolder(options), folders.illustrations], () => writeEntry(slug, only, report, tools).then(() => undefined, explain))
    await interrupted()
    await stop()
    await server.close()
    return 0
  },
}

/** Plans the post or workshop and writes its entry where that changed; false when it has an error. */
async function writeEntry(name: string, options: Options, report: Call['report'], tools: Tools): Promise<boolean> {
  const [{ planAll }, { entryFiles }] = await Promise.all([import('../build/plan-all.ts'), import('../build/exporters/entries.ts')])
  const { posts, workshops, project, diagnostics } = await planAll(options, tools)
  const planned = posts[0] ?? workshops[0]
  const own = planned ? diagnostics.filter(({ path }) => pathsOf(name, project, options).includes(path)) : diagnostics
  report.diagnostics(own)
  if (!planned || own.some(({ severity }) => severity === 'error')) return false
  const folder = entriesFolder(options)
  for (const [file, text] of Object.entries(entryFiles(planned, { entries: folder, options }))) await writeAtomic(resolve(folder, file), text)
  return true
}

/** The files that a post or a workshop of this name is written in, those taken over by hand among them. */
function pathsOf(name: string, { posts, workshops }: Project, options: Options): string[] {
  const workshop = workshops.find((one) => one.workshop.id === name)?.workshop
  const slugs = workshop?.sections.map(({ post }) => post) ?? [name]
  return [
    ...(workshop ? [workshop.path] : []),
    ...posts.flatMap(({ post }) => (slugs.includes(post.slug) ? [post.path] : [])),
    ...slugs.map((slug) => shown(resolve(customFolder(options), `${slug}.md`))),
  ]
}
