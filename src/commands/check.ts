import type { Command } from './command.ts'
import { tally } from './tally.ts'

export const check: Command = {
  name: 'check',
  usage: '',
  summary: 'read everything, write nothing, say what is wrong',
  details: ['Reads posts, exercises and illustrations and reports every problem with its place and what to do.'],
  async run({ options, names, report }) {
    const [{ planAll }, { openTools }] = await Promise.all([import('../build/plan-all.ts'), import('../build/tools.ts')])
    const { project, diagnostics } = await planAll({ ...options, only: [...options.only, ...names] }, openTools())
    report.diagnostics(diagnostics)
    const { errors, warnings, line } = tally(diagnostics)
    report.summary({ posts: project.posts.length, errors, warnings }, `${project.posts.length} of ${project.slugs.length} posts can be built: ${line}.`)
    return errors > 0 ? 1 : 0
  },
}
