import { resolve } from 'node:path'
import { writeAtomic } from '../export/files/atomic.ts'
import { watchFolders } from '../export/files/watch.ts'
import type { Options } from '../build/options.ts'
import type { Tools } from '../build/tools.ts'
import { entriesFolder, folders } from '../build/places.ts'
import { UsageError } from '../model/usage-error.ts'
import type { Call, Command } from './command.ts'
import { interrupted } from './interrupted.ts'

export const present: Command = {
  name: 'present',
  usage: '-- slug',
  summary: 'show a section with presenter mode, in your browser',
  details: ['Starts Slidev on this machine alone and opens it. What you change in the post or its exercise shows at once.', 'End it with Ctrl-C.'],
  async run({ names, options, report }) {
    const [slug, ...more] = [...names, ...options.only]
    if (!slug || more.length > 0) throw new UsageError('Say which post to present.', 'write: npm run present -- its-slug')
    const only = { ...options, only: [slug] }
    const { openTools } = await import('../build/tools.ts')
    const tools = openTools()
    if (!(await writeEntry(slug, only, report, tools))) return 1
    const { startPresenting } = await import('../export/dev-server.ts')
    const server = await startPresenting({ entry: resolve(entriesFolder(options), `${slug}.md`), open: true })
    report.say(`Slides:    ${server.url}\nPresenter: ${server.presenterUrl}\nEnd with Ctrl-C.`)
    const stop = watchFolders([options.content, options.exercises, folders.illustrations], () => writeEntry(slug, only, report, tools).then(() => undefined))
    await interrupted()
    stop()
    await server.close()
    return 0
  },
}

/** Plans the post and writes its entry where that changed; false when it has an error. */
async function writeEntry(slug: string, options: Options, report: Call['report'], tools: Tools): Promise<boolean> {
  const [{ planAll }, { entryFiles }] = await Promise.all([import('../build/plan-all.ts'), import('../build/exporters/entries.ts')])
  const { posts, project, diagnostics } = await planAll(options, tools)
  const own = diagnostics.filter(({ path }) => path === project.posts.find(({ post }) => post.slug === slug)?.post.path || !posts.length)
  report.diagnostics(own)
  const post = posts[0]
  if (!post || own.some(({ severity }) => severity === 'error')) return false
  const folder = entriesFolder(options)
  for (const [name, text] of Object.entries(entryFiles(post, { entries: folder }))) await writeAtomic(resolve(folder, name), text)
  return true
}
