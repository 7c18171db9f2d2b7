import { customFolder, folders } from '../build/places.ts'
import { watchFolders } from '../export/files/watch.ts'
import type { Call, Command } from './command.ts'
import { extraFlags, printFlags, withExtras } from './extras.ts'
import { endAtOnce, interrupted } from './interrupted.ts'
import { tally } from './tally.ts'

export const watch: Command = {
  name: 'watch',
  usage: '[-- slug …]',
  summary: 'build, then build again whenever something is saved',
  details: ['Keeps the browser and the fonts warm, so that a saved post is in both of its PDFs at once.', 'End it with Ctrl-C.'],
  flags: { ...printFlags, ...extraFlags },
  async run(call) {
    const { names, options, flags } = call
    const { openTools } = await import('../build/tools.ts')
    const tools = openTools()
    tools.warm(call.report.say, 1)
    const { build } = await import('../build/build.ts')
    const rebuild = async (force: boolean): Promise<void> => {
      const start = performance.now()
      const built = await build({ ...withExtras(options, flags, names), force }, quietly(call), tools, 'single posts first')
      const line = `${built.written} made, ${tally(built.diagnostics).line}. ${((performance.now() - start) / 1000).toFixed(2)} s`
      if (built.written > 0 || built.diagnostics.length > 0) call.report.say(line)
      // The next save finds a page that waits for its slides.
      tools.warm(call.report.say, 1)
    }
    // What is wrong for a moment, such as a post that is being renamed, is no reason to stop watching.
    const explain = (error: unknown): void => call.report.say(error instanceof Error ? error.message : String(error))
    let isOver = false
    const over = interrupted().then(() => (isOver = true))
    try {
      const first = rebuild(options.force)
      first.catch(() => undefined)
      // What is saved during the first build is built after it.
      const stop = await watchFolders([options.content, options.exercises, customFolder(options), folders.illustrations], () => first.then(() => rebuild(false)).catch(explain))
      try {
        await Promise.race([first, over])
        if (isOver) return await endAtOnce(tools)
        call.report.say('Watching. Save a post, and its PDFs follow. End with Ctrl-C.')
        await over
      } finally {
        await stop()
      }
    } finally {
      await tools.close()
    }
    return 0
  },
}

/** A bar for each save would only flicker. */
const quietly = ({ report }: Call): Call['report'] => ({ ...report, progress: () => undefined })
